// Addresses keep đ as d: "Đường sắt" becomes "duong-sat". The admin's own URLify
// writes "dj". The same rule in Python is articles/text/vietnamese.py, slugify.
"use strict";
window.addEventListener("DOMContentLoaded", () => {
  window.URLify = (text, maxLength) => {
    const plain = text
      .replace(/đ/g, "d")
      .replace(/Đ/g, "D")
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .toLowerCase()
      .replace(/[^a-z0-9\s_-]/g, "")
      .trim()
      .replace(/[-\s]+/g, "-");
    if (plain.length <= maxLength) {
      return plain;
    }
    const cut = plain.slice(0, maxLength + 1).lastIndexOf("-");
    return plain.slice(0, cut > 0 ? cut : maxLength);
  };
});
