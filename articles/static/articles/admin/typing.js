// Comfort while writing: who else is here, counts of words, keyboard shortcuts.
"use strict";
window.addEventListener("DOMContentLoaded", () => {
  const STILL_HERE = 30000; // milliseconds; the server forgets after three minutes
  const LONG_TITLE = 110; // characters
  const form = document.querySelector("#article_form");
  const bar = document.querySelector(".typing");
  const others = document.querySelector(".others");
  const token = document.querySelector("[name=csrfmiddlewaretoken]");

  const tellPresence = async () => {
    if (document.visibilityState === "hidden") {
      return;
    }
    const { autosave } = window.newsroom;
    const headers = { Accept: "application/json", "X-CSRFToken": token.value };
    const body = JSON.stringify({ has_typed: Boolean(autosave && autosave.hasChanged()) });
    try {
      const answer = await fetch(others.dataset.presenceUrl, { method: "POST", headers, body });
      if (answer.ok) {
        show((await answer.json()).others);
      }
    } catch {
      // Without a connection nobody can be told apart; the bar says so already.
    }
  };

  // Only what is new is read out by a screen reader.
  const show = (sentences) => {
    const shown = [...others.children].map((item) => item.textContent);
    if (shown.join("\n") === sentences.join("\n")) {
      return;
    }
    others.replaceChildren(
      ...sentences.map((sentence) => {
        const item = document.createElement("li");
        item.textContent = sentence;
        return item;
      }),
    );
  };

  if (others && token) {
    tellPresence();
    setInterval(tellPresence, STILL_HERE);
    document.addEventListener("visibilitychange", tellPresence);
  }
  if (!form || !bar) {
    return;
  }

  const words = (text) => (text.match(/[\p{L}\p{N}]+/gu) || []).length;
  const plain = (html) => {
    const spaced = html.replace(/<\/(p|h[2-4]|li|td|th|figcaption)>|<br[^>]*>/g, " $&");
    return new DOMParser().parseFromString(spaced, "text/html").body.textContent;
  };
  const tell = (name, count) => {
    const place = bar.querySelector(`.count-${name}`);
    place.textContent = place.dataset.text.replace("{count}", count);
  };

  let counted = "";
  const count = () => {
    const { title = "", lead = "", body = "" } = newsroom.fields.read(form);
    const key = JSON.stringify([title, lead, body]);
    if (key === counted) {
      return;
    }
    counted = key;
    const letters = [...title.normalize("NFC").trim()].length;
    tell("title", letters);
    tell("lead", words(lead));
    tell("body", words(plain(body)));
    const advice = bar.querySelector(".count-advice");
    const sentence = letters > LONG_TITLE ? advice.dataset.text : "";
    if (advice.textContent !== sentence) {
      advice.textContent = sentence;
    }
  };
  let waiting = null;
  const countSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(count, 250);
  };
  count();
  form.addEventListener("input", countSoon);
  newsroom.fields.whenEditorReady((_name, editor) => {
    countSoon();
    editor.on("change", countSoon);
  });

  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.repeat) {
      return;
    }
    const name = { s: "_continue", Enter: "_step" }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const button = name && form.querySelector(`button[name=${name}]`);
    if (button) {
      event.preventDefault();
      button.click();
    }
  });
});
