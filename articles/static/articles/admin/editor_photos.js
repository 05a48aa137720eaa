// The bulletin's photos in the text: figures that are moved and removed as a whole. The text
// keeps the number alone; file and words come from the photo's row beside it, so that a
// caption changed there changes wherever the photo stands.
"use strict";
CKEDITOR.plugins.add("newsroomphotos", {
  requires: "widget",

  init(editor) {
    const FAR_ENOUGH = 6; // pixels from a click to a drag
    const says = editor.config.newsroom;
    const pictures = new Map(); // number → {src, alt, caption}

    const remember = ({ number, src, alt, caption }) => {
      pictures.set(Number(number), { src, alt: alt || "", caption: caption || "" });
    };
    const captionField = (thumbnail) =>
      thumbnail.closest(".inline-related").querySelector("[name^='photo_places-'][name$='-caption']");
    const ofRow = (thumbnail) => {
      const field = captionField(thumbnail);
      const { src, alt, dataset } = thumbnail;
      return { number: dataset.place, src, alt, caption: field ? field.value : "" };
    };
    const rows = () => [...document.querySelectorAll(".inline-related .photo-thumbnail[data-place]")];
    rows().map(ofRow).forEach(remember);

    // --- the figure in the text ------------------------------------------------

    const figureOf = (parsed) => {
      const found = parsed.name === "img" ? [parsed] : parsed.name === "figure" ? parsed.find("img", true) : [];
      const image = found.find((each) => /^[1-9]\d{0,2}$/.test(each.attributes["data-photo"] || ""));
      if (!image) {
        return null;
      }
      const number = Number(image.attributes["data-photo"]);
      if (!pictures.has(number)) {
        const [caption] = parsed.find("figcaption", true);
        const { src, alt } = image.attributes;
        remember({ number, src, alt: CKEDITOR.tools.htmlDecode(alt || ""), caption: caption && plain(caption) });
      }
      return number;
    };
    const plain = (parsed) => {
      const written = document.createElement("template");
      written.innerHTML = parsed.getHtml();
      return written.content.textContent.trim();
    };

    const draw = (widget) => {
      const { src, alt, caption } = pictures.get(widget.data.number) || {};
      const image = widget.element.findOne("img").$;
      const words = widget.element.findOne("figcaption").$;
      image.src = src || "";
      image.alt = alt || "";
      words.textContent = caption || says.noCaption;
      words.title = says.editCaption;
      words.classList.toggle("photo-without-caption", !caption);
    };

    editor.widgets.add("photo", {
      inline: false,
      pathName: says.photo,
      upcast(parsed, data) {
        data.number = figureOf(parsed);
        if (!data.number) {
          return false;
        }
        const figure = new CKEDITOR.htmlParser.element("figure", { class: "photo" });
        figure.add(new CKEDITOR.htmlParser.element("img", {}));
        figure.add(new CKEDITOR.htmlParser.element("figcaption", {}));
        parsed.replaceWith(figure);
        return figure;
      },
      downcast() {
        return new CKEDITOR.htmlParser.element("img", { "data-photo": String(this.data.number) });
      },
      data() {
        draw(this);
      },
      edit() {
        askForCaption(this);
      },
      getLabel() {
        const { caption, alt } = pictures.get(this.data.number) || {};
        return [says.photo, caption || alt].filter(Boolean).join(": ");
      },
    });

    const askForCaption = (widget) => {
      const detail = { number: widget.data.number };
      document.dispatchEvent(new CustomEvent("photo:edit-caption", { detail }));
    };

    const figuresOf = (number) =>
      Object.values(editor.widgets.instances).filter(
        (widget) => widget.name === "photo" && widget.data.number === number,
      );

    // --- into the text ---------------------------------------------------------

    const figureAround = (node) => {
      const element = node.type === CKEDITOR.NODE_ELEMENT ? node : node.getParent();
      return editor.widgets.getByElement(element);
    };

    // Behind the figure, or where the cursor stands or stood last; never over what is
    // selected, nor in a figure.
    const toCursor = (hadCursor, behind) => {
      const range = editor.createRange();
      const [selected] = hadCursor ? editor.getSelection().getRanges() : [];
      const figure = behind || editor.widgets.focused || (selected && figureAround(selected.endContainer));
      if (figure) {
        range.setStartAfter(figure.wrapper);
      } else if (selected) {
        range.setStart(selected.endContainer, selected.endOffset);
      } else {
        range.moveToElementEditEnd(editor.editable());
      }
      range.collapse(true);
      range.select();
    };

    let hadCursor = false;
    editor.on("focus", () => {
      hadCursor = true;
    });

    // An empty block that a figure can take the place of. It is no part of what is saved.
    const reserve = (name, behind = null) => {
      const stood = hadCursor;
      editor.focus();
      toCursor(stood, behind);
      const block = new CKEDITOR.dom.element("div");
      block.setAttributes({ class: name, contenteditable: "false", "data-cke-temp": "1" });
      editor.insertElement(block);
      return block;
    };

    const fill = (block, picture) => {
      remember(picture);
      editor.fire("saveSnapshot");
      const figure = CKEDITOR.dom.element.createFromHtml(
        '<figure class="photo"><img><figcaption></figcaption></figure>',
      );
      const wrapper = editor.widgets.wrapElement(figure, "photo");
      wrapper.replace(block);
      const widget = editor.widgets.initOn(figure, "photo", { number: Number(picture.number) });
      editor.fire("saveSnapshot");
      return widget;
    };

    const insert = (picture) => {
      const widget = fill(reserve("photo-place"), picture);
      widget.wrapper.$.scrollIntoView({ block: "nearest" });
      editor.container.$.scrollIntoView({ block: "nearest" });
    };

    editor.photos = { reserve, fill, figureAround };

    // --- what the rows say -----------------------------------------------------

    const changeCaption = ({ number, caption }) => {
      const picture = pictures.get(Number(number));
      if (!picture) {
        return;
      }
      picture.caption = caption;
      editor.fire("lockSnapshot");
      for (const widget of figuresOf(Number(number))) {
        widget.fire("data", widget.data);
      }
      editor.fire("unlockSnapshot");
    };

    const editCaption = ({ number }) => {
      const thumbnail = rows().find(({ dataset }) => dataset.place === String(number));
      const field = thumbnail && captionField(thumbnail);
      if (field) {
        field.focus();
        field.setSelectionRange(field.value.length, field.value.length);
        field.scrollIntoView({ block: "center" });
      }
    };

    // Rows with tools of their own ask by themselves (photo_rows.js).
    const serveRows = () => {
      for (const thumbnail of rows()) {
        const button = thumbnail.parentElement.querySelector(".photo-insert");
        button.hidden = false;
        button.addEventListener("click", () => insert(ofRow(thumbnail)));
      }
    };

    editor.on("instanceReady", () => {
      document.addEventListener("photo:insert", (event) => insert(event.detail));
      document.addEventListener("photo:caption", (event) => changeCaption(event.detail));
      document.addEventListener("photo:edit-caption", (event) => editCaption(event.detail));
      if (!(window.newsroom && window.newsroom.photoRows)) {
        serveRows();
      }
    });

    // --- what the mouse does with a figure -------------------------------------

    const photoAt = (node) => {
      const widget = figureAround(node);
      return widget && widget.name === "photo" ? widget : null;
    };

    // The editor's own handle is small: the whole figure takes its part.
    const dragByFigure = (pressed) => {
      const widget = photoAt(pressed.data.getTarget());
      const handle = widget && widget.dragHandlerContainer.findOne("img");
      if (!handle || handle.equals(pressed.data.getTarget())) {
        return;
      }
      const { clientX, clientY } = pressed.data.$;
      const stop = () => {
        document.removeEventListener("mousemove", move);
        document.removeEventListener("mouseup", stop);
      };
      const move = (event) => {
        if (Math.hypot(event.clientX - clientX, event.clientY - clientY) > FAR_ENOUGH) {
          stop();
          handle.fire("mousedown", pressed.data);
        }
      };
      document.addEventListener("mousemove", move);
      document.addEventListener("mouseup", stop);
    };

    editor.on("contentDom", () => {
      const editable = editor.editable();
      editable.attachListener(editable, "mousedown", dragByFigure);
      editable.attachListener(editable, "click", (event) => {
        const target = event.data.getTarget();
        const widget = target.getAscendant("figcaption", true) && photoAt(target);
        if (widget) {
          askForCaption(widget);
        }
      });
    });
  },
});
