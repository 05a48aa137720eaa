/* Pages that were read stay readable without a connection, and say that they are copies.

   views/offline.py puts SETUP before this text: its version, the addresses of what every
   page needs, and sentences. The network goes first, always: a copy is shown only where
   the server does not answer, or not in time. What the server says is gone is forgotten.

   A worker never sees Set-Cookie. So pages are kept by a list of the public ones, none of
   which sets a cookie; the newsroom, previews and forms are not on it, and what they ask
   for goes past this worker. */
"use strict";

const PATIENCE = 4000; // milliseconds
const SHELL = `newsroom-shell-${SETUP.version}`;
const PAGES = "newsroom-pages";
const ASSETS = "newsroom-assets";
const PICTURES = "newsroom-pictures";
const MOST = { [PAGES]: 20, [ASSETS]: 40, [PICTURES]: 60 };

const KEPT = /^\/(?:$|tin\/[^/]+\/$|(?:chuyen-muc|don-vi|tac-gia|luu-tru)\/|(?:dinh-chinh|doc-nhieu|tro-nang)\/$)/;
const ASKED_ONLINE = /^\/(?:tim-kiem\/$|tin\/[^/]+\/bao-loi\/$)/;
const HASHED = /\.[0-9a-f]{12}\.\w+$/;
const WAY = { ignoreVary: true };

/* --- Keeping ------------------------------------------------------------------ */

const keep = async (name, address, response) => {
  try {
    const cache = await caches.open(name);
    // Away and back again: what was read last stands last.
    await cache.delete(address, WAY);
    await cache.put(address, response);
    const addresses = await cache.keys();
    const tooMany = addresses.slice(0, Math.max(0, addresses.length - MOST[name]));
    await Promise.all(tooMany.map((each) => cache.delete(each, WAY)));
  } catch {
    // The device is full, or keeps nothing for this site: it reads on, online.
  }
};

const recall = async (name, address) => (await caches.open(name)).match(address, WAY);

const forget = async (address) => (await caches.open(PAGES)).delete(address, WAY);

const isGone = ({ status, type }) => status === 404 || status === 410 || type === "opaqueredirect";

const isPage = ({ status, headers }) =>
  status === 200
  && (headers.get("Content-Type") || "").startsWith("text/html")
  && !/no-store|private/.test(headers.get("Cache-Control") || "");

const keepPage = async (address, response) => {
  if (isGone(response)) return forget(address);
  if (!isPage(response)) return undefined;
  const headers = new Headers({
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": response.headers.get("Content-Security-Policy") || "default-src 'none'",
    "X-Kept-At": new Date().toISOString(),
  });
  return keep(PAGES, address, new Response(await response.text(), { headers }));
};

/* --- Showing ------------------------------------------------------------------ */

const moment = (iso) => {
  const form = { dateStyle: "short", timeStyle: "short", timeZone: "Asia/Ho_Chi_Minh" };
  return new Intl.DateTimeFormat("en-GB", form).format(new Date(iso)).replace(",", "");
};

const copyOf = async (address) => {
  const kept = await recall(PAGES, address);
  if (!kept) return null;
  const page = await kept.text();
  const language = (page.match(/<html lang="(\w+)"/) || [])[1];
  const said = SETUP.sentences[language] || SETUP.sentences.vi;
  const notice = `<div class="kept-notice" role="status" data-fresh="${said.fresh}">
    ${said.kept.replace("{time}", moment(kept.headers.get("X-Kept-At")))}
    <a href="">${said.again}</a></div>`;
  const marked = page.replace('<header class="masthead">', (start) => notice + start);
  return new Response(marked, { headers: kept.headers });
};

const offlinePage = async () => {
  const page = await recall(SHELL, SETUP.page);
  if (!page) return Response.error();
  return new Response(await page.text(), { status: 503, headers: page.headers });
};

const readPage = async (event, address) => {
  const asked = fetch(event.request);
  event.waitUntil(asked.then((answer) => keepPage(address, answer.clone())).catch(() => {}));
  const late = new Promise((resolve) => { setTimeout(resolve, PATIENCE, null); });
  const answer = await Promise.race([asked.catch(() => null), late]);
  if (answer && answer.status < 500) return answer;
  const copy = await copyOf(address);
  if (copy) return copy;
  return answer || asked.catch(offlinePage);
};

const fromDevice = async (name, request) => {
  const kept = await recall(name, request.url) || await recall(SHELL, request.url);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.status === 200) await keep(name, request.url, answer.clone());
  return answer;
};

/* The photo in another size, where the one that fits this window was never fetched. */
const likePicture = async (request) => {
  const name = (address) => address.replace(/-w\d+\.\w+$/, "");
  const cache = await caches.open(PICTURES);
  const found = (await cache.keys()).find(({ url }) => name(url) === name(request.url));
  return found ? cache.match(found, WAY) : Response.error();
};

/* Where names do not tell versions apart (in development), the server goes first. */
const fromServer = async (name, request) => {
  try {
    const answer = await fetch(request);
    if (answer.status === 200) await keep(name, request.url, answer.clone());
    return answer;
  } catch (error) {
    const kept = await recall(name, request.url) || await recall(SHELL, request.url);
    if (kept) return kept;
    throw error;
  }
};

/* --- Events ------------------------------------------------------------------- */

const isOfKeptPage = ({ referrer }) => {
  const path = referrer && new URL(referrer).pathname;
  return Boolean(path) && (KEPT.test(path) || path === SETUP.page || ASKED_ONLINE.test(path));
};

const answerFor = (event, { pathname, href }) => {
  const { request } = event;
  if (request.mode === "navigate") {
    if (KEPT.test(pathname)) return readPage(event, href.split("#")[0]);
    if (ASKED_ONLINE.test(pathname)) return fetch(request).catch(offlinePage);
    if (pathname === SETUP.page) return fetch(request).catch(offlinePage);
    return null;
  }
  if (!isOfKeptPage(request) || request.headers.has("Range")) return null;
  if (pathname.startsWith(SETUP.static)) {
    return HASHED.test(pathname) ? fromDevice(ASSETS, request) : fromServer(ASSETS, request);
  }
  if (pathname.startsWith(SETUP.renditions)) {
    return fromDevice(PICTURES, request).catch(() => likePicture(request));
  }
  return null;
};

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== location.origin) return;
  const answer = answerFor(event, address);
  if (answer) event.respondWith(answer);
});

self.addEventListener("install", (event) => {
  self.skipWaiting();
  // What has its version in its name is on the device already, most likely.
  const wanted = [...SETUP.shell, SETUP.page].map(
    (each) => new Request(each, { cache: HASHED.test(each) ? "default" : "reload" }),
  );
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(wanted)));
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    const known = [SHELL, PAGES, ASSETS, PICTURES];
    const old = (await caches.keys()).filter((name) => name.startsWith("newsroom-") && !known.includes(name));
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});
