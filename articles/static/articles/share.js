/* Copying the link, and the device's own way of sharing where it has one. */
"use strict";

(() => {
  const section = document.querySelector(".share");
  if (!section) return;
  const link = section.querySelector(".share-copy");
  const said = section.querySelector(".share-said");
  const here = section.querySelector(".share-here");
  const address = link.href;

  /* A page that does not come by HTTPS has no clipboard: the reader copies by hand. */
  const offer = () => {
    const label = document.createElement("label");
    const field = document.createElement("input");
    field.readOnly = true;
    field.value = address;
    label.append(link.dataset.byHand, field);
    said.replaceChildren(label);
    field.select();
  };

  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.textContent = link.dataset.label;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(address);
      said.textContent = link.dataset.done;
    } catch {
      offer();
    }
  });
  link.replaceWith(button);

  if (navigator.share) {
    here.closest("li").hidden = false;
    here.addEventListener("click", () => {
      const title = document.querySelector("h1").textContent;
      // Refused where the reader thinks better of it: nothing to say then.
      navigator.share({ title, url: address }).catch(() => {});
    });
  }
})();
