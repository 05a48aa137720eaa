// A YouTube video in the text, asked for by its address. Only the reference is kept, and
// nothing of YouTube is loaded here.
"use strict";
CKEDITOR.plugins.add("newsroomvideo", {
  requires: "widget",

  init(editor) {
    const says = editor.config.newsroom;
    const HOSTS = /^((www|m|music)\.)?youtube(-nocookie)?\.com$/;
    const addressOf = (id) => `https://www.youtube.com/watch?v=${id}`;

    // The eleven characters that name a video, from any of its usual addresses; else "".
    const videoIn = (text) => {
      let url;
      try {
        url = new URL(/^https?:\/\//i.test(text) ? text : `https://${text}`);
      } catch {
        return "";
      }
      const steps = url.pathname.split("/").filter(Boolean);
      let id = "";
      if (url.hostname === "youtu.be" && steps.length === 1) {
        [id] = steps;
      } else if (HOSTS.test(url.hostname) && steps[0] === "watch") {
        id = url.searchParams.get("v") || "";
      } else if (HOSTS.test(url.hostname) && ["embed", "live", "shorts"].includes(steps[0])) {
        id = steps[1] || "";
      }
      return /^[\w-]{11}$/.test(id) ? id : "";
    };

    editor.widgets.add("video", {
      inline: false,
      pathName: says.video,
      upcast(parsed, data) {
        if (parsed.name !== "figure" || !parsed.hasClass("video")) {
          return false;
        }
        const [link] = parsed.find("a", true);
        data.id = link ? videoIn(CKEDITOR.tools.htmlDecode(link.attributes.href || "")) : "";
        if (!data.id) {
          return false;
        }
        const figure = new CKEDITOR.htmlParser.element("figure", { class: "video" });
        parsed.replaceWith(figure);
        return figure;
      },
      downcast() {
        const address = addressOf(this.data.id);
        const figure = new CKEDITOR.htmlParser.element("figure", { class: "video" });
        const link = new CKEDITOR.htmlParser.element("a", { href: address });
        link.add(new CKEDITOR.htmlParser.text(address));
        figure.add(link);
        return figure;
      },
      data() {
        this.element.setText(`${says.video}: ${addressOf(this.data.id)}`);
      },
      edit() {
        ask(this);
      },
      getLabel() {
        return `${says.video}: ${addressOf(this.data.id)}`;
      },
    });

    // --- the dialog ------------------------------------------------------------

    const dialog = document.createElement("dialog");
    dialog.className = "video-dialog";
    dialog.setAttribute("aria-labelledby", "video-dialog-title");
    dialog.innerHTML = `
      <form method="dialog" novalidate>
        <h2 id="video-dialog-title"></h2>
        <p><label for="video-dialog-address"></label>
          <input id="video-dialog-address" type="url" autocomplete="off" spellcheck="false"
            placeholder="https://www.youtube.com/watch?v=…" aria-describedby="video-dialog-error"></p>
        <p id="video-dialog-error" class="errornote" role="alert" hidden></p>
        <p class="video-dialog-buttons">
          <button type="submit" class="button default"></button>
          <button type="button" class="button"></button></p>
      </form>`;
    const field = dialog.querySelector("input");
    const refusal = dialog.querySelector("[role=alert]");
    const [insertButton, cancelButton] = dialog.querySelectorAll("button");
    dialog.querySelector("h2").textContent = says.video;
    dialog.querySelector("label").textContent = says.videoAddress;
    insertButton.textContent = says.insert;
    cancelButton.textContent = says.cancel;

    let changing = null; // the video whose address is being changed

    const refuse = (sentence) => {
      refusal.textContent = sentence;
      refusal.hidden = !sentence;
      field.setAttribute("aria-invalid", String(Boolean(sentence)));
    };
    const ask = (widget = null) => {
      changing = widget;
      field.value = widget ? addressOf(widget.data.id) : "";
      refuse("");
      dialog.showModal();
    };
    const answer = (event) => {
      event.preventDefault();
      const id = videoIn(field.value.trim());
      if (!id) {
        refuse(says.notYouTube);
        field.focus();
        return;
      }
      dialog.close();
      if (changing) {
        changing.setData("id", id);
        editor.fire("saveSnapshot");
      } else {
        place(id);
      }
    };
    const place = (id) => {
      const block = editor.photos.reserve("video-place");
      const figure = CKEDITOR.dom.element.createFromHtml('<figure class="video"></figure>');
      editor.widgets.wrapElement(figure, "video").replace(block);
      editor.widgets.initOn(figure, "video", { id });
      editor.fire("saveSnapshot");
    };

    dialog.querySelector("form").addEventListener("submit", answer);
    cancelButton.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => editor.focus());

    editor.addCommand("newsroomvideo", { exec: () => ask() });
    editor.ui.addButton("NewsroomVideo", { label: says.video, command: "newsroomvideo", toolbar: "insert" });
    editor.on("instanceReady", () => document.body.append(dialog));
  },
});
