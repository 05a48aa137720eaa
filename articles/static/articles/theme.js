/* The colours that the reader chose, before anything is painted; kept on this device. */
"use strict";

(() => {
  const KEY = "newsroom-theme";
  const THEMES = ["light", "dark", "contrast"];
  const root = document.documentElement;
  // Room is kept for what scripts will show: the style sheet asks for this.
  root.dataset.script = "";

  // Reading and writing throw where the browser keeps nothing for this site.
  const recall = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const remember = (theme) => {
    try {
      if (theme) localStorage.setItem(KEY, theme);
      else localStorage.removeItem(KEY);
    } catch {
      // The choice then lasts as long as the page.
    }
  };
  const wear = (theme) => {
    if (THEMES.includes(theme)) root.dataset.theme = theme;
    else delete root.dataset.theme;
  };

  wear(recall());

  document.addEventListener("DOMContentLoaded", () => {
    const panel = document.querySelector(".display");
    if (!panel) return;
    const bars = [...document.querySelectorAll("meta[name=theme-color]")];
    const own = bars.map((bar) => bar.content);
    const choices = [...panel.querySelectorAll("input")];

    /* The browser's own bar over the page takes the band's colour. */
    const show = () => {
      const chosen = root.dataset.theme || "";
      const river = getComputedStyle(root).getPropertyValue("--river").trim();
      bars.forEach((bar, index) => { bar.content = chosen ? river : own[index]; });
      for (const choice of choices) choice.checked = choice.value === chosen;
    };

    panel.addEventListener("change", (event) => {
      remember(event.target.value);
      wear(event.target.value);
      show();
    });
    panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !panel.open) return;
      panel.open = false;
      panel.querySelector("summary").focus();
    });
    document.addEventListener("click", (event) => {
      if (!panel.contains(event.target)) panel.open = false;
    });
    panel.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !panel.contains(event.relatedTarget)) panel.open = false;
    });
    // Another tab of this site chose.
    addEventListener("storage", (event) => {
      if (event.key !== KEY) return;
      wear(event.newValue);
      show();
    });
    show();
    panel.hidden = false;
  });
})();
