// The buttons that copy blocks: as rich text (text/html and text/plain) or as source. What is copied stands in a field, or
// in the file of the chosen text format, with its headings at the chosen level. Without this script the buttons stay hidden.
"use strict";

for (const copy of document.querySelectorAll(".block-copy")) {
  const field = copy.querySelector("textarea");
  const status = copy.querySelector("[role=status]");
  const form = copy.querySelector("form");
  const level = form?.elements.level;
  copy.querySelector("[hidden]").hidden = false;

  const files = new Map();
  const file = (href) => {
    if (!files.has(href)) {
      files.set(href, fetch(href).then((answer) => {
        if (!answer.ok) throw new Error(answer.status);
        return answer.text();
      }));
      files.get(href).catch(() => files.delete(href)); // the next click tries again
    }
    return files.get(href);
  };

  const leveled = (html) => {
    const shift = level ? level.value - level.dataset.written : 0;
    return html.replace(/<(\/?)h([2-6])(?=[ >])/g, (_, end, rank) => `<${end}h${Number(rank) + shift}`);
  };

  const source = async () => {
    const href = form ? form.elements.profile.value : copy.dataset.href;
    return href ? leveled(await file(href)) : field.value;
  };

  const plain = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    return [...page.body.children].map((one) => one.textContent.trim().replace(/\n{2,}/g, "\n")).join("\n\n");
  };

  // The clipboard opens to a click only, so it gets promises: the file may still be on its way.
  const blob = (html, type, text = (one) => one) => html.then((one) => new Blob([text(one)], {type}));
  const items = {
    rich: (html) => ({"text/html": blob(html, "text/html"), "text/plain": blob(html, "text/plain", plain)}),
    source: (html) => ({"text/plain": blob(html, "text/plain")}),
  };

  copy.addEventListener("click", async (event) => {
    const kind = event.target.closest("[data-copy]")?.dataset.copy;
    if (!kind) return;
    status.textContent = "";
    const html = source();
    try {
      await navigator.clipboard.write([new ClipboardItem(items[kind](html))]);
      status.textContent = (kind === "source" && copy.dataset.copiedSource) || copy.dataset.copied;
    } catch {
      const there = await html.then(() => true, () => false);
      status.textContent = there || !copy.dataset.unread ? copy.dataset.failed : copy.dataset.unread;
      if (!there || !field) return;
      const details = field.closest("details");
      if (details) details.open = true;
      field.focus();
      field.select();
    }
  });

  if (!form) continue;
  const preview = document.querySelector(".block-preview");
  const show = async () => {
    try {
      const html = await source();
      field.value = html;
      field.closest("details").hidden = false;
      preview.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
    } catch {
      status.textContent = copy.dataset.unread;
    }
  };
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}
