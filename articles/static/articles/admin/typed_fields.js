// What the bulletin's form holds, as {name: value or [values]}. Knows the editor, which
// keeps its text to itself until the form is sent.
"use strict";
window.newsroom = window.newsroom || {};
newsroom.fields = (() => {
  // Who may post and which form this is are no text; the server leaves them out as well.
  const MACHINERY = ["csrfmiddlewaretoken", "form_key", "writer", "based_on"];

  const editors = () => Object.values((window.CKEDITOR && window.CKEDITOR.instances) || {});

  const ofForm = (form) => {
    const fields = {};
    for (const [name, value] of new FormData(form)) {
      const isText = typeof value === "string" && /^[A-Za-z]/.test(name);
      if (!isText || name.includes("__prefix__") || MACHINERY.includes(name)) {
        continue;
      }
      fields[name] = name in fields ? [].concat(fields[name], value) : value;
    }
    return fields;
  };

  const read = (form) => {
    const fields = ofForm(form);
    for (const editor of editors()) {
      const name = editor.element && editor.element.getAttribute("name");
      if (name && editor.status === "ready") {
        fields[name] = editor.getData();
      }
    }
    return fields;
  };

  // As the server sent it, whatever the browser filled in since.
  const asSent = (form) => {
    const clone = form.cloneNode(true);
    clone.reset();
    return ofForm(clone);
  };

  // Calls back for each editor, with the field's name and its text, before anybody types.
  const whenEditorReady = (callback) => {
    const tell = (editor) => callback(editor.element.getAttribute("name"), editor);
    for (const editor of editors()) {
      if (editor.status === "ready") {
        tell(editor);
      }
    }
    if (window.CKEDITOR) {
      window.CKEDITOR.on("instanceReady", (event) => tell(event.editor));
    }
  };

  // The same for the same content, whichever order it was read in.
  const stamp = (fields) => JSON.stringify(Object.keys(fields).sort().map((name) => [name, fields[name]]));

  const hasFiles = (form) =>
    [...form.querySelectorAll("input[type=file]")].some((input) => input.files.length > 0);

  return { read, asSent, whenEditorReady, stamp, hasFiles };
})();
