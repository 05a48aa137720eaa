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
  area.addEventListener("input", choose);
  if (window.CKEDITOR) {
    const listen = (editor) => editor.on("key", choose);
    const standing = window.CKEDITOR.instances.id_body;
    if (standing) {
      listen(standing);
    } else {
      window.CKEDITOR.on("instanceReady", (event) => listen(event.editor));
    }
  }
});
