// Whoever writes in the editor wants what stands in it: "both together" is chosen for them.
"use strict";
window.addEventListener("load", () => {
  const both = document.querySelector('input[name="settle-body"][value="both"]');
  const area = document.getElementById("id_body");
  if (!both || !area) {
    return;
  }
  const choose = () => {
    both.checked = true;
  };
  const watch = (editor) => {
    // The editor is told its label; by itself it only knows the text area's.
    const label = document.querySelector('label[for="id_body"]');
    editor.editable().setAttribute("aria-label", label.textContent);
    editor.on("key", choose);
    editor.on("paste", choose);
    editor.on("afterCommandExec", choose);
  };
  area.addEventListener("input", choose);
  if (window.CKEDITOR) {
    const standing = window.CKEDITOR.instances.id_body;
    if (standing && standing.status === "ready") {
      watch(standing);
    } else {
      window.CKEDITOR.on("instanceReady", (event) => watch(event.editor));
    }
  }
});
