/* Registers the worker that keeps pages; and on a kept page, asks the server once more. */
"use strict";

(() => {
  const workers = navigator.serviceWorker;
  const { worker } = document.currentScript.dataset;
  if (!workers || window !== top) return;

  // After the page itself, which must not wait; a refusal costs the reader nothing.
  addEventListener("load", () => workers.register(worker).catch(() => {}));

  const notice = document.querySelector(".kept-notice[data-fresh]");
  if (!notice) return;

  /* A page that is gone goes at once, from the device as well; for another one the
     reader decides when. */
  const check = async () => {
    let answer;
    try {
      answer = await fetch(location.href, { method: "HEAD", cache: "no-store" });
    } catch {
      return;
    }
    if (answer.status === 404 || answer.status === 410) {
      const cache = await caches.open("newsroom-pages");
      await cache.delete(location.href.split("#")[0], { ignoreVary: true });
      location.reload();
    } else if (answer.ok) {
      notice.firstChild.data = `${notice.dataset.fresh} `;
    }
  };

  addEventListener("online", check);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) check(); });
  check();
})();
