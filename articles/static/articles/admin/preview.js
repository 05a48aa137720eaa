// The preview beside the form: loaded when it is opened first, at a phone's or a
// computer's width, made smaller where there is no room. And: copying a link's address.
"use strict";
window.addEventListener("DOMContentLoaded", () => {
  const panel = document.querySelector(".preview-panel");
  if (panel) {
    showPreview(panel);
  }
  const copy = document.querySelector(".preview-copy");
  if (copy) {
    offerToCopy(copy);
  }

  function showPreview(panel) {
    const stage = panel.querySelector(".preview-stage");
    const frame = stage.querySelector("iframe");
    const buttons = [...panel.querySelectorAll("[data-width]")];
    let width = 390;

    const fit = () => {
      const room = stage.clientWidth;
      const scale = Math.min(1, room / width);
      frame.style.width = `${width}px`;
      frame.style.height = `${stage.clientHeight / scale}px`;
      frame.style.transform = scale < 1 ? `scale(${scale})` : "none";
    };
    const choose = (chosen) => {
      width = Number(chosen.dataset.width);
      panel.dataset.device = chosen.dataset.width;
      for (const button of buttons) {
        button.setAttribute("aria-pressed", String(button === chosen));
      }
      fit();
    };
    const load = () => {
      if (panel.open && !frame.hasAttribute("src")) {
        frame.src = frame.dataset.src;
      }
    };

    stage.hidden = false;
    panel.querySelector(".preview-devices").hidden = false;
    for (const button of buttons) {
      button.addEventListener("click", () => choose(button));
    }
    panel.addEventListener("toggle", load);
    new ResizeObserver(fit).observe(stage);
    choose(buttons[0]);
    load();
  }

  function offerToCopy(button) {
    const field = document.getElementById("preview-address");
    button.hidden = false;
    button.addEventListener("click", async () => {
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        return; // the browser forbids it: the address stands selected, Ctrl+C does it
      }
      document.querySelector(".preview-copied").textContent = button.dataset.done;
    });
  }
});
