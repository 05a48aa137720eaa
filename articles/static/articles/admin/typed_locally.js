// Texts that this browser keeps by itself: a person, a bulletin and a form each.
"use strict";
window.newsroom = window.newsroom || {};
newsroom.locally = (() => {
  const PREFIX = "newsroom.typed";
  const KEPT_FOR = 30 * 24 * 60 * 60 * 1000; // milliseconds

  const keyOf = (place, formKey) => [PREFIX, place.user, place.article, formKey].join(":");

  const parse = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };

  const keys = (beginning) => {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(beginning));
    } catch {
      return [];
    }
  };

  // Says whether the browser really keeps it: its room may be full, or closed.
  const write = (place, formKey, entry) => {
    try {
      localStorage.setItem(keyOf(place, formKey), JSON.stringify(entry));
      return true;
    } catch {
      return false;
    }
  };

  const remove = (place, formKey) => {
    try {
      localStorage.removeItem(keyOf(place, formKey));
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  };

  // Newest first: [{form_key, at, based_on, fields}].
  const all = (place) =>
    keys(keyOf(place, ""))
      .map((key) => ({ ...parse(key), form_key: key.split(":").pop() }))
      .filter((entry) => entry.fields)
      .sort((one, other) => (one.at < other.at ? 1 : -1));

  // What was saved meanwhile, by forms of any bulletin, and what nobody came back for.
  const forget = (place, savedForms) => {
    for (const key of keys([PREFIX, place.user, ""].join(":"))) {
      const entry = parse(key);
      const isOld = !entry || Date.now() - Date.parse(entry.at) > KEPT_FOR;
      if (isOld || savedForms.includes(key.split(":").pop())) {
        localStorage.removeItem(key);
      }
    }
  };

  return { write, remove, all, forget };
})();
