// The grid of the library by keyboard: one photo is in the order of Tab, arrow keys move on,
// the space bar chooses. Without this script every photo is a link like any other.
"use strict";
window.addEventListener("DOMContentLoaded", () => {
  const grid = document.querySelector("#changelist-form .photo-grid");
  if (!grid) {
    return;
  }
  const cards = [...grid.querySelectorAll(".photo-card")];
  const choice = (card) => card.parentElement.querySelector("input[type=checkbox]");

  const columns = () => {
    const top = cards[0].parentElement.offsetTop;
    const below = cards.findIndex((card) => card.parentElement.offsetTop > top);
    return below === -1 ? cards.length : below;
  };

  const enter = (card) => {
    for (const each of cards) {
      each.tabIndex = each === card ? 0 : -1;
    }
  };

  const moves = {
    ArrowLeft: (index) => index - 1,
    ArrowRight: (index) => index + 1,
    ArrowUp: (index) => index - columns(),
    ArrowDown: (index) => index + columns(),
    Home: () => 0,
    End: () => cards.length - 1,
  };

  for (const card of cards) {
    const box = choice(card);
    if (box) {
      box.tabIndex = -1; // the space bar on the photo does the same
    }
    card.addEventListener("focus", () => enter(card));
  }
  enter(cards[0]);
  document.getElementById("grid-help").hidden = false;

  grid.addEventListener("keydown", (event) => {
    const index = cards.indexOf(event.target);
    if (index === -1 || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === " ") {
      event.preventDefault();
      choice(cards[index])?.click();
    } else if (event.key in moves) {
      event.preventDefault();
      cards[moves[event.key](index)]?.focus();
    }
  });
});
