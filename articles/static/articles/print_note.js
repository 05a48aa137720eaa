/* Printing: the button, and on paper the moment at which the page was printed. */
"use strict";

(() => {
  const button = document.querySelector(".print-button");
  const note = document.querySelector(".print-time");
  button?.addEventListener("click", () => print());
  addEventListener("beforeprint", () => {
    if (!note) return;
    const now = new Date();
    // British English writes 30/11/2023, 09:21; without the comma that is the site's way.
    const form = { dateStyle: "short", timeStyle: "short", timeZone: "Asia/Ho_Chi_Minh" };
    note.querySelector(".print-moment").textContent = new Intl.DateTimeFormat("en-GB", form).format(now).replace(",", "");
    note.hidden = false;
  });
})();
