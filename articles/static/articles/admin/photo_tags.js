// Suggests tags for the word that is being typed; the browser alone would look at the whole line.
"use strict";
window.addEventListener("DOMContentLoaded", () => {
  const list = document.getElementById("known-tags");
  const field = document.querySelector("input[list=known-tags]");
  if (!list || !field) {
    return;
  }
  const names = [...list.options].map((option) => option.value);

  const offer = () => {
    const typed = field.value.split(/[,;]/);
    typed.pop();
    const before = typed.map((word) => word.trim()).filter(Boolean);
    const taken = new Set(before.map((word) => word.toLocaleLowerCase("vi")));
    const options = names
      .filter((name) => !taken.has(name.toLocaleLowerCase("vi")))
      .map((name) => new Option("", [...before, name].join(", ")));
    list.replaceChildren(...options);
  };

  field.addEventListener("input", offer);
  offer();
});
