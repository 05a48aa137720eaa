// Files on their way, two at a time. A line that is gone is waited for, a bad one is tried
// again ever more slowly; what is given up can be tried again by hand. Nothing is lost
// while the page is open.
//
// newsroom.uploads.add(file, {url, said, onChange}) gives an upload: {file, state, sent,
// error, done, retry(), cancel()}. `done` resolves with the server's answer and rejects
// with an Error that holds a sentence, or "" where it was cancelled. States: waiting,
// sending, working, offline, retrying, loggedOut, failed; then done, refused, cancelled.
"use strict";
window.newsroom = window.newsroom || {};
newsroom.uploads = (() => {
  const AT_ONCE = 2;
  const FIRST_PAUSE = 1000; // milliseconds
  const LONGEST_PAUSE = 30000;
  const MOST_FAILURES = 6; // in a row, with a connection
  const OVER = ["done", "refused", "cancelled"];

  const standing = new Set(); // uploads that are not over
  const queue = [];
  let running = 0;

  const next = () => {
    while (running < AT_ONCE && queue.length > 0) {
      running += 1;
      queue.shift()();
    }
  };
  const turn = () =>
    new Promise((resolve) => {
      queue.push(resolve);
      next();
    });
  const giveTurnBack = () => {
    running -= 1;
    next();
  };

  const set = (upload, state, error = "") => {
    if (OVER.includes(upload.state)) {
      return;
    }
    Object.assign(upload, { state, error });
    if (OVER.includes(state)) {
      standing.delete(upload);
    }
    upload.onChange(upload);
  };

  // Until the time is over, or until something tells that it may go on.
  const rest = (upload, milliseconds) =>
    new Promise((resolve) => {
      const clock = milliseconds && setTimeout(() => upload.wake(), milliseconds);
      upload.wake = () => {
        clearTimeout(clock);
        upload.wake = () => {};
        resolve();
      };
    });

  const restAfter = (upload, error) => {
    if (error instanceof newsroom.transfers.LoggedOut) {
      set(upload, "loggedOut");
      return rest(upload);
    }
    if (!navigator.onLine) {
      set(upload, "offline");
      return rest(upload, LONGEST_PAUSE);
    }
    upload.failures += 1;
    if (upload.failures >= MOST_FAILURES) {
      set(upload, "failed");
      upload.failures = 0;
      return rest(upload);
    }
    set(upload, "retrying");
    return rest(upload, Math.min(FIRST_PAUSE * 2 ** (upload.failures - 1), LONGEST_PAUSE));
  };

  const attempt = async (upload, signal) => {
    await turn();
    try {
      return signal.aborted ? null : await upload.transfer.go();
    } finally {
      giveTurnBack();
    }
  };

  const run = async (upload, signal) => {
    while (!signal.aborted) {
      try {
        const answer = await attempt(upload, signal);
        if (answer && !signal.aborted) {
          set(upload, "done");
          upload.transfer.abandon();
          return answer;
        }
      } catch (error) {
        if (error instanceof newsroom.transfers.Refused) {
          set(upload, "refused", error.message);
          throw error;
        }
        if (!signal.aborted) {
          await restAfter(upload, error);
        }
      }
    }
    throw new Error("");
  };

  const add = (file, { url, said, onChange = () => {} }) => {
    const stop = new AbortController();
    const upload = { file, state: "waiting", sent: 0, error: "", failures: 0, onChange, wake: () => {} };
    const onProgress = (sent, isWorking) => {
      upload.failures = sent > upload.sent ? 0 : upload.failures;
      upload.sent = sent;
      set(upload, isWorking ? "working" : "sending");
    };
    upload.transfer = newsroom.transfers.start({ file, url, said, signal: stop.signal, onProgress });
    upload.retry = () => upload.wake();
    upload.cancel = () => {
      set(upload, "cancelled");
      stop.abort();
      upload.wake();
      upload.transfer.abandon();
    };
    standing.add(upload);
    upload.onChange(upload);
    upload.done = run(upload, stop.signal);
    upload.done.catch(() => {}); // whoever asks is told; nobody has to
    return upload;
  };

  const wakeAll = () => {
    for (const upload of standing) {
      upload.wake();
    }
  };
  window.addEventListener("online", wakeAll);
  window.addEventListener("focus", wakeAll);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") {
      wakeAll();
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (standing.size > 0) {
      event.preventDefault();
    }
  });
  window.addEventListener("pagehide", (event) => {
    if (!event.persisted) {
      standing.forEach((upload) => upload.transfer.abandon());
    }
  });

  // To leave the page without what has not arrived: nobody is asked a second time.
  const cancelAll = () => [...standing].forEach((upload) => upload.cancel());

  return { add, cancelAll, standing: () => standing.size };
})();
