// Makes the bookmark that updates blocks in the CMS: its address holds the whole script, so that it runs on any page.
"use strict";

for (const tool of document.querySelectorAll(".update-tool")) {
  const bookmark = tool.querySelector(".update-bookmark");
  const status = tool.querySelector("[role=status]");
  const url = (address) => new URL(address, document.baseURI).href;

  fetch(url(tool.dataset.script)).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status))).then((text) => {
    const code = text.replace(/^\s*\/\/.*\n/gm, "").replace(/^\s+/gm, "");
    const start = `kaikuUpdate.start(${JSON.stringify(url(tool.dataset.root))})`;
    bookmark.href = `javascript:${encodeURIComponent(`(()=>{${code}\n${start}})()`)}`;
    tool.querySelector(".update-links").hidden = false;
  });

  // Here a click has nothing to update, and the page's own policy would stop it.
  bookmark.addEventListener("click", (event) => event.preventDefault());
  tool.querySelector("button").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(bookmark.href);
      status.textContent = tool.dataset.copied;
    } catch {
      status.textContent = tool.dataset.failed;
    }
  });
}
