// Follows the preview: changes the page in place when the site changes, and shows the bar. Never part of the site.
(() => {
  const { texts, events, shown: switchAddress, language } = KAIKU;
  const own = document.currentScript;
  let shown = own.dataset.generation;
  let source = own.dataset.source;
  let filled = false;
  let state = null;
  let stream = null;
  let notice = sessionStorage.getItem("kaiku-notice") || "";
  let isOpen = null; // null: as the faults say; else what the reader chose
  sessionStorage.removeItem("kaiku-notice");

  // What somebody fills in, or is sending, is not taken away.
  const fill = (event) => { filled = filled || Boolean((event.target.form || event.target).method); };
  document.addEventListener("input", fill);
  document.addEventListener("submit", fill);

  // ---- the page ----
  let isBusy = false;

  async function update() {
    if (isBusy || state.generation === shown) { return; }
    if (filled) { notice = texts.waiting; show(); return; }
    isBusy = true;
    const wanted = state.generation;
    try {
      const answer = await fetch(location.href, { headers: { "Kaiku-Preview": "1" } });
      const to = answer.headers.get("Kaiku-Moved-To");
      if (to) {
        sessionStorage.setItem("kaiku-notice", texts.moved);
        location.replace(to);
        return;
      }
      if (answer.headers.get("Kaiku-Gone")) {
        shown = wanted;
        notice = texts.gone;
      } else {
        swap(new DOMParser().parseFromString(await answer.text(), "text/html"));
        shown = wanted;
        notice = "";
      }
    } catch {
      setTimeout(update, 500);
    } finally {
      isBusy = false;
    }
    show();
    if (state.generation !== shown) { update(); }
  }

  const scripts = (page) => [...page.querySelectorAll("head script[src]")].map((one) => one.getAttribute("src")).join();

  function swap(fresh) {
    if (scripts(fresh) !== scripts(document)) { location.reload(); return; }
    source = fresh.querySelector("script[data-source]").dataset.source;
    document.title = fresh.title;
    document.documentElement.lang = fresh.documentElement.lang;
    swapStyles(fresh);
    Idiomorph.morph(document.body, fresh.body, {
      morphStyle: "outerHTML",
      ignoreActiveValue: true,
      callbacks: {
        // What the reader has unfolded stays so.
        beforeAttributeUpdated: (name, node) => !(name === "open" && node.localName === "details"),
      },
    });
  }

  function swapStyles(fresh) {
    const sheets = (page) => [...page.querySelectorAll('head link[rel="stylesheet"]')];
    const wanted = sheets(fresh);
    const old = sheets(document).filter((one) => !wanted.some((other) => same(one, other)));
    const fetched = wanted.filter((one) => !sheets(document).some((other) => same(one, other)));
    const drop = () => old.forEach((one) => one.remove());
    if (!fetched.length) { drop(); return; }
    fetched.forEach((one) => {
      const sheet = document.importNode(one, true);
      sheet.addEventListener("load", drop, { once: true });
      document.head.append(sheet);
    });
  }

  const same = (one, other) => one.getAttribute("href") === other.getAttribute("href") && one.media === other.media;

  // ---- the stream: only of a tab that is seen, since a browser keeps few connections to one host ----
  function listen() {
    if (document.hidden || stream) { return; }
    stream = new EventSource(events);
    stream.onmessage = (event) => {
      state = JSON.parse(event.data);
      if (notice === texts.lost) { notice = ""; }
      show();
      update();
    };
    stream.onerror = () => {
      notice = notice || texts.lost;
      show();
      if (stream && stream.readyState === EventSource.CLOSED) { rest(); setTimeout(listen, 1000); }
    };
  }

  function rest() {
    if (stream) { stream.close(); stream = null; }
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);

  // ---- the bar ----
  const host = document.createElement("kaiku-preview");
  const root = host.attachShadow({ mode: "open" });
  const style = new CSSStyleSheet();
  style.replaceSync(KAIKU_STYLE);
  root.adoptedStyleSheets = [style];
  host.lang = language;
  const panel = element("div", { id: "panel", "aria-live": "polite", tabindex: "-1" });
  const status = element("div", { id: "notice", role: "status" });
  const bar = element("div", { id: "bar" });
  const aside = element("aside", { "aria-label": texts.bar }, panel, status, bar);
  root.append(aside);

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    Object.entries(attributes || {}).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...children);
    return made;
  }

  const counted = (kind, number) => (texts[number === 1 ? `${kind}s-1` : `${kind}s`]).replace("{n}", number);

  function show() {
    if (!state) { return; }
    const errors = state.counts.error;
    const open = state.faults.length > 0 && (isOpen === null ? errors > 0 : isOpen);
    drawBar(open);
    drawPanel(open);
    if (status.firstChild?.textContent !== notice) {
      status.replaceChildren();
      if (notice) { status.append(element("span", {}, notice)); }
      if (notice === texts.waiting) { status.append(button(texts.refresh, () => location.reload())); }
    }
    const height = `${bar.offsetHeight}px`;
    if (document.documentElement.style.paddingBlockEnd !== height) {
      document.documentElement.style.paddingBlockEnd = height;
      document.documentElement.style.scrollPaddingBlockEnd = height;
    }
  }

  function button(text, act) {
    const made = element("button", { type: "button" }, text);
    made.addEventListener("click", act);
    return made;
  }

  let drawn = "";

  function drawBar(open) {
    const parts = ["error", "warning", "hint"].filter((kind) => state.counts[kind]);
    const links = state.links[document.documentElement.lang] || Object.values(state.links)[0] || {};
    const wanted = JSON.stringify([parts.map((kind) => state.counts[kind]), links, open, state.drafts, location.pathname]);
    if (wanted === drawn) { return; }
    drawn = wanted;
    const inFocus = root.activeElement?.id;
    const said = parts.map((kind) => counted(kind, state.counts[kind])).join(", ");
    const told = parts.length
      ? button("", () => { isOpen = !open; show(); })
      : element("span", { class: "sound" }, texts.sound);
    told.id = "faults";
    if (parts.length) {
      told.setAttribute("aria-expanded", open);
      told.setAttribute("aria-controls", "panel");
      told.className = parts[0];
      told.setAttribute("aria-label", said);
      told.append(...parts.map((kind, place) =>
        element("span", place ? { class: "further" } : {}, (place ? ", " : "") + counted(kind, state.counts[kind]))));
    }
    const ways = Object.entries(links).map(([name, address]) => {
      const way = element("a", { href: address }, texts[name]);
      if (new URL(address, location).pathname === location.pathname) { way.setAttribute("aria-current", "page"); }
      return element("li", {}, way);
    });
    const drafts = button(state.drafts ? texts.readers : texts.drafts, () =>
      fetch(switchAddress, { method: "POST", body: new URLSearchParams(state.drafts ? {} : { drafts: "1" }) }));
    drafts.id = "drafts";
    ways.unshift(element("li", {}, drafts));
    bar.replaceChildren(told, element("nav", { "aria-label": texts.bar }, element("ul", {}, ...ways)));
    if (inFocus) { root.getElementById(inFocus)?.focus(); }
  }

  let listed = "";

  function drawPanel(open) {
    const chosen = isOpen ? state.faults : state.faults.filter((one) => one.severity === "error");
    const wanted = JSON.stringify([chosen, open, source, state.kept]);
    if (wanted === listed) { return; }
    listed = wanted;
    panel.hidden = !open;
    if (!open) { panel.replaceChildren(); return; }
    const ours = chosen.filter((one) => one.path === source);
    const others = chosen.filter((one) => one.path !== source);
    const close = button(texts.close, () => { isOpen = false; show(); root.getElementById("faults").focus(); });
    const kept = chosen.some((one) => one.severity === "error" && state.kept.includes(one.path)) ? [element("p", { class: "kept" }, texts.kept)] : [];
    panel.replaceChildren(close, ...kept, element("ol", {}, ...[...ours, ...others].map(fault)));
  }

  function fault(one) {
    const place = `${one.path}:${one.line}:${one.column}`;
    const head = element("p", { class: "place" },
      element("span", { class: `mark ${one.severity}` }, texts[one.severity]), " ", element("code", {}, place));
    const excerpt = one.excerpt === null ? [] : [element("pre", {}, one.excerpt)];
    return element("li", {}, head, element("p", { class: "what" }, one.what), ...excerpt,
      element("p", {}, one.why), element("p", {}, one.mend));
  }

  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) { isOpen = false; show(); root.getElementById("faults").focus(); }
  });
  addEventListener("resize", show);
  if (top === window) { document.documentElement.append(host); } // the editor shows pages in a frame, and has a bar
  if (document.readyState === "complete") { listen(); } else { addEventListener("load", () => setTimeout(listen)); }
})();
