// The point of a photo that crops keep: set by a click or by arrow keys, with the crops shown
// as they will be. Without this script the two numbers are typed.
"use strict";
window.addEventListener("DOMContentLoaded", () => {
  const frame = document.querySelector("fieldset.focus");
  if (!frame) {
    return;
  }
  const stage = frame.querySelector(".focus-stage");
  const picture = stage.querySelector("img");
  const mark = stage.querySelector(".focus-mark");
  const [fromLeft, fromTop] = frame.querySelectorAll(".focus-numbers input");
  const crops = [...frame.querySelectorAll(".crop img")];
  const shape = Number(frame.dataset.width) / Number(frame.dataset.height);

  const percent = (value) => Math.min(100, Math.max(0, Math.round(Number(value) || 0)));

  // The crop is as large as the picture allows, with the point in its middle or as near as can
  // be. `part` is how much of the side it takes; the answer is CSS's object-position in percent.
  const position = (point, part) => {
    if (part >= 1) {
      return 50;
    }
    const start = Math.min(1 - part, Math.max(0, point / 100 - part / 2));
    return (start / (1 - part)) * 100;
  };

  const crop = (image, x, y) => {
    if (image.src !== picture.src) {
      image.src = picture.src;
    }
    const wanted = image.getAttribute("width") / image.getAttribute("height");
    const left = position(x, wanted / shape);
    const top = position(y, shape / wanted);
    image.style.objectPosition = `${left}% ${top}%`;
  };

  const show = () => {
    const [x, y] = [percent(fromLeft.value), percent(fromTop.value)];
    mark.style.left = `${x}%`;
    mark.style.top = `${y}%`;
    const label = frame.dataset.label.replace("{x}", x).replace("{y}", y);
    mark.setAttribute("aria-label", label);
    crops.forEach((image) => crop(image, x, y));
  };

  const set = (x, y) => {
    fromLeft.value = percent(x);
    fromTop.value = percent(y);
    show();
  };

  stage.addEventListener("click", (event) => {
    if (event.target === mark) {
      return;
    }
    const box = picture.getBoundingClientRect();
    set(
      ((event.clientX - box.left) / box.width) * 100,
      ((event.clientY - box.top) / box.height) * 100,
    );
    mark.focus({ preventScroll: true });
  });

  const steps = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  mark.addEventListener("keydown", (event) => {
    if (!(event.key in steps)) {
      return;
    }
    event.preventDefault();
    const size = event.shiftKey ? 10 : 1;
    const [right, down] = steps[event.key];
    set(Number(fromLeft.value) + right * size, Number(fromTop.value) + down * size);
  });

  [fromLeft, fromTop].forEach((field) => field.addEventListener("input", show));
  mark.hidden = false;
  frame.querySelector(".focus-hint").hidden = false;
  show();
});
