// The finder of blocks: looks through an index of all of them while one writes. Without this script there is the list.
"use strict";

const finder = document.querySelector(".block-finder");
if (finder) {
  const MOST = 50;
  const {dataset} = finder;
  const form = finder.querySelector("form");
  const field = form.elements.q;
  const status = finder.querySelector("[role=status]");
  const results = finder.querySelector(".finder-results");
  const list = document.querySelector(".block-list");

  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  const load = async () => {
    const answer = await fetch(dataset.index);
    if (!answer.ok) throw new Error(answer.status);
    const {blocks} = await answer.json();
    return blocks.map((block) => ({
      block,
      title: folded(block.title),
      all: folded([block.title, block.project, block.kind, block.id, block.v, ...(block.words ?? [])].join("\n")),
    }));
  };
  let index;

  // How well a block fits the words: those that begin a word of its title first; -1 when one is nowhere.
  const rank = ({title, all}, words) => {
    let worst = 0;
    for (const word of words) {
      if (!all.includes(word)) return -1;
      const begins = title.startsWith(word) || /[\s\p{P}]/u.test(title[title.indexOf(word) - 1] ?? "x");
      worst = Math.max(worst, title.includes(word) ? (begins ? 0 : 1) : 2);
    }
    return worst;
  };

  const element = (name, className, ...content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };
  const link = (text, href, language) => {
    const made = element("a", "", text);
    made.href = new URL(href, new URL(dataset.index, document.baseURI));
    if (language) made.lang = made.hreflang = language;
    return made;
  };
  const date = ([iso, text]) => {
    const made = element("time", "", text);
    made.dateTime = iso;
    return made;
  };
  const count = (number, one, many) => (number === 1 ? one : many.replace("{count}", number));
  const line = (block) => {
    const facts = [[block.kind]];
    if (block.project) facts.push([block.project]);
    if (block.date) facts.push([date(block.date)]);
    if (block.places) facts.push([count(block.places, dataset.place, dataset.places)]);
    for (const [text, href, language] of block.languages ?? []) facts.push([link(text, href, language)]);
    if (block.size) facts.push([block.size]);
    return element(
      "li", "block-line",
      element("p", "block-line-title", link(block.title, block.href, block.language)),
      element("p", "block-line-facts", ...facts.flatMap((one, place) => (place ? [" · ", ...one] : one))),
    );
  };

  let asked = 0;
  const find = async () => {
    const turn = ++asked;
    const words = folded(field.value).split(/\s+/).filter(Boolean);
    history.replaceState(null, "", words.length ? `?q=${encodeURIComponent(field.value.trim())}` : location.pathname);
    let found = [];
    let said = "";
    if (words.length) {
      try {
        index ??= load();
        const ranked = (await index).map((entry) => ({block: entry.block, rank: rank(entry, words)}));
        found = ranked.filter((one) => one.rank >= 0).sort((one, other) => one.rank - other.rank);
        said = count(found.length, dataset.one, dataset.many);
        if (!found.length) said = dataset.none;
        if (found.length > MOST) said = dataset.first.replace("{count}", found.length).replace("{shown}", MOST);
      } catch {
        index = undefined; // the next letter tries again
        said = dataset.failed;
      }
    }
    if (turn !== asked) return; // more letters have come in the meantime
    results.replaceChildren(...found.slice(0, MOST).map((one) => line(one.block)));
    results.hidden = !found.length;
    list.hidden = words.length > 0 && said !== dataset.failed;
    status.textContent = said;
  };

  form.hidden = false;
  field.addEventListener("input", find);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    results.querySelector("a")?.focus();
  });
  field.value = new URLSearchParams(location.search).get("q") ?? field.value;
  if (field.value) find();
}
