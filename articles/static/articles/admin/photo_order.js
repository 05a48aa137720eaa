// The order of a bulletin's photos: by buttons, by dragging the handle, told to screen
// readers. What is sent are the numbers in the fields "order"; the rows follow them.
"use strict";
window.addEventListener("DOMContentLoaded", () => {
  const EDGE = 80; // pixels from the edge of the window where dragging scrolls
  const { photoRows: rows } = window.newsroom;
  if (!rows) {
    return;
  }
  const { group, zone } = rows;
  const announcer = zone.querySelector(".photo-announcer");

  const renumber = () => {
    const standing = rows.all();
    standing.forEach((row, index) => {
      rows.put(row, "order", index + 1);
      row.querySelector(".photo-up")?.setAttribute("aria-disabled", String(index === 0));
      row.querySelector(".photo-down")?.setAttribute("aria-disabled", String(index === standing.length - 1));
    });
  };

  const announce = (row) => {
    const standing = rows.all();
    announcer.textContent = zone.dataset.moved
      .replace("{name}", rows.name(row))
      .replace("{position}", standing.indexOf(row) + 1)
      .replace("{count}", standing.length);
  };

  const sort = (key) => {
    const last = group.querySelector(".empty-form");
    const sorted = rows.all().map((row, index) => [key(row), index, row]);
    sorted.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
    sorted.forEach(([, , row]) => last.before(row));
  };
  const order = (row) => Number(rows.field(row, "order")?.value || Infinity);
  const formIndex = (row) => Number(row.id.split("-").pop());

  const move = (row, step) => {
    const standing = rows.all();
    const other = standing[standing.indexOf(row) + step];
    if (other) {
      other[step < 0 ? "before" : "after"](row);
      renumber();
      announce(row);
    }
  };

  group.addEventListener("click", (event) => {
    const step = { "photo-up": -1, "photo-down": 1 }[[...event.target.classList].find((name) => /^photo-(up|down)$/.test(name))];
    if (step) {
      move(event.target.closest(".inline-related"), step);
      event.target.focus();
      event.target.scrollIntoView({ block: "nearest" });
    }
  });

  // Rows are tall: while one is dragged they all show nothing but their picture and name.
  // What the finger holds stays under it.
  const fold = (isFolded, handle) => {
    const before = handle.getBoundingClientRect().top;
    group.classList.toggle("is-sorting", isFolded);
    window.scrollBy(0, handle.getBoundingClientRect().top - before);
  };

  // The row before which the dragged one will stand; a mark shows where that is.
  const aim = (row, y) => {
    const others = rows.all().filter((other) => other !== row);
    const next = others.find((other) => {
      const box = other.getBoundingClientRect();
      return y < box.top + box.height / 2;
    });
    others.forEach((other) => other.classList.toggle("is-next", other === next));
    others.at(-1)?.classList.toggle("is-previous", !next);
    if (y < EDGE || y > window.innerHeight - EDGE) {
      window.scrollBy(0, y < EDGE ? -16 : 16);
    }
    return next || group.querySelector(".empty-form");
  };

  const drag = (handle, start) => {
    const row = handle.closest(".inline-related");
    const listening = new AbortController();
    let place = row.nextElementSibling;
    const onEnd = (event) => {
      listening.abort();
      rows.all().forEach((each) => each.classList.remove("is-next", "is-previous", "is-dragged"));
      if (event.type === "pointerup" && place !== row) {
        place.before(row);
      }
      fold(false, handle);
      renumber();
      announce(row);
    };
    const onMove = (event) => {
      place = aim(row, event.clientY);
    };
    handle.setPointerCapture(start.pointerId);
    row.classList.add("is-dragged");
    fold(true, handle);
    handle.addEventListener("pointermove", onMove, { signal: listening.signal });
    handle.addEventListener("pointerup", onEnd, { signal: listening.signal });
    handle.addEventListener("pointercancel", onEnd, { signal: listening.signal });
  };

  group.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest(".photo-handle");
    if (handle && event.button === 0) {
      event.preventDefault();
      drag(handle, event);
    }
  });

  // When a new row is removed, Django counts all rows anew as they stand, and saved ones
  // have to come first.
  group.addEventListener(
    "click",
    (event) => {
      if (event.target.closest(".inline-deletelink")) {
        sort(formIndex);
        setTimeout(() => {
          sort(order);
          renumber();
          zone.querySelector(".drop-zone-choose").focus({ preventScroll: true });
        });
      }
    },
    true,
  );
  group.addEventListener("photo:rows", renumber);

  sort(order);
  if (rows.all().length > 0) {
    rows.all()[0].querySelector(".photo-up").setAttribute("aria-disabled", "true");
    rows.all().at(-1).querySelector(".photo-down").setAttribute("aria-disabled", "true");
  }
});
