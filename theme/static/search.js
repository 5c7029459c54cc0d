// The search page: looks into the index of the page's language, and shows what it finds. All texts are the page's own.

import { questions } from "./inflections.js";

const PAGE = 10;
const PAUSE = 250; // milliseconds without a key before a search begins, so that not every letter is announced
const box = document.querySelector(".search-box");
const form = box.querySelector("form");
const status = box.querySelector("[role=status]");
const list = box.querySelector(".search-results");
const more = box.querySelector(".search-more");
const filters = box.querySelector(".search-filters");
const choices = [...filters.querySelectorAll("select")];
const names = new Map();
for (const choice of choices) {
  for (const option of choice.options) {
    if (option.value) names.set(`${choice.name}:${option.value}`, option.dataset.one ?? option.text);
  }
}

let library; // a promise, from the first search on
let facets; // by a result's id: its type, projects, year and date
let latest = 0;
let found = [];
let timer;

function loaded() {
  library ??= (async () => {
    const [module, answer] = await Promise.all([import(place("pagefind.js")), fetch(place("facets.json"))]);
    facets = await answer.json();
    await module.options({
      baseUrl: new URL(box.dataset.root, location.href).pathname,
      excerptLength: 28,
      noWorker: true,
      // An "ö" is a letter of its own: what has "mot" comes after all that has "möte".
      ranking: { diacriticSimilarity: 100 },
    });
    await module.init();
    return module;
  })();
  return library;
}

function place(file) {
  return new URL(box.dataset.index + file, location.href);
}

async function search() {
  clearTimeout(timer);
  const number = ++latest;
  const words = form.q.value.trim();
  const wanted = choices.filter((one) => one.value).map((one) => [one.name, one.value]);
  remember(words, wanted);
  if (!words && !wanted.length) {
    show([], "");
    return;
  }
  box.setAttribute("aria-busy", "true");
  try {
    const filters = Object.fromEntries(wanted);
    const results = (await asked(words)).filter((one) => fits(facets[one.id], filters));
    const first = await Promise.all(results.slice(0, PAGE).map(item));
    if (number === latest) {
      show(first, counted(results.length));
      found = results;
      more.hidden = found.length <= PAGE;
    }
  } catch {
    library = undefined; // the next search tries again
    if (number === latest) show([], box.dataset.failed);
  } finally {
    if (number === latest) box.removeAttribute("aria-busy");
  }
}

// The best of each document among the answers to a question and to the same in other forms of its words.
async function asked(words) {
  const pagefind = await loaded();
  if (!words) return (await pagefind.search(null)).results;
  const best = new Map();
  for (const one of questions(words, document.documentElement.lang)) {
    for (const result of (await pagefind.search(one)).results) {
      if (result.score > (best.get(result.id)?.score ?? -1)) best.set(result.id, result);
    }
  }
  return [...best.values()].sort((one, other) => other.score - one.score);
}

function fits([type, projects, year], wanted) {
  const { type: kind, project, year: time } = wanted;
  return (!kind || kind === type) && (!project || projects.includes(project)) && (!time || time === year);
}

function counted(count) {
  if (count === 1) return box.dataset.one;
  return count ? box.dataset.many.replace("{count}", count) : box.dataset.none;
}

// The address holds the search, so that it can be kept, sent on and come back to.
function remember(words, wanted) {
  const given = new URLSearchParams([...(words ? [["q", words]] : []), ...wanted]);
  history.replaceState(null, "", given.size ? `?${given}` : location.pathname);
}

function show(items, text) {
  found = [];
  more.hidden = true;
  list.replaceChildren(...items);
  status.textContent = text;
}

async function item(one) {
  const result = await one.data();
  const line = element("li", "search-result");
  const title = element("h2", "search-title");
  title.append(link(result.url, result.meta.title));
  const excerpt = element("p", "search-excerpt");
  excerpt.append(...marked(result.excerpt));
  line.append(title, excerpt);
  const [type, projects, , date] = facets[one.id];
  const labels = projects.map((key) => names.get(`project:${key}`));
  const facts = [names.get(`type:${type}`), ...labels, date].filter(Boolean);
  if (facts.length) line.append(element("p", "search-marks", facts.join(" · ")));
  const places = result.sub_results.filter((one) => one.url.includes("#")).slice(0, 3);
  if (places.length) {
    const parts = element("ul", "search-places");
    parts.setAttribute("role", "list");
    for (const part of places) {
      const way = element("li");
      way.append(link(part.url, part.title));
      parts.append(way);
    }
    line.append(parts);
  }
  return line;
}

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

function link(href, text) {
  return Object.assign(element("a", "", text), { href });
}

// An excerpt is text with <mark> around what was found, and with &lt; and &gt; for the signs themselves.
function marked(excerpt) {
  return excerpt.split(/(<mark>.*?<\/mark>)/s).map((part) => {
    const inner = /^<mark>(.*)<\/mark>$/s.exec(part);
    const text = (inner ? inner[1] : part).replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    return inner ? element("mark", "", text) : text;
  });
}

async function showMore() {
  const shown = list.children.length;
  const next = await Promise.all(found.slice(shown, shown + PAGE).map(item));
  list.append(...next);
  more.hidden = list.children.length >= found.length;
  list.children[shown]?.querySelector("a").focus(); // where the reader was, now that the button may be gone
}

const given = new URLSearchParams(location.search);
for (const field of [form.q, ...choices]) {
  field.value = given.get(field.name) ?? "";
  if (field.value === "" && field !== form.q) field.selectedIndex = 0; // a filter that there is not
}
filters.hidden = false;
document.querySelector(".search-without").hidden = true;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
form.q.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, PAUSE);
});
for (const choice of choices) choice.addEventListener("change", search);
more.addEventListener("click", showMore);
if (location.search) search();
