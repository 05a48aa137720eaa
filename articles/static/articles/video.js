/* A video opens beside the bulletin, and the button says so; nothing is asked of YouTube
   before that. Without a script it opens in the bulletin's place. */
"use strict";

for (const link of document.querySelectorAll(".body .video a")) {
  link.target = "_blank";
  link.rel = "external noopener";
  // Part of the content, which is Vietnamese whatever language the page speaks.
  link.append(" (mở trong thẻ mới)");
}
