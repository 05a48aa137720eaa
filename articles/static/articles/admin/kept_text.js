// Offers what was kept: compares what this browser has with the form, restores, discards.
"use strict";
window.addEventListener("DOMContentLoaded", async () => {
  const { autosave, locally } = window.newsroom;
  const notice = document.querySelector(".kept-text");
  const bar = document.querySelector(".typing");
  if (!autosave || !notice) {
    return;
  }
  const { place, postSafely } = autosave;
  const onServer = (formKey) =>
    [...notice.querySelectorAll(".kept-offer:not([data-in-browser])")].find(
      (offer) => offer.dataset.formKey === formKey,
    );

  const fail = (offer) => {
    const sentence = document.createElement("p");
    sentence.className = "errornote";
    sentence.textContent = notice.dataset.failed;
    offer.querySelector(".errornote")?.remove();
    offer.append(sentence);
  };

  const decided = (offer) => {
    offer.remove();
    autosave.askAtOnce();
  };

  const discardOnServer = async (offer, button) => {
    const data = new FormData(button.form);
    const headers = { Accept: "application/json" };
    const answer = await fetch(button.form.action, { method: "POST", headers, body: data });
    if (!answer.ok) {
      throw new Error(answer.status);
    }
    decided(offer);
  };

  // The server keeps one text of a bulletin: what it has goes to this browser first.
  const restoreFromBrowser = async (entry) => {
    const kept = await fetch(`${bar.dataset.autosaveUrl}?text`, { headers: { Accept: "application/json" } });
    const { kept: standing } = await kept.json();
    if (standing && standing.form_key !== entry.form_key) {
      const { form_key: key, ...rest } = standing;
      if (!locally.write(place, key, rest)) {
        throw new Error("no room");
      }
    }
    const answer = await postSafely(bar.dataset.autosaveUrl, { ...entry, replacing: true });
    if (!answer.ok) {
      throw new Error(answer.status);
    }
    locally.remove(place, entry.form_key);
    window.location.search = new URLSearchParams({ restore: entry.form_key });
  };

  notice.addEventListener("click", async (event) => {
    const offer = event.target.closest(".kept-offer");
    const isDiscard = event.target.matches(".kept-discard");
    if (!offer || !(isDiscard || event.target.matches(".kept-restore"))) {
      return;
    }
    event.preventDefault();
    if (isDiscard && !window.confirm(notice.dataset.sure)) {
      return;
    }
    const formKey = offer.dataset.formKey;
    try {
      if (!isDiscard) {
        await restoreFromBrowser(locally.all(place).find((entry) => entry.form_key === formKey));
      } else if ("inBrowser" in offer.dataset) {
        locally.remove(place, formKey);
        onServer(formKey)?.removeAttribute("hidden");
        decided(offer);
      } else {
        await discardOnServer(offer, event.target);
      }
    } catch {
      fail(offer);
    }
  });

  for (const entry of locally.all(place)) {
    if (entry.form_key === autosave.formKey) {
      continue; // what this very page holds
    }
    try {
      const answer = await postSafely(bar.dataset.compareUrl, entry);
      const { html } = answer.ok ? await answer.json() : { html: null };
      if (html === "") {
        locally.remove(place, entry.form_key);
      } else if (html) {
        const earlier = onServer(entry.form_key);
        if (earlier) {
          earlier.hidden = true; // the same text, a few seconds older
        }
        notice.insertAdjacentHTML("beforeend", html);
      }
    } catch {
      break; // the server is gone again; the texts stay where they are
    }
  }
});
