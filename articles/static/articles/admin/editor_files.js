// Photos pasted or dropped into the text as files: they go through the same intake as all
// others, and their figure stands where they were dropped.
"use strict";
CKEDITOR.plugins.add("newsroomfiles", {
  requires: "newsroomphotos,clipboard",

  init(editor) {
    const PHOTO_NAME = /\.(jpe?g|png|webp|avif|gif|hei[cf])$/i;
    const says = editor.config.newsroom;
    const arriving = new Map(); // the blocks that hold a place, by their number
    let last = 0;

    const isPhoto = (file) => file.type.startsWith("image/") || PHOTO_NAME.test(file.name);
    const parsed = (html) => new DOMParser().parseFromString(html, "text/html").body;

    // --- what is said ----------------------------------------------------------

    const notice = document.createElement("p");
    notice.className = "editor-notice";
    notice.setAttribute("role", "status");
    const say = (sentence) => {
      notice.textContent = sentence;
    };
    const sayDone = () => {
      if (arriving.size === 0 && notice.textContent === says.sending) {
        say("");
      }
    };
    // The sentence of the intake; none where somebody cancelled.
    const fail = (file, { message }) => {
      say(message && says.notSent.replace("{name}", file.name).replace("{reason}", message));
    };

    // --- sending ---------------------------------------------------------------

    const standing = (key) => {
      const block = editor.editable() && editor.editable().findOne(`[data-arriving="${key}"]`);
      arriving.delete(key);
      return block;
    };

    const receive = async (file, behind) => {
      const key = String(++last);
      const block = editor.photos.reserve("photo-arriving", behind);
      block.setAttribute("data-arriving", key);
      block.setAttribute("data-says", says.sending);
      arriving.set(key, block);
      try {
        const picture = await window.newsroomPhotos.upload(file);
        const place = standing(key);
        if (place) {
          editor.photos.fill(place, picture);
          sayDone();
        } else {
          say(says.notPlaced);
        }
      } catch (error) {
        const place = standing(key);
        if (place) {
          place.remove();
        }
        fail(file, error);
      }
    };

    const receiveAll = (files, behind = null) => {
      const photos = files.filter(isPhoto);
      if (!window.newsroomPhotos) {
        say(says.noUploads);
        return;
      }
      say(photos.length < files.length ? says.onlyPhotos : says.sending);
      photos.forEach((file, at) => receive(file, at === 0 ? behind : null));
    };

    // Undo can bring back a place whose photo has long arrived or failed.
    const sweep = () => {
      for (const block of editor.editable().find("[data-arriving]").toArray()) {
        if (!arriving.has(block.getAttribute("data-arriving"))) {
          block.remove();
        }
      }
    };

    // --- what is pasted or dropped ---------------------------------------------

    // Text from a page or from Word brings a picture of itself along: there the text counts.
    const takeFiles = (event) => {
      const { dataTransfer, dataValue } = event.data;
      const count = dataTransfer.getFilesCount();
      const html = dataValue || dataTransfer.getData("text/html") || "";
      if (!count || parsed(html).textContent.trim()) {
        return;
      }
      event.cancel();
      receiveAll(Array.from({ length: count }, (_, at) => dataTransfer.getFile(at)));
    };

    // What falls onto a figure the editor would leave alone.
    const takeOnFigure = (event) => {
      const { files } = event.data.$.dataTransfer;
      const figure = editor.photos.figureAround(event.data.getTarget());
      if (figure && files.length) {
        event.data.preventDefault();
        receiveAll([...files], figure);
      }
    };

    // The server keeps no picture that did not come through the intake: say so at once.
    const dropForeign = (event) => {
      const { data } = event;
      const body = parsed(data.dataValue || "");
      const images = [...body.querySelectorAll("img")];
      if (!images.length) {
        return;
      }
      for (const image of images) {
        const figure = image.closest("figure");
        image.remove();
        if (figure && !figure.textContent.trim()) {
          figure.remove();
        }
      }
      data.dataValue = body.innerHTML;
      say(says.foreignPhotos);
    };

    const fromOutside = (handle) => (event) => {
      const transfer = event.data.dataTransfer;
      if (transfer && transfer.getTransferType(editor) !== CKEDITOR.DATA_TRANSFER_INTERNAL) {
        handle(event);
      }
    };

    // Before the clipboard's own complaint about files, and after what it makes of HTML.
    editor.on("paste", fromOutside(takeFiles), null, null, 0);
    editor.on("paste", fromOutside(dropForeign), null, null, 7);
    editor.on("dataReady", sweep);
    editor.on("uiReady", () => {
      editor.ui.space("contents").$.before(notice);
    });
    editor.on("contentDom", () => {
      editor.editable().attachListener(editor.editable(), "drop", takeOnFigure, null, null, 1);
    });
  },
});
