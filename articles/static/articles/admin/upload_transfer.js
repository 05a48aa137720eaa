// One file on its way to the server, piece by piece. Whatever happens to the line, the
// next attempt goes on from what the server has.
"use strict";
window.newsroom = window.newsroom || {};
newsroom.transfers = (() => {
  const PATIENCE = 120000; // milliseconds for one answer
  const FINAL = [400, 413, 415, 422];

  class Refused extends Error {} // for good; the message is a sentence, or empty
  class LoggedOut extends Error {}
  class Unreachable extends Error {} // worth another attempt
  class Gone extends Error {} // the server knows nothing of this upload any more

  const csrfInputs = () => document.getElementsByName("csrfmiddlewaretoken");

  const once = async (url, method, options, signal) => {
    const limit = new AbortController();
    const stop = () => limit.abort();
    const clock = setTimeout(stop, PATIENCE);
    signal.addEventListener("abort", stop);
    try {
      const answer = await fetch(url, {
        method,
        body: options.body,
        headers: { Accept: "application/json", "X-CSRFToken": csrfInputs()[0].value, ...options.headers },
        signal: limit.signal,
      });
      const isJson = (answer.headers.get("Content-Type") || "").startsWith("application/json");
      const said = isJson ? await answer.json() : null;
      return { status: answer.status, said, wait: answer.headers.get("Retry-After"), isElsewhere: answer.redirected };
    } catch {
      throw new Unreachable();
    } finally {
      clearTimeout(clock);
      signal.removeEventListener("abort", stop);
    }
  };

  // Every login changes the token; a form that stood open meanwhile takes the new one.
  const renewToken = async (url, signal) => {
    const { status, said } = await once(url, "GET", {}, signal);
    if (status !== 200 || !said) {
      throw new LoggedOut();
    }
    for (const input of csrfInputs()) {
      input.value = said.csrf_token;
    }
  };

  // The answer, where it is one to go on with; everything else is thrown.
  const understand = (answer) => {
    const { status, said } = answer;
    if (answer.isElsewhere || (status === 403 && !(said && said.error))) {
      throw new LoggedOut();
    }
    if (status === 404) {
      throw new Gone();
    }
    if (status === 403 || FINAL.includes(status)) {
      throw new Refused(said && said.error);
    }
    const isBusy = status === 503 && said && said.busy;
    if (status >= 300 && status !== 409 && !isBusy) {
      throw new Unreachable();
    }
    return answer;
  };

  const asJson = (said) => ({ body: JSON.stringify(said), headers: { "Content-Type": "application/json" } });

  const pause = (seconds, signal) =>
    new Promise((resolve) => {
      const clock = setTimeout(resolve, seconds * 1000);
      signal.addEventListener("abort", () => (clearTimeout(clock), resolve()), { once: true });
    });

  // One file is taken in at a time: a server asked for two says that it is busy.
  let last = Promise.resolve();
  const inTurn = (task) => {
    const result = last.then(task);
    last = result.catch(() => {});
    return result;
  };

  const forget = (address) => {
    const again = () => window.addEventListener("online", () => forget(address), { once: true });
    const headers = { "X-CSRFToken": csrfInputs()[0].value };
    fetch(address, { method: "POST", headers, keepalive: true }).catch(again);
  };

  // `said` goes with the file: {kind, keep_date, caption, credit}. `onProgress` is told the
  // bytes that the server has, and whether it is at work on them.
  const start = ({ file, url, said, signal, onProgress }) => {
    let token = null;
    let piece = 0;
    let sent = 0;
    let isSure = true; // whether `sent` is what the server has

    const ask = async (path, method, options = {}) => {
      let answer = await once(url + path, method, options, signal);
      if (answer.status === 403 && !answer.said) {
        await renewToken(url, signal);
        answer = await once(url + path, method, options, signal);
      }
      return understand(answer);
    };

    const report = (isWorking = false) => onProgress(sent, isWorking);

    const begin = async () => {
      const about = { name: file.name, size: file.size, ...said };
      const answer = await ask("", "POST", asJson(about));
      ({ token, piece } = answer.said);
      sent = answer.said.received;
    };

    const read = async () => {
      try {
        return await file.slice(sent, sent + piece).arrayBuffer();
      } catch {
        throw new Refused(); // moved, changed, or a folder
      }
    };

    const sendPieces = async () => {
      while (sent < file.size) {
        const headers = { "Content-Type": "application/octet-stream", "Upload-Offset": String(sent) };
        const answer = await ask(`${token}/`, "POST", { body: await read(), headers });
        if (answer.status === 409 && answer.said.received === sent) {
          throw new Unreachable(); // another request is at this very piece
        }
        sent = answer.said.received;
        report();
      }
    };

    const finish = async () => {
      report(true);
      const answer = await inTurn(() => ask(`${token}/finish/`, "POST", asJson(said)));
      if (answer.status === 503) {
        await pause(Number(answer.wait) || 2, signal);
      } else if (answer.status === 409) {
        sent = answer.said.received;
      } else {
        return answer.said;
      }
      return null;
    };

    // The server keeps the pieces until it hears that they are not needed any more.
    const abandon = () => {
      if (token) {
        forget(`${url}${token}/cancel/`);
        token = null;
      }
    };

    // One attempt: to the end, or an exception.
    const go = async () => {
      try {
        if (!token) {
          await begin();
        } else if (!isSure) {
          sent = (await ask(`${token}/`, "GET")).said.received;
        }
        isSure = true;
        report();
        for (;;) {
          await sendPieces();
          const answer = await finish();
          if (answer || signal.aborted) {
            return answer;
          }
        }
      } catch (error) {
        isSure = false;
        if (error instanceof Gone) {
          token = null;
          throw new Unreachable();
        }
        throw error;
      }
    };

    return { go, abandon };
  };

  return { start, Refused, LoggedOut };
})();
