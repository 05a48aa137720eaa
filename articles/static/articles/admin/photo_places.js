// "Put into the text" beside each saved photo: the picture goes where the cursor stands.
// Only the number matters; the server knows which photo that is.
"use strict";
window.addEventListener("DOMContentLoaded", () => {
  const insert = (thumbnail) => {
    const editor = window.CKEDITOR && window.CKEDITOR.instances.id_body;
    if (!editor) {
      return;
    }
    const image = document.createElement("img");
    image.dataset.photo = thumbnail.dataset.place;
    image.src = thumbnail.src;
    image.alt = thumbnail.alt;
    editor.focus();
    editor.insertHtml(image.outerHTML);
    editor.container.$.scrollIntoView({ block: "nearest" });
  };
  for (const button of document.querySelectorAll(".photo-insert")) {
    button.hidden = false;
    button.addEventListener("click", () =>
      insert(button.parentElement.querySelector(".photo-thumbnail")),
    );
  }
});
