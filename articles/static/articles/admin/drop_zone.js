// Where photos arrive: dropped, chosen, or handed over by the editor. Each is shown at once
// and stays in the list until it has become a row, or until somebody has read why not.
//
// For others: newsroomPhotos.upload(file) → Promise of {number, src, alt, caption}. It
// rejects with an Error that holds a sentence, or "" where somebody cancelled.
"use strict";
window.addEventListener("DOMContentLoaded", () => {
  const { photoRows: rows, uploads } = window.newsroom;
  const zone = document.querySelector(".drop-zone");
  if (!rows || !zone) {
    return;
  }
  const list = zone.querySelector(".arriving-list");
  const input = zone.querySelector(".drop-zone-files");
  const status = zone.querySelector(".drop-zone-status");
  const keepDate = zone.querySelector(".drop-zone-keep-date");
  const count = { all: 0, done: 0 };

  const tellCount = () => {
    const sentence = zone.dataset.doneSoFar.replace("{done}", count.done).replace("{count}", count.all);
    status.textContent = count.all ? sentence : "";
    zone.querySelector(".drop-zone-logged-out").hidden = !list.querySelector('[data-state="loggedOut"]');
  };

  const sentenceOf = ({ state, error, sent, file }) => {
    if (state === "refused") {
      return error || zone.dataset.unreadable;
    }
    const percent = Math.floor((sent / Math.max(file.size, 1)) * 100);
    return zone.dataset[state].replace("{percent}", percent);
  };

  const show = (item, upload) => {
    const { state, sent, file } = upload;
    item.dataset.state = state;
    item.querySelector(".arriving-status").textContent = sentenceOf(upload);
    const progress = item.querySelector("progress");
    progress.hidden = state === "refused";
    progress.value = file.size ? sent / file.size : 0;
    item.querySelector(".arriving-retry").hidden = !["failed", "retrying", "offline", "loggedOut"].includes(state);
    item.querySelector(".arriving-cancel").hidden = state === "refused";
    item.querySelector(".arriving-close").hidden = state !== "refused";
    tellCount();
  };

  const itemFor = (file) => {
    const item = rows.template("arriving-template");
    const image = item.querySelector("img");
    image.addEventListener("error", () => image.removeAttribute("src")); // a format it can't show
    image.src = URL.createObjectURL(file);
    item.querySelector(".arriving-name").textContent = file.name;
    item.querySelector("progress").setAttribute("aria-label", file.name);
    for (const button of item.querySelectorAll("button")) {
      button.setAttribute("aria-label", `${button.textContent.trim()}: ${file.name}`);
    }
    list.append(item);
    return item;
  };

  const remove = (item) => {
    URL.revokeObjectURL(item.querySelector("img").src);
    if (item.contains(document.activeElement)) {
      zone.querySelector(".drop-zone-choose").focus();
    }
    item.remove();
  };

  const isPhoto = (file) => !file.type || file.type.startsWith("image/");

  const refuse = (file, sentence) => {
    const item = itemFor(file);
    item.querySelector(".arriving-close").addEventListener("click", () => remove(item));
    show(item, { state: "refused", error: sentence, sent: 0, file });
    return Promise.reject(new Error(sentence));
  };

  // Into `row`, where a row is to get its photo; else into a new one.
  const arrive = async (file, row = null) => {
    if (!isPhoto(file)) {
      return refuse(file, zone.dataset.notAPhoto);
    }
    const item = itemFor(file);
    const turn = rows.takeTurn();
    if (uploads.standing() === 0) {
      Object.assign(count, { all: 0, done: 0 });
    }
    count.all += 1;
    const upload = uploads.add(file, {
      url: zone.dataset.uploadsUrl,
      said: { kind: "photo", keep_date: keepDate.checked },
      onChange: (changed) => show(item, changed),
    });
    item.querySelector(".arriving-retry").addEventListener("click", upload.retry);
    item.querySelector(".arriving-cancel").addEventListener("click", upload.cancel);
    item.querySelector(".arriving-close").addEventListener("click", () => remove(item));
    try {
      const { photo } = await upload.done;
      const facts = row && row.isConnected ? rows.fill(row, photo) : rows.add(photo, turn);
      count.done += 1;
      remove(item);
      tellCount();
      if (facts.isNew === false) {
        status.textContent = zone.dataset.already.replace("{name}", file.name);
      }
      return facts;
    } catch (error) {
      if (upload.state === "cancelled") {
        count.all -= 1;
        remove(item);
        tellCount();
      }
      throw new Error(upload.error || (upload.state === "refused" ? zone.dataset.unreadable : error.message));
    }
  };

  // The list says what became of each.
  const arriveQuietly = (file, row) => arrive(file, row).catch(() => {});
  const arriveAll = (files) => [...files].forEach((file) => arriveQuietly(file));

  zone.querySelector(".drop-zone-choose").addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    arriveAll(input.files);
    input.value = "";
  });
  rows.group.addEventListener("change", (event) => {
    const row = event.target.closest(".inline-related");
    if (row && event.target.type === "file" && event.target.files.length > 0) {
      arriveQuietly(event.target.files[0], row);
      event.target.value = ""; // it arrives in pieces, not with the form
    }
  });

  const hasFiles = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
  const isElsewhere = (event) => event.target.closest?.(".cke, input[type=file], textarea");

  // A file that falls beside the zone would take the place of the page.
  document.addEventListener("dragover", (event) => {
    if (hasFiles(event) && !event.defaultPrevented && !isElsewhere(event)) {
      event.preventDefault();
      const isOver = zone.contains(event.target);
      event.dataTransfer.dropEffect = isOver ? "copy" : "none";
      zone.classList.toggle("is-over", isOver);
    }
  });
  for (const name of ["dragleave", "drop", "dragend"]) {
    document.addEventListener(name, () => zone.classList.remove("is-over"));
  }
  zone.addEventListener("drop", (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      arriveAll(event.dataTransfer.files);
    }
  });

  // Before the form goes: what has not arrived would not be saved with it.
  document.addEventListener(
    "submit",
    (event) => {
      const waiting = uploads.standing();
      if (event.target.id !== "article_form" || waiting === 0) {
        return;
      }
      if (window.confirm(zone.dataset.unfinished.replace("{count}", waiting))) {
        uploads.cancelAll();
      } else {
        event.preventDefault();
        event.stopImmediatePropagation();
        zone.scrollIntoView({ block: "nearest" });
      }
    },
    true,
  );

  zone.hidden = false;
  rows.group.classList.add("has-drop-zone");
  window.newsroomPhotos = { upload: (file) => arrive(file) };
});
