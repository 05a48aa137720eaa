// Keeps what is typed: on this machine within half a second, on the server every few
// seconds. What the server could not be given stays on this machine until it could.
"use strict";
window.newsroom = window.newsroom || {};
newsroom.autosave = null;

window.addEventListener("DOMContentLoaded", () => {
  const LOOK_EVERY = 2000; // not everything that changes a form says so
  const LOCALLY_AFTER = 400;
  const SERVER_AFTER = 3000;
  const LONGEST_PAUSE = 60000;
  const KEEPALIVE_LIMIT = 60000; // bytes that may be sent while the page closes

  const bar = document.querySelector(".typing");
  const form = document.querySelector("#article_form");
  if (!bar || !form) {
    return;
  }
  const { fields, locally } = newsroom;
  const place = { user: bar.dataset.user, article: bar.dataset.article };
  const formKey = form.elements.form_key.value;
  const status = bar.querySelector(".typing-status");
  const logIn = bar.querySelector(".typing-log-in");

  const sent = fields.asSent(form);
  let untouched = fields.stamp(sent); // what the page came with
  let now = untouched; // what it holds
  let onServer = untouched;
  let onMachine = untouched;
  let isLeaving = false;
  let isAsking = false;
  let pause = SERVER_AFTER;
  let timer = null;
  let localTimer = null;

  const basedOn = () => Number((form.elements.based_on || {}).value || bar.dataset.basedOn);

  const say = (name, time = "") => {
    const sentence = name ? bar.dataset[name].replace("{time}", time) : "";
    if (status.textContent !== sentence) {
      status.textContent = sentence;
    }
    bar.dataset.state = name;
    logIn.hidden = name !== "loggedOut";
  };

  const keepLocally = () => {
    clearTimeout(localTimer);
    localTimer = null;
    if (now === onServer || now === onMachine) {
      return;
    }
    const entry = { at: new Date().toISOString(), based_on: basedOn(), fields: fields.read(form) };
    if (locally.write(place, formKey, entry)) {
      onMachine = now;
    } else {
      say("lost");
    }
  };

  const look = () => {
    const found = fields.stamp(fields.read(form));
    if (found === now) {
      return;
    }
    now = found;
    if (bar.dataset.state === "kept" || !bar.dataset.state) {
      say("waiting");
    }
    keepLocally();
    ask(pause);
  };

  const ask = (after) => {
    if (timer === null && !isAsking) {
      timer = setTimeout(send, after);
    }
  };

  const askAtOnce = () => {
    clearTimeout(timer);
    timer = null;
    pause = SERVER_AFTER;
    look();
    if (now !== onServer) {
      send();
    }
  };

  // Every login changes the token; a form that stood open meanwhile takes the new one.
  const renewToken = async () => {
    const answer = await fetch(bar.dataset.autosaveUrl, { headers: { Accept: "application/json" } });
    if (!answer.ok) {
      return false;
    }
    const { token } = await answer.json();
    for (const input of document.getElementsByName("csrfmiddlewaretoken")) {
      input.value = token;
    }
    return true;
  };

  const post = (url, said, options = {}) =>
    fetch(url, {
      method: "POST",
      headers: {
        Accept: "application/json",
        "Content-Type": "application/json",
        "X-CSRFToken": form.elements.csrfmiddlewaretoken.value,
      },
      body: JSON.stringify(said),
      ...options,
    });

  // As `post`, once more with a new token where the old one was refused.
  const postSafely = async (url, said) => {
    const answer = await post(url, said);
    return answer.status === 403 && (await renewToken()) ? post(url, said) : answer;
  };

  const failed = (name) => {
    keepLocally();
    if (bar.dataset.state !== "lost") {
      say(name);
    }
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  };

  const understand = async (answer, stamp) => {
    if (answer.ok) {
      onServer = stamp;
      pause = SERVER_AFTER;
      if (now === onServer) {
        locally.remove(place, formKey);
        onMachine = untouched;
      }
      say("kept", (await answer.json()).kept_at);
    } else if (answer.status === 403) {
      failed("loggedOut");
    } else if (answer.status === 409) {
      const isUndecided = document.querySelector(".kept-offer:not([data-in-browser])");
      failed(isUndecided ? "undecided" : "elsewhere");
    } else if (answer.status < 500) {
      failed("refused");
    } else {
      failed("offline");
    }
  };

  const send = async () => {
    timer = null;
    isAsking = true;
    const read = fields.read(form);
    const stamp = fields.stamp(read);
    try {
      const said = { form_key: formKey, based_on: basedOn(), fields: read };
      await understand(await postSafely(bar.dataset.autosaveUrl, said), stamp);
    } catch {
      failed("offline");
    }
    isAsking = false;
    if (now !== onServer && !isLeaving) {
      ask(pause);
    }
  };

  const leave = () => {
    look();
    keepLocally();
    const said = { form_key: formKey, based_on: basedOn(), fields: fields.read(form) };
    if (now !== onServer && !isLeaving && JSON.stringify(said).length < KEEPALIVE_LIMIT / 3) {
      post(bar.dataset.autosaveUrl, said, { keepalive: true }).catch(() => {});
    }
  };

  // This form's own copy from before it was opened again (restored, then the tab was
  // killed) must not be typed over: it becomes another text, to be offered.
  const putAside = () => {
    const own = locally.all(place).find((entry) => entry.form_key === formKey);
    const isOnPage = !own || "reposted" in bar.dataset || fields.stamp(own.fields) === untouched;
    if (!isOnPage && locally.write(place, `${formKey}-${Date.now().toString(36)}`.slice(-64), own)) {
      locally.remove(place, formKey);
    }
  };

  bar.hidden = false;
  locally.forget(place, bar.dataset.savedForms.split(" "));
  putAside();
  fields.whenEditorReady((name, editor) => {
    const isUntouched = now === untouched;
    sent[name] = editor.getData();
    untouched = fields.stamp(sent);
    if (isUntouched) {
      now = onServer = onMachine = untouched;
    }
    editor.on("change", () => soon());
  });

  const soon = () => {
    if (localTimer === null) {
      localTimer = setTimeout(() => {
        localTimer = null;
        look();
      }, LOCALLY_AFTER);
    }
  };

  for (const event of ["input", "change"]) {
    form.addEventListener(event, soon);
  }
  setInterval(() => {
    if (document.visibilityState === "visible" && !isLeaving) {
      look();
    }
  }, LOOK_EVERY);
  form.addEventListener("submit", () => {
    look();
    onServer = untouched; // the copy stays here until the save is known to be done
    keepLocally();
    isLeaving = true;
    clearTimeout(timer);
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      isLeaving = false;
      askAtOnce();
    }
  });
  window.addEventListener("online", askAtOnce);
  window.addEventListener("focus", () => {
    if (bar.dataset.state === "loggedOut") {
      askAtOnce();
    }
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      leave();
    }
  });
  window.addEventListener("pagehide", leave);
  window.addEventListener("beforeunload", (event) => {
    look();
    const isKept = now === untouched || now === onServer || now === onMachine;
    if (!isLeaving && (!isKept || fields.hasFiles(form))) {
      event.preventDefault();
    }
  });

  newsroom.autosave = {
    place,
    formKey,
    postSafely,
    askAtOnce,
    current: () => fields.read(form),
    hasChanged: () => {
      look();
      return now !== untouched;
    },
  };
});
