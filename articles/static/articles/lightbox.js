/* A bulletin's photos, large: the next and the last one by buttons, arrow keys or a swipe. */
"use strict";

(() => {
  const dialog = document.querySelector(".lightbox");
  const links = [...document.querySelectorAll(".bulletin .photo-link")];
  if (!dialog?.showModal || !links.length) return;
  const count = dialog.querySelector(".lightbox-count");
  const figure = dialog.querySelector(".lightbox-figure");
  const caption = dialog.querySelector(".lightbox-caption");
  const FAR = 50; // pixels that a finger has to go for a swipe

  let current = 0;
  let touch = null;

  /* The photo as the page has it, in the size that fits the whole window. */
  const large = (link) => {
    const picture = link.querySelector("picture").cloneNode(true);
    for (const part of picture.querySelectorAll("[sizes]")) part.sizes = "100vw";
    const image = picture.querySelector("img");
    image.loading = "eager";
    image.draggable = false;
    return picture;
  };

  /* Caption and credit, as they stand below the photo. */
  const words = (link) => {
    const own = link.closest("figure").querySelector("figcaption");
    return own ? [...own.childNodes].map((part) => part.cloneNode(true)) : [];
  };

  const show = (index) => {
    current = (index + links.length) % links.length;
    figure.querySelector("picture")?.remove();
    figure.prepend(large(links[current]));
    caption.replaceChildren(...words(links[current]));
    count.textContent = `${current + 1}/${links.length}`;
  };

  const ways = {
    close: () => dialog.close(),
    previous: () => show(current - 1),
    next: () => show(current + 1),
  };
  const keys = { ArrowLeft: ways.previous, ArrowRight: ways.next };
  keys.Home = () => show(0);
  keys.End = () => show(links.length - 1);

  links.forEach((link, index) => {
    link.addEventListener("click", (event) => {
      // With these keys the reader wants the file itself, in a place of its own.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      show(index);
      dialog.showModal();
    });
  });

  dialog.addEventListener("click", (event) => {
    const way = event.target.closest("[data-do]");
    if (way) ways[way.dataset.do]();
    else if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  // Back to the photo that was looked at last, which need not be the one that was opened.
  dialog.addEventListener("close", () => links[current].focus());

  figure.addEventListener("touchstart", (event) => {
    const enlarged = window.visualViewport && window.visualViewport.scale > 1.01;
    touch = event.touches.length === 1 && !enlarged ? event.touches[0] : null;
  }, { passive: true });
  figure.addEventListener("touchend", (event) => {
    if (!touch || event.touches.length) return;
    const across = event.changedTouches[0].clientX - touch.clientX;
    const down = event.changedTouches[0].clientY - touch.clientY;
    touch = null;
    if (Math.abs(across) < FAR || Math.abs(across) < 2 * Math.abs(down)) return;
    (across < 0 ? ways.next : ways.previous)();
  });

  dialog.querySelector(".lightbox-ways").hidden = links.length === 1;
})();
