"use strict";

/* Tells the site once that the bulletin was opened: when it has been in sight for five
   seconds. Nothing is said of who opened it; going back and reloading do not count. */
(() => {
  const NEEDED = 5000; // milliseconds
  const address = document.currentScript.dataset.address;
  const [visit] = performance.getEntriesByType("navigation");
  if (!navigator.sendBeacon || (visit && visit.type !== "navigate")) return;

  let seen = 0;
  let since = 0;
  let timer = 0;

  function look() {
    if (document.visibilityState === "visible") {
      since = performance.now();
      timer = setTimeout(tell, NEEDED - seen);
    } else if (timer) {
      clearTimeout(timer);
      timer = 0;
      seen += performance.now() - since;
    }
  }

  function tell() {
    document.removeEventListener("visibilitychange", look);
    navigator.sendBeacon(address);
  }

  document.addEventListener("visibilitychange", look);
  look();
})();
