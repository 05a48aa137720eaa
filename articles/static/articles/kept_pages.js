/* On the page for readers without a connection: what this device has kept. */
"use strict";

(() => {
  const section = document.querySelector(".kept-pages");
  if (!section || !globalThis.caches) return;
  const list = section.querySelector("ul");
  const row = section.querySelector("template").content;
  const { site } = section.dataset;

  const moment = (iso) => {
    const form = { dateStyle: "short", timeStyle: "short", timeZone: "Asia/Ho_Chi_Minh" };
    return new Intl.DateTimeFormat("en-GB", form).format(new Date(iso)).replace(",", "");
  };

  const rowFor = async (request, response) => {
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const keptAt = response.headers.get("X-Kept-At");
    const entry = row.cloneNode(true);
    const link = entry.querySelector("a");
    link.href = new URL(request.url).pathname + new URL(request.url).search;
    link.textContent = page.title.replace(` – ${site}`, "");
    entry.querySelector(".kept-at").textContent = moment(keptAt);
    return entry;
  };

  const show = async () => {
    const cache = await caches.open("newsroom-pages");
    const requests = (await cache.keys()).reverse(); // what was read last stands first
    const rows = await Promise.all(requests.map(async (request) => rowFor(request, await cache.match(request, { ignoreVary: true }))));
    list.replaceChildren(...rows);
    section.hidden = !rows.length;
    document.querySelector(".nothing-kept").hidden = Boolean(rows.length);
  };

  section.querySelector("button").addEventListener("click", async () => {
    await Promise.all(["newsroom-pages", "newsroom-pictures"].map((name) => caches.delete(name)));
    await show();
    document.querySelector("main").focus();
  });
  show();
})();
