// "Make it the cover" beside each photo: chooses its number in the form's list of covers.
"use strict";
window.addEventListener("DOMContentLoaded", () => {
  const { photoRows: rows } = window.newsroom;
  const select = document.querySelector("select[name=cover_number]");
  if (!rows || !select) {
    return;
  }
  const { group, zone } = rows;
  const own = new Set(); // numbers that this script offered

  const option = (number) => [...select.options].find((each) => each.value === String(number));

  const show = () => {
    for (const button of group.querySelectorAll(".photo-cover")) {
      const row = button.closest(".inline-related");
      const isCover = !button.hidden && select.value === String(rows.number(row));
      button.setAttribute("aria-pressed", String(isCover));
      row.classList.toggle("is-cover", isCover);
    }
  };

  const choose = (number) => {
    if (number && !option(number)) {
      select.add(new Option(zone.dataset.photoNumber.replace("{number}", number), number));
      own.add(number);
    }
    select.value = number || "";
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };

  group.addEventListener("click", (event) => {
    if (event.target.matches(".photo-cover")) {
      const isCover = event.target.getAttribute("aria-pressed") === "true";
      choose(isCover ? 0 : rows.number(event.target.closest(".inline-related")));
    }
  });
  select.addEventListener("change", show);
  group.addEventListener("photo:rows", show);
  document.addEventListener("formset:removed", () => {
    const numbers = rows.all().map(rows.number);
    for (const number of [...own].filter((each) => !numbers.includes(each))) {
      own.delete(number);
      if (select.value === String(number)) {
        choose(0);
      }
      option(number)?.remove();
    }
  });
  show();
});
