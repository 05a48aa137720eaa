// The other files of a bulletin: dropped or chosen, they arrive piece by piece and become
// rows. What was refused stays in the list until somebody has read why.
"use strict";
window.addEventListener("DOMContentLoaded", () => {
  const group = document.querySelector("#attachment_places-group");
  const zone = document.querySelector(".file-zone");
  if (!group || !zone) {
    return;
  }
  const { uploads } = window.newsroom;
  const WITH_RETRY = ["failed", "retrying", "offline", "loggedOut"];
  const list = zone.querySelector(".arriving-list");
  const input = zone.querySelector(".file-zone-files");
  const status = zone.querySelector(".file-zone-status");

  const rows = () => [...group.querySelectorAll("tr.form-row:not(.empty-form)")];
  const field = (row, name) => row.querySelector(`[name^="attachment_places-"][name$="-${name}"]`);
  const isLeaving = (row) => Boolean((field(row, "DELETE") || {}).checked);
  const find = (id) => rows().find((row) => field(row, "attachment").value === String(id) && !isLeaving(row));

  const put = (row, name, value) => {
    const box = field(row, name);
    box.value = value;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const blank = () => {
    group.querySelector(".add-row a").click();
    return rows().pop();
  };

  const fill = (row, attachment) => {
    put(row, "attachment", attachment.id);
    row.querySelector(".field-kept").textContent = attachment.name;
    row.classList.add("has-file");
  };

  // Into `row`, where a row is to get its file; else into a new one.
  const take = (attachment, row) => {
    if (find(attachment.id)) {
      return zone.dataset.already;
    }
    if (row && row.isConnected) {
      fill(row, attachment);
    } else {
      const last = Math.max(-1, ...rows().map((each) => Number(field(each, "order").value) || 0));
      const added = blank();
      fill(added, attachment);
      put(added, "order", last + 1);
    }
    return zone.dataset.arrived;
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
    item.querySelector(".arriving-retry").hidden = !WITH_RETRY.includes(state);
    item.querySelector(".arriving-cancel").hidden = state === "refused";
    item.querySelector(".arriving-close").hidden = state !== "refused";
    if (state === "refused") {
      status.textContent = `${file.name}: ${sentenceOf(upload)}`;
    }
  };

  const itemFor = (file) => {
    const item = zone.querySelector("template").content.firstElementChild.cloneNode(true);
    item.querySelector(".arriving-name").textContent = file.name;
    item.querySelector("progress").setAttribute("aria-label", file.name);
    for (const button of item.querySelectorAll("button")) {
      button.setAttribute("aria-label", `${button.textContent.trim()}: ${file.name}`);
    }
    list.append(item);
    return item;
  };

  const remove = (item) => {
    if (item.contains(document.activeElement)) {
      zone.querySelector(".file-zone-choose").focus();
    }
    item.remove();
  };

  const arrive = async (file, row = null) => {
    const item = itemFor(file);
    const upload = uploads.add(file, {
      url: zone.dataset.uploadsUrl,
      said: { kind: "attachment" },
      onChange: (changed) => show(item, changed),
    });
    item.querySelector(".arriving-retry").addEventListener("click", upload.retry);
    item.querySelector(".arriving-cancel").addEventListener("click", upload.cancel);
    item.querySelector(".arriving-close").addEventListener("click", () => remove(item));
    try {
      const { attachment } = await upload.done;
      status.textContent = take(attachment, row).replace("{name}", file.name);
      remove(item);
    } catch {
      if (upload.state === "cancelled") {
        remove(item);
      }
    }
  };
  const arriveAll = (files) => [...files].forEach((file) => arrive(file));

  zone.querySelector(".file-zone-choose").addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    arriveAll(input.files);
    input.value = "";
  });
  group.addEventListener("change", (event) => {
    const row = event.target.closest("tr.form-row");
    if (row && event.target.type === "file" && event.target.files.length > 0) {
      arrive(event.target.files[0], row);
      event.target.value = ""; // it arrives in pieces, not with the form
    }
  });

  const hasFiles = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
  zone.addEventListener("dragover", (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      zone.classList.add("is-over");
    }
  });
  for (const name of ["dragleave", "drop"]) {
    zone.addEventListener(name, () => zone.classList.remove("is-over"));
  }
  zone.addEventListener("drop", (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      arriveAll(event.dataTransfer.files);
    }
  });

  zone.hidden = false;
});
