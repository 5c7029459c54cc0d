// What blocks need a script for. The copy buttons: as rich text (text/html and text/plain) or as source. Without this script the buttons
// stay hidden, and the source can be selected by hand.
"use strict";

for (const copy of document.querySelectorAll(".block-copy")) {
  const source = copy.querySelector("textarea");
  const status = copy.querySelector("[role=status]");
  copy.querySelector("[hidden]").hidden = false;

  const plain = () => {
    const page = new DOMParser().parseFromString(source.value, "text/html");
    return [...page.body.children].map((one) => one.textContent.trim().replace(/\n{2,}/g, "\n")).join("\n\n");
  };

  const write = {
    rich: () => navigator.clipboard.write([new ClipboardItem({
      "text/html": new Blob([source.value], {type: "text/html"}),
      "text/plain": new Blob([plain()], {type: "text/plain"}),
    })]),
    source: () => navigator.clipboard.writeText(source.value),
  };

  copy.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    status.textContent = "";
    try {
      await write[button.dataset.copy]();
      status.textContent = copy.dataset.copied;
    } catch {
      status.textContent = copy.dataset.failed;
      const details = source.closest("details");
      if (details) details.open = true;
      source.focus();
      source.select();
    }
  });
}

// The field that narrows the list: what has no such word in its title or identifier is hidden.
const filter = document.querySelector(".block-filter");
if (filter) {
  filter.hidden = false;
  filter.querySelector("input").addEventListener("input", (event) => {
    const word = event.target.value.trim().toLocaleLowerCase();
    for (const card of document.querySelectorAll(".block-card")) {
      const title = card.querySelector(".block-title");
      card.hidden = ![title.textContent, title.id].some((one) => one.toLocaleLowerCase().includes(word));
      document.querySelector(`.block-contents a[href="#${CSS.escape(title.id)}"]`).parentElement.hidden = card.hidden;
    }
  });
}
