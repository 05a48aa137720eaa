// Remarks are sent without leaving the page, so that what is typed into the bulletin's form
// stays. Without this script the same forms lead to a page and back.
"use strict";
window.addEventListener("DOMContentLoaded", () => {
  const panel = document.getElementById("remarks");
  if (!panel) {
    return;
  }
  const send = async (form) => {
    const response = await fetch(form.action, {
      method: "POST",
      body: new FormData(form),
      headers: { "X-Requested-With": "fetch" },
    });
    if (!response.ok || response.redirected) {
      throw new Error(response.statusText);
    }
    return response.text();
  };
  panel.addEventListener("submit", async (event) => {
    event.preventDefault();
    const typed = panel.querySelector("#remark-text").value;
    const isNew = event.target.contains(panel.querySelector("#remark-text"));
    const buttons = panel.querySelectorAll("button");
    buttons.forEach((button) => (button.disabled = true));
    try {
      panel.innerHTML = await send(event.target);
      if (!isNew) {
        panel.querySelector("#remark-text").value = typed;
      }
      panel.querySelector("h2").focus();
    } catch {
      panel.querySelector(".remark-trouble").hidden = false;
      buttons.forEach((button) => (button.disabled = false));
    }
  });
});
