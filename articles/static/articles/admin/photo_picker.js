// Photos from the library, in a dialog: found while typing, several can be taken.
"use strict";
window.addEventListener("DOMContentLoaded", () => {
  const AFTER_TYPING = 300; // milliseconds
  const { photoRows: rows } = window.newsroom;
  const dialog = document.querySelector(".photo-picker");
  const opener = document.querySelector(".drop-zone-library");
  if (!rows || !dialog || !opener) {
    return;
  }
  const found = dialog.querySelector(".photo-picker-found");
  const search = dialog.querySelector(".photo-picker-search");
  const status = dialog.querySelector(".photo-picker-status");
  const taken = new Set(); // keys of photos, since the dialog was opened
  let asking = null;
  let timer = null;

  const mark = () => {
    for (const item of found.querySelectorAll("[data-photo]")) {
      item.setAttribute("aria-pressed", String(taken.has(item.dataset.photo)));
    }
  };

  const ask = async (query) => {
    asking?.abort();
    asking = new AbortController();
    const headers = { "X-Requested-With": "fetch" };
    const answer = await fetch(`${dialog.dataset.url}?${new URLSearchParams(query)}`, { signal: asking.signal, headers });
    if (answer.status === 403 || answer.redirected) {
      throw new Error("loggedOut");
    }
    if (!answer.ok) {
      throw new Error("failed");
    }
    return answer.text();
  };

  // `show` puts the library's answer where it belongs.
  const load = async (query, show) => {
    try {
      show(await ask(query));
      mark();
      const count = found.querySelectorAll("[data-photo]").length;
      status.textContent = count ? dialog.dataset.found.replace("{count}", count) : dialog.dataset.nothing;
    } catch (error) {
      if (error.name !== "AbortError") {
        status.textContent = dialog.dataset[error.message] || dialog.dataset.failed;
      }
    }
  };

  const lookFor = () =>
    load({ q: search.value.trim() }, (html) => {
      found.innerHTML = html;
      found.scrollTop = 0;
    });

  const showMore = (button) =>
    load({ q: search.value.trim(), page: button.dataset.next }, (html) => {
      const last = button.previousElementSibling;
      button.remove();
      found.insertAdjacentHTML("beforeend", html);
      (last?.nextElementSibling || search).focus();
    });

  const take = ({ photo, thumbnail, caption, alt, decorative, credit, name }) => {
    const chosen = { id: photo, thumbnail, caption, alt_text: alt, is_decorative: decorative !== undefined, credit, name };
    const { isNew } = rows.add(chosen, rows.takeTurn());
    taken.add(photo);
    mark();
    const sentence = isNew ? dialog.dataset.taken : rows.zone.dataset.already;
    status.textContent = sentence.replace("{name}", caption || name);
  };

  // Outside of the bulletin's form, which it would send with Enter.
  document.body.append(dialog);
  opener.hidden = false;
  opener.addEventListener("click", () => {
    taken.clear();
    dialog.showModal();
    search.focus();
    lookFor();
  });
  search.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(lookFor, AFTER_TYPING);
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      clearTimeout(timer);
      lookFor();
    }
  });
  dialog.querySelector(".photo-picker-close").addEventListener("click", () => dialog.close());
  found.addEventListener("click", (event) => {
    const item = event.target.closest("[data-photo]");
    const more = event.target.closest("[data-next]");
    if (item) {
      take(item.dataset);
    } else if (more) {
      showMore(more);
    }
  });
});
