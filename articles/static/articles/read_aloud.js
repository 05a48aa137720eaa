/* A bulletin read aloud by the browser's own Vietnamese voice, a sentence at a time.

   By sentences, because that is what is highlighted, and because voices break off in
   long texts. Pausing stops the voice and remembers the sentence: many phones take the
   browser's own pause for an end. */
"use strict";

(() => {
  const SPEED = "newsroom-speed";
  const BLOCKS = "h1, h2, h3, h4, p, li, blockquote";
  const SILENT = "figure, table, .attachments, .credits, .corrections, .breadcrumb";
  // A full stop behind these ends no sentence.
  const SHORT = /(?:^|[\s(])(?:TP|TT|TX|P|Q|Th|ThS|TS|PGS|GS|BS|KS|LS|Tr|Nxb|St|Dr|Mr|Mrs|\p{Lu})\.\s*$/u;

  const box = document.querySelector(".listen");
  const voice = globalThis.speechSynthesis;
  if (!box || !voice || !globalThis.SpeechSynthesisUtterance) return;
  const play = box.querySelector(".listen-play");
  const panel = box.querySelector(".listen-panel");
  const speed = box.querySelector(".listen-speed");
  const words = [...box.querySelectorAll(".listen-word")];

  /* --- Sentences, and where they stand --------------------------------------- */

  const cut = (text) => {
    if (!globalThis.Intl?.Segmenter) return text.match(/[^.!?…]+[.!?…]*["”’)]*\s*/gu) || [];
    const segmenter = new Intl.Segmenter("vi", { granularity: "sentence" });
    return [...segmenter.segment(text)].map((part) => part.segment);
  };

  const sentencesOf = (text) => {
    const found = [];
    for (const part of cut(text)) {
      if (found.length && SHORT.test(found.at(-1))) found.push(found.pop() + part);
      else found.push(part);
    }
    return found;
  };

  /* The text nodes that belong to the block itself, not to a block inside it. */
  const textsOf = (block) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      if (walker.currentNode.parentElement.closest(BLOCKS) === block) found.push(walker.currentNode);
    }
    return found;
  };

  const rangeOf = (texts, start, end) => {
    const range = document.createRange();
    let passed = 0;
    for (const text of texts) {
      const next = passed + text.data.length;
      if (start >= passed && start < next) range.setStart(text, start - passed);
      if (end > passed && end <= next) range.setEnd(text, end - passed);
      passed = next;
    }
    return range;
  };

  const readable = () => {
    const found = [];
    for (const block of document.querySelectorAll(`.bulletin :is(${BLOCKS})`)) {
      if (block.closest(SILENT) || !block.closest("header > h1, .bulletin-text")) continue;
      const texts = textsOf(block);
      let start = 0;
      for (const part of sentencesOf(texts.map((text) => text.data).join(""))) {
        const said = part.trim();
        const begin = start + part.indexOf(said);
        if (/[\p{L}\p{N}]/u.test(said)) found.push({ said, range: rangeOf(texts, begin, begin + said.length) });
        start += part.length;
      }
    }
    return found;
  };

  /* --- The sentence that is being read ---------------------------------------- */

  const hasHighlights = Boolean(globalThis.Highlight && globalThis.CSS?.highlights);

  /* Elements around a sentence, for browsers without highlights: made once, because
     taking them off again would break the ranges of the sentences behind. */
  const wrap = (range) => {
    const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
    const texts = [];
    if (range.commonAncestorContainer.nodeType === Node.TEXT_NODE) texts.push(range.commonAncestorContainer);
    while (walker.nextNode()) if (range.intersectsNode(walker.currentNode)) texts.push(walker.currentNode);
    return texts.map((text) => {
      const part = document.createRange();
      part.selectNodeContents(text);
      if (text === range.startContainer) part.setStart(text, range.startOffset);
      if (text === range.endContainer) part.setEnd(text, range.endOffset);
      const element = document.createElement("span");
      part.surroundContents(element);
      return element;
    });
  };

  const mark = (sentence) => {
    if (hasHighlights) {
      if (sentence) CSS.highlights.set("reading", new Highlight(sentence.range));
      else CSS.highlights.delete("reading");
      return;
    }
    for (const element of document.querySelectorAll(".reading-now")) element.classList.remove("reading-now");
    for (const element of sentence?.elements || []) element.classList.add("reading-now");
  };

  const bringIntoSight = ({ range, elements }) => {
    const place = (elements?.[0] || range).getBoundingClientRect();
    if (place.top >= 0 && place.bottom <= innerHeight - panel.offsetHeight) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollBy({ top: place.top - innerHeight / 3, behavior: still ? "auto" : "smooth" });
  };

  /* --- Playing ---------------------------------------------------------------- */

  let sentences = null;
  let current = 0;
  let state = "stopped"; // or "reading" or "paused"
  let turn = 0; // what an utterance of an earlier turn still reports is not listened to

  const vietnamese = () => voice.getVoices().find(({ lang }) => /^vi([-_]|$)/i.test(lang));

  const show = () => {
    const word = { stopped: "play", reading: "pause", paused: "resume" }[state];
    for (const each of words) each.textContent = play.dataset[word];
    panel.hidden = state === "stopped";
    document.documentElement.toggleAttribute("data-reading", state !== "stopped");
  };

  const stop = () => {
    turn += 1;
    voice.cancel();
    state = "stopped";
    current = 0;
    mark(null);
    const wasInside = panel.contains(document.activeElement);
    show();
    if (wasInside) play.focus();
  };

  const read = () => {
    turn += 1;
    const own = turn;
    voice.cancel();
    const sentence = sentences[current];
    const utterance = new SpeechSynthesisUtterance(sentence.said);
    utterance.voice = vietnamese() || null;
    utterance.lang = "vi-VN";
    utterance.rate = Number(speed.value);
    utterance.onend = () => {
      if (own !== turn) return;
      current += 1;
      if (current < sentences.length) read();
      else stop();
    };
    utterance.onerror = () => { if (own === turn) stop(); };
    mark(sentence);
    bringIntoSight(sentence);
    voice.speak(utterance);
  };

  const prepare = () => {
    if (sentences) return;
    sentences = readable();
    // From the last to the first: a wrapped sentence leaves what stands before it alone.
    if (!hasHighlights) for (const each of [...sentences].reverse()) each.elements = wrap(each.range);
  };

  const toggle = () => {
    prepare();
    if (!sentences.length) return;
    if (state === "reading") {
      turn += 1;
      voice.cancel();
      state = "paused";
      show();
    } else {
      state = "reading";
      show();
      read();
    }
  };

  /* --- The buttons ------------------------------------------------------------ */

  try {
    speed.value = localStorage.getItem(SPEED) || "1";
  } catch {
    // Nothing is kept for this site: the usual speed.
  }
  if (!speed.value) speed.value = "1";

  play.addEventListener("click", toggle);
  panel.querySelector(".listen-toggle").addEventListener("click", toggle);
  panel.querySelector(".listen-stop").addEventListener("click", stop);
  speed.addEventListener("change", () => {
    try {
      localStorage.setItem(SPEED, speed.value);
    } catch {
      // The speed then lasts as long as the page.
    }
    if (state === "reading") read();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state !== "stopped" && !document.querySelector("dialog[open]")) stop();
  });
  addEventListener("pagehide", stop);

  const offer = () => { if (vietnamese()) box.hidden = false; };
  voice.addEventListener?.("voiceschanged", offer);
  offer();
})();
