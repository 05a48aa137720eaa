// One caption and one credit for all photos that came since the page was opened: written
// where a row says nothing yet.
"use strict";
window.addEventListener("DOMContentLoaded", () => {
  const { photoRows: rows } = window.newsroom;
  const batch = document.querySelector(".photo-batch");
  if (!rows || !batch) {
    return;
  }
  const announcer = rows.zone.querySelector(".photo-announcer");
  const inBatch = () => rows.all().filter((row) => row.dataset.turn);

  const apply = () => {
    const changed = new Set();
    for (const input of batch.querySelectorAll("[data-writes]")) {
      const text = input.value.trim();
      for (const row of text ? inBatch() : []) {
        if (!rows.field(row, input.dataset.writes).value.trim()) {
          rows.put(row, input.dataset.writes, text);
          changed.add(row);
        }
      }
    }
    announcer.textContent = batch.dataset.applied.replace("{count}", changed.size);
  };

  batch.querySelector(".photo-batch-apply").addEventListener("click", apply);
  batch.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("[data-writes]")) {
      event.preventDefault(); // the bulletin's form would be sent
      apply();
    }
  });
  rows.group.addEventListener("photo:rows", () => {
    batch.hidden = inBatch().length === 0;
  });
});
