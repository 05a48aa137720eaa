// The rows of a bulletin's photos: a new one for each photo that arrives or is chosen, with
// the number by which the text knows it, and the buttons that Django's rows lack.
//
// Others hear of it on `document`: "photo:insert" {number, src, alt, caption} when a photo
// is to be put into the text, "photo:caption" {number, caption} while one is typed.
"use strict";
window.newsroom = window.newsroom || {};
newsroom.photoRows = null;

window.addEventListener("DOMContentLoaded", () => {
  const group = document.querySelector("#photo_places-group");
  const zone = document.querySelector(".drop-zone");
  if (!group || !zone) {
    return;
  }
  const holder = document.querySelector("[data-next-number]");
  const template = (name) => zone.querySelector(`template.${name}`).content.firstElementChild.cloneNode(true);
  let labels = 0;
  let turns = 0;

  const all = () => [...group.querySelectorAll(".inline-related:not(.empty-form)")];
  // Never the copy that Django hides beside a field to see whether it has changed.
  const field = (row, name) => row.querySelector(`[name^="photo_places-"][name$="-${name}"]`);
  const value = (row, name) => (field(row, name) || {}).value || "";
  const isLeaving = (row) => Boolean((field(row, "DELETE") || {}).checked);
  const number = (row) => Number(value(row, "number") || row.querySelector(".photo-preview")?.dataset.number || 0);
  const thumbnail = (row) => row.querySelector(".photo-thumbnail");
  const hasPhoto = (row) => Boolean(value(row, "photo"));
  const label = (row) => row.querySelector(".inline_label");
  const name = (row) => value(row, "caption") || label(row).textContent.trim();

  const facts = (row) => ({
    number: number(row),
    src: thumbnail(row)?.getAttribute("src") || "",
    alt: value(row, "alt_text"),
    caption: value(row, "caption"),
  });

  const put = (row, fieldName, text) => {
    const input = field(row, fieldName);
    if (input && input.value !== String(text)) {
      input.value = text;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };

  const nextNumber = () => {
    const first = Number(holder && holder.dataset.nextNumber) || 1;
    const free = Math.max(first, ...all().map((row) => number(row) + 1));
    if (holder) {
      holder.dataset.nextNumber = free + 1;
    }
    return free;
  };

  // The buttons of a row, once; those that need a photo wait for it.
  const equip = (row) => {
    if (!row.querySelector(".photo-tools")) {
      const tools = template("photo-tools-template");
      labels += 1;
      label(row).id = `photo-label-${labels}`;
      for (const button of tools.querySelectorAll("button")) {
        button.setAttribute("aria-describedby", label(row).id);
      }
      row.querySelectorAll(".photo-preview .photo-insert").forEach((button) => button.remove());
      (row.querySelector(".photo-preview") || row.querySelector("fieldset")).append(tools);
      row.classList.add("has-photo-tools");
    }
    row.classList.toggle("has-photo", hasPhoto(row));
    row.querySelector(".photo-insert").hidden = !number(row);
    row.querySelector(".photo-cover").hidden = !number(row) || !hasPhoto(row);
  };

  const show = (row, photo) => {
    const preview = row.querySelector(".photo-preview");
    let image = thumbnail(row);
    if (!image) {
      image = document.createElement("img");
      image.className = "photo-thumbnail";
      preview.prepend(image);
    }
    Object.assign(image, { src: photo.thumbnail, alt: photo.alt_text || "" });
    image.dataset.place = number(row);
    Object.assign(preview.dataset, { number: number(row), thumbnail: photo.thumbnail });
    preview.querySelector(".photo-gap")?.remove();
    if (photo.name && !row.classList.contains("has_original")) {
      label(row).textContent = photo.name;
    }
  };

  // Nothing is refused for it: somebody looks, and decides.
  const sayAlike = (row, alike) => {
    row.querySelector(".photo-alike")?.remove();
    if (!alike || alike.length === 0) {
      return;
    }
    const notice = template("photo-alike-template");
    for (const other of alike) {
      const link = document.createElement("a");
      const image = document.createElement("img");
      Object.assign(image, { src: other.thumbnail, alt: "" });
      Object.assign(link, { href: other.url, target: "_blank" });
      link.append(image, other.name);
      notice.append(link);
    }
    row.querySelector(".photo-preview").append(notice);
  };

  // Give a row its photo; what the row says already stays.
  const fill = (row, photo) => {
    if (!number(row)) {
      put(row, "number", nextNumber());
    }
    for (const text of ["caption", "alt_text", "credit"]) {
      if (!value(row, text)) {
        put(row, text, photo[text] || "");
      }
    }
    const decorative = field(row, "is_decorative");
    if (decorative && photo.is_decorative && !value(row, "alt_text")) {
      decorative.checked = true;
    }
    put(row, "photo", photo.id);
    show(row, photo);
    sayAlike(row, photo.alike);
    equip(row);
    return facts(row);
  };

  const blank = () => {
    group.querySelector(".add-row a").click();
    return group.querySelector(".empty-form").previousElementSibling;
  };

  // Photos of one batch stand in the order in which they were chosen, not in which they
  // happened to arrive.
  const takeTurn = () => (turns += 1);
  const rank = (row) => Number(row.dataset.turn || 0);
  const placeFor = (turn) => {
    const before = all().filter((row) => rank(row) && rank(row) < turn).pop();
    return before ? before.nextElementSibling : all().find((row) => rank(row) > turn);
  };

  const find = (id) => all().find((row) => value(row, "photo") === String(id) && !isLeaving(row));

  // A row for the photo; the one that stands, if the bulletin has it already.
  const add = (photo, turn) => {
    const standing = find(photo.id);
    if (standing) {
      return { ...facts(standing), isNew: false };
    }
    const next = placeFor(turn);
    const row = blank();
    row.dataset.turn = turn;
    fill(row, photo);
    if (next && next !== row) {
      next.before(row);
    }
    group.dispatchEvent(new CustomEvent("photo:rows"));
    return { ...facts(row), isNew: true };
  };

  group.addEventListener("click", (event) => {
    if (event.target.matches(".photo-insert")) {
      const detail = facts(event.target.closest(".inline-related"));
      document.dispatchEvent(new CustomEvent("photo:insert", { detail }));
    }
  });
  group.addEventListener("input", (event) => {
    const row = event.target.closest(".inline-related");
    if (row && event.target === field(row, "caption") && number(row)) {
      const detail = { number: number(row), caption: event.target.value };
      document.dispatchEvent(new CustomEvent("photo:caption", { detail }));
    } else if (row && event.target === field(row, "alt_text") && thumbnail(row)) {
      thumbnail(row).alt = event.target.value;
    }
  });
  document.addEventListener("formset:added", (event) => {
    if (event.detail.formsetName === "photo_places") {
      equip(event.target);
      group.dispatchEvent(new CustomEvent("photo:rows"));
    }
  });
  all().forEach(equip);

  newsroom.photoRows = { group, zone, template, all, field, put, number, name, hasPhoto, fill, add, takeTurn };
});
