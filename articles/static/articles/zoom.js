/* The size of a bulletin's text: 80 to 200 per cent, remembered on this device. */
"use strict";

(() => {
  const KEY = "newsroom-zoom";
  const [SMALLEST, NORMAL, LARGEST] = [80, 100, 200];
  const panel = document.querySelector(".comfort");
  const control = document.querySelector(".zoom");
  const text = document.querySelector(".bulletin-text");
  if (!panel?.hidden || !control || !text) return;
  const output = control.querySelector("output");
  const buttons = [...control.querySelectorAll("button")];

  // Reading and writing throw where the browser keeps nothing for this site.
  const recall = () => {
    try {
      return Number(localStorage.getItem(KEY)) || NORMAL;
    } catch {
      return NORMAL;
    }
  };
  const remember = (percent) => {
    try {
      localStorage.setItem(KEY, percent);
    } catch {
      // The size then lasts as long as the page.
    }
  };
  const within = (percent) => Math.min(LARGEST, Math.max(SMALLEST, percent));
  const step = (button) => Number(button.dataset.step);

  let current = within(recall());

  const show = () => {
    text.style.setProperty("--zoom", current / 100);
    output.value = `${current}%`;
    for (const button of buttons) {
      // Not `disabled`, which would drop the keyboard's focus at either end.
      const atEnd = within(current + step(button)) === current;
      button.setAttribute("aria-disabled", atEnd);
    }
  };

  for (const button of buttons) {
    button.addEventListener("click", () => {
      current = within(current + step(button));
      remember(current);
      show();
    });
  }
  show();
  panel.hidden = false;
})();
