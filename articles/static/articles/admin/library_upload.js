// Photos sent to the library piece by piece, so that a bad line loses nothing that has arrived.
// Without this script the same form sends them all at once.
"use strict";
window.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector(".library-upload form");
  if (!form || !window.newsroom?.uploads) {
    return;
  }
  const input = form.querySelector("input[type=file]");
  const keepDate = form.querySelector("input[name=keep_date]");
  const button = form.querySelector("button[type=submit]");
  const list = form.querySelector(".sending-list");
  const again = form.querySelector(".sending-over");
  const words = list.dataset;

  const sentenceOf = ({ state, error, sent, file }) => {
    if (state === "refused") {
      return error || words.failed;
    }
    const percent = Math.floor((sent / Math.max(file.size, 1)) * 100);
    return (words[state] || "").replace("{percent}", percent);
  };

  const lineFor = (file) => {
    const line = document.createElement("li");
    const [name, status, retry] = ["b", "span", "button"].map((kind) => document.createElement(kind));
    name.textContent = file.name;
    status.className = "sending-status";
    retry.type = "button";
    retry.className = "button";
    retry.textContent = words.retry;
    retry.hidden = true;
    line.append(name, status, retry);
    list.append(line);
    return { line, status, retry };
  };

  const send = async (file) => {
    const { line, status, retry } = lineFor(file);
    const onChange = (upload) => {
      line.dataset.state = upload.state;
      status.textContent = sentenceOf(upload);
      retry.hidden = !["failed", "retrying", "offline", "loggedOut"].includes(upload.state);
    };
    const said = { kind: "photo", keep_date: keepDate.checked };
    const upload = newsroom.uploads.add(file, { url: form.dataset.uploads, said, onChange });
    retry.addEventListener("click", upload.retry);
    try {
      await upload.done;
      return true;
    } catch {
      return false; // the sentence stands beside the name
    }
  };

  form.addEventListener("submit", async (event) => {
    if (input.files.length === 0) {
      return;
    }
    event.preventDefault();
    button.disabled = true;
    list.replaceChildren();
    const results = await Promise.all([...input.files].map(send));
    button.disabled = false;
    input.value = "";
    if (results.every(Boolean)) {
      window.location.assign(window.location.pathname);
    } else {
      again.hidden = false;
    }
  });
});
