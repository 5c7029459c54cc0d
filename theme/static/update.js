// Update in place: finds blocks in the CMS's editor (CKEditor 5) by their source links, asks the site for what they are now,
// shows what would change, and replaces those that an editor chooses, in one step that the editor's own undo takes back.
// An editor starts it as a bookmark, which holds all of this; as a script in the CMS it offers a button where there are blocks.
"use strict";

const kaikuUpdate = (() => {
  const TEXTS = {
    fi: {
      title: "Lohkot tällä sivulla", close: "Sulje", update: "Päivitä valitut", again: "Tarkista uudelleen", check: "Tarkista lohkot",
      noEditor: "Tällä sivulla ei ole avointa editoria. Avaa sivu ensin muokattavaksi.",
      noBlocks: "Editorissa ei ole lohkoja.",
      source: "Editorissa on lähdekoodinäkymä auki. Sulje se ja tarkista uudelleen.",
      current: "Ajan tasalla.", stale: "Vanhentunut. Sivustolla on uudempi teksti.",
      edited: "Muokattu käsin. Valitse tämä vain, jos muokkauksen saa korvata sivuston tekstillä.",
      unsure: "Ei voida tarkistaa, onko tekstiä muokattu. Katso erot ennen kuin korvaat.",
      unknown: "Lohkoa ei enää ole sivustolla. Poista se tältä sivulta.",
      headless: "Lohkon otsikkoa ei löydy, joten lohkoa ei voi korvata. Poista se ja vie uusi tilalle.",
      unreached: "Sivustoon ei saatu yhteyttä täältä. Kopioi lohko sivustolta ja liitä se alla olevaan kenttään.",
      choose: "Päivitä", replace: "Korvaa muokattu teksti", changes: "Mitä muuttuu", open: "Avaa lohko sivustolla (uusi välilehti)",
      paste: "Liitä kopioitu lohko tähän (Ctrl+V)", pasted: "Lohko on liitetty.", wrong: "Tämä ei ole sama lohko. Kopioi lohko",
      gone: "Poistuu:", fresh: "Uutta:", sameOne: "… 1 rivi ennallaan …", same: "… {count} riviä ennallaan …", link: "Linkki muuttuu:",
      done: "Päivitetty: {count}. Tarkista teksti ja tallenna sivu. Ctrl+Z kumoaa.", moved: "Teksti on muuttunut tällä välin. Katso uudelleen.",
      nothing: "Kaikki lohkot ovat ajan tasalla.",
    },
    sv: {
      title: "Block på den här sidan", close: "Stäng", update: "Uppdatera valda", again: "Kontrollera igen", check: "Kontrollera block",
      noEditor: "Ingen redigerare är öppen på sidan. Öppna först sidan för redigering.",
      noBlocks: "Det finns inga block i redigeraren.",
      source: "Redigerarens källkodsvy är öppen. Stäng den och kontrollera igen.",
      current: "Aktuellt.", stale: "Föråldrat. På webbplatsen finns en nyare text.",
      edited: "Ändrat för hand. Välj det bara om ändringen får ersättas med webbplatsens text.",
      unsure: "Det går inte att kontrollera om texten har ändrats. Se skillnaderna innan du ersätter den.",
      unknown: "Blocket finns inte längre på webbplatsen. Ta bort det från sidan.",
      headless: "Blockets rubrik hittas inte, så blocket kan inte ersättas. Ta bort det och för in ett nytt.",
      unreached: "Webbplatsen kunde inte nås härifrån. Kopiera blocket på webbplatsen och klistra in det i fältet nedan.",
      choose: "Uppdatera", replace: "Ersätt den ändrade texten", changes: "Det här ändras", open: "Öppna blocket på webbplatsen (ny flik)",
      paste: "Klistra in det kopierade blocket här (Ctrl+V)", pasted: "Blocket är inklistrat.", wrong: "Det här är inte samma block. Kopiera blocket",
      gone: "Försvinner:", fresh: "Nytt:", sameOne: "… 1 rad oförändrad …", same: "… {count} rader oförändrade …", link: "Länken ändras:",
      done: "Uppdaterade: {count}. Kontrollera texten och spara sidan. Ctrl+Z ångrar.", moved: "Texten har ändrats under tiden. Se efter igen.",
      nothing: "Alla block är aktuella.",
    },
    en: {
      title: "Blocks on this page", close: "Close", update: "Update the chosen ones", again: "Check again", check: "Check blocks",
      noEditor: "No editor is open on this page. Open the page for editing first.",
      noBlocks: "There are no blocks in the editor.",
      source: "The editor's source view is open. Close it and check again.",
      current: "Up to date.", stale: "Outdated. The site has a newer text.",
      edited: "Changed by hand. Choose it only if the change may be replaced by the site's text.",
      unsure: "Whether the text was changed cannot be told. See the differences before you replace it.",
      unknown: "The block is no longer on the site. Delete it from this page.",
      headless: "The block's heading is gone, so it cannot be replaced. Delete it and put a new one in.",
      unreached: "The site could not be reached from here. Copy the block there, and paste it into the field below.",
      choose: "Update", replace: "Replace the changed text", changes: "What will change", open: "Open the block on the site (new tab)",
      paste: "Paste the copied block here (Ctrl+V)", pasted: "The block has been pasted.", wrong: "This is not the same block. Copy the block",
      gone: "Goes:", fresh: "New:", sameOne: "… 1 line unchanged …", same: "… {count} lines unchanged …", link: "The link changes:",
      done: "Updated: {count}. Look at the text and save the page. Ctrl+Z undoes it.", moved: "The text has changed in the meantime. Look again.",
      nothing: "All blocks are up to date.",
    },
  };
  const STYLE = ":host{all:initial}*{box-sizing:border-box}dialog,button{font:16px/1.5 system-ui,sans-serif;color:#1b1f26}"
    + "dialog{width:min(46rem,calc(100vw - 2rem));max-height:calc(100vh - 2rem);padding:0;border:1px solid #5c574c;background:#fbf9f4;overflow:auto}"
    + "dialog::backdrop{background:rgba(20,24,29,.5)}header,article,footer{padding:1rem 1.25rem}"
    + "article{border-top:1px solid #c9c0ad}footer{position:sticky;bottom:0;display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;border-top:2px solid #1b1f26;background:#fbf9f4}"
    + "h2{margin:0;font-size:1.25rem}h3{margin:0;font-size:1.0625rem}p{margin:.35rem 0}label{display:flex;gap:.5rem;align-items:center;min-height:2.75rem;font-weight:600}"
    + "input[type=checkbox]{width:1.25rem;height:1.25rem;accent-color:#1d4e89}button{min-height:2.75rem;padding:.4rem 1rem;border:1px solid #1d4e89;background:#fbf9f4;color:#1d4e89;font-weight:600;cursor:pointer}"
    + "button.first{background:#1d4e89;color:#fbf9f4}button:disabled{opacity:.5;cursor:default}:focus-visible{outline:3px solid #1d4e89;outline-offset:2px}"
    + "summary{min-height:2rem;cursor:pointer}ins,del{display:block;margin:.25rem 0;padding:.15rem .5rem;border-left:4px solid;text-decoration:none;overflow-wrap:anywhere}"
    + "ins{border-color:#1f6148;background:#e8f1ea}del{border-color:#93263f;background:#f7e8ea}.same{color:#5c574c}.field{display:block;font-weight:600}textarea{width:100%;font:inherit;padding:.5rem;border:1px solid #7d7668;background:#fff;color:inherit}"
    + "a{color:#1d4e89}.offer{position:fixed;right:1rem;bottom:1rem;z-index:2147483000;box-shadow:0 0 0 3px #fbf9f4}";

  const words = TEXTS[document.documentElement.lang.slice(0, 2)] ?? TEXTS.fi;
  const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const MARK = /#kaiku=([a-z0-9-]+);l=([a-z]{2});p=([a-z]+);v=([0-9a-f]{12})/;

  const stampIn = (href) => {
    let plain = href;
    try { plain = decodeURIComponent(href); } catch { /* a percent sign that quotes nothing */ }
    const found = MARK.exec(plain);
    return found && {id: found[1], language: found[2], profile: found[3], v: found[4]};
  };
  const sameBlock = (one, other) => one.id === other.id && one.language === other.language;
  const headingId = ({id, language}) => `kaiku-${id}-${language}`;

  // The version of a block (the block contract's rule 7); null where the page is not secure and the browser has no digests.
  const versionOf = async ({text, hrefs}) => {
    if (!globalThis.crypto?.subtle) return null;
    const letters = text.replace(/[\s\p{Cf}]+/gu, "").normalize("NFC");
    const said = [letters, ...hrefs.map((href) => href.split("#kaiku=")[0])].join("\n");
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(said)));
    return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, 12);
  };

  // What a run of siblings in the editor's model says: its text, its links in order, and lines to compare.
  const saidByModel = (editor, siblings) => {
    const said = {text: "", hrefs: [], lines: []};
    let open = null;
    let parent = null;
    for (const sibling of siblings) {
      for (const {item} of editor.model.createRangeOn(sibling)) {
        if (item.is("$textProxy")) {
          const href = item.getAttribute("linkHref");
          said.text += item.data;
          if (href && !(open && open.href === href && open.parent === item.parent)) said.hrefs.push(href);
          open = href ? {href, parent: item.parent} : null;
          if (item.parent !== parent) said.lines.push("");
          parent = item.parent;
          said.lines[said.lines.length - 1] += item.data;
        } else {
          open = null;
          if (item.is("element", "softBreak") && said.lines.length) said.lines[said.lines.length - 1] += " ";
        }
      }
    }
    return {...said, lines: said.lines.map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean)};
  };

  const LINE = "p,h1,h2,h3,h4,h5,h6,li,dt,dd,td,th,caption,figcaption,summary,pre";
  const saidByHtml = (html) => {
    const {body} = new DOMParser().parseFromString(html, "text/html");
    const lines = [];
    let parent = null;
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const near = walker.currentNode.parentElement.closest(LINE);
      if (!near) continue;
      if (near !== parent) lines.push("");
      parent = near;
      lines[lines.length - 1] += walker.currentNode.data;
    }
    return {
      text: body.textContent,
      hrefs: [...body.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")),
      lines: lines.map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean),
    };
  };

  const editorsHere = () => [...new Set([...document.querySelectorAll(".ck-editor__editable")].map((one) => one.ckeditorInstance).filter(Boolean))];
  const showsSource = (editor) => editor.plugins.has("SourceEditing") && editor.plugins.get("SourceEditing").isSourceEditingMode;

  const blocksIn = (editor) => {
    const found = [];
    const viewOf = (element) => editor.editing.mapper.toViewElement(element);
    const blockFrom = (stamp, paragraph) => {
      for (let end = paragraph; end?.parent; end = end.parent) {
        const siblings = [end];
        for (let one = end; one; one = one.previousSibling) {
          if (one !== end) siblings.unshift(one);
          const view = one.is("element") && viewOf(one);
          if (view && /^h[1-6]$/.test(view.name) && view.getAttribute("id") === headingId(stamp)) {
            return {editor, stamp, siblings, level: Number(view.name[1])};
          }
        }
      }
      return {editor, stamp, siblings: null, paragraph};
    };
    for (const name of editor.model.document.getRootNames()) {
      let last = null;
      for (const {item} of editor.model.createRangeIn(editor.model.document.getRoot(name))) {
        const href = item.is("$textProxy") && item.getAttribute("linkHref");
        const stamp = href && stampIn(href);
        if (stamp && !(last && last.href === href && last.parent === item.parent)) found.push(blockFrom(stamp, item.parent));
        if (stamp) last = {href, parent: item.parent};
      }
    }
    return found;
  };

  const fragmentFrom = async (site, {id, language, profile}) => {
    let answer;
    try {
      answer = await fetch(new URL(`blocks/${id}/${language}.json`, site), {credentials: "omit", cache: "no-cache"});
      if (answer.status === 404) return {state: "unknown"};
      const block = await answer.json();
      const fragment = block.profiles?.[profile];
      return fragment ? {title: block.title, html: fragment.html, v: fragment.v} : {state: "unknown"};
    } catch {
      return {state: "unreached"};
    }
  };

  const judged = async (site, block) => {
    const {stamp, siblings} = block;
    if (!siblings) return {...block, state: "headless", said: {text: "", hrefs: [], lines: []}};
    const said = saidByModel(block.editor, siblings);
    const v = await versionOf(said);
    const now = block.now ?? await fragmentFrom(site, stamp);
    return {...block, said, v, now, state: now.state ?? stateOf(stamp.v, v, now.v)};
  };
  const stateOf = (marked, here, now) => {
    if (here === null) return marked === now ? "current" : "unsure";
    if (here === now) return marked === now ? "current" : "stale";
    return here === marked ? "stale" : "edited";
  };

  const leveled = (html, level) => {
    const ranks = [...html.matchAll(/<h([2-6])[ >]/g)].map((found) => Number(found[1]));
    const shift = Math.min(level - ranks[0], 6 - Math.max(...ranks));
    return html.replace(/<(\/?)h([2-6])(?=[ >])/g, (_, end, rank) => `<${end}h${Number(rank) + shift}`);
  };

  // Replaces blocks in one step of undo; nothing but their own siblings is touched.
  const replace = (editor, blocks) => editor.model.change((writer) => {
    for (const {siblings, level, now} of blocks) {
      if (siblings[0].root.rootName === "$graveyard") continue; // it lay within one that has been replaced
      const place = writer.createPositionBefore(siblings[0]);
      const fragment = editor.data.parse(leveled(now.html, level), siblings[0].parent);
      writer.remove(writer.createRange(place, writer.createPositionAfter(siblings[siblings.length - 1])));
      writer.insert(fragment, place);
    }
  });

  const MOST = 4_000_000;
  const difference = (was, now) => {
    const steps = [];
    let start = 0;
    while (start < was.length && start < now.length && was[start] === now[start]) start += 1;
    let end = 0;
    while (end < was.length - start && end < now.length - start && was[was.length - 1 - end] === now[now.length - 1 - end]) end += 1;
    const [left, right] = [was.slice(start, was.length - end), now.slice(start, now.length - end)];
    was.slice(0, start).forEach((text) => steps.push({kind: "same", text}));
    if (left.length * right.length > MOST) {
      steps.push(...left.map((text) => ({kind: "gone", text})), ...right.map((text) => ({kind: "fresh", text})));
    } else {
      const width = right.length + 1;
      const longest = new Uint16Array((left.length + 1) * width);
      for (let i = left.length - 1; i >= 0; i -= 1) {
        for (let j = right.length - 1; j >= 0; j -= 1) {
          longest[i * width + j] = left[i] === right[j] ? longest[(i + 1) * width + j + 1] + 1 : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
        }
      }
      let [i, j] = [0, 0];
      while (i < left.length || j < right.length) {
        if (i < left.length && j < right.length && left[i] === right[j]) {
          steps.push({kind: "same", text: left[i]});
          i += 1;
          j += 1;
        } else if (j >= right.length || (i < left.length && longest[(i + 1) * width + j] >= longest[i * width + j + 1])) {
          steps.push({kind: "gone", text: left[i]});
          i += 1;
        } else {
          steps.push({kind: "fresh", text: right[j]});
          j += 1;
        }
      }
    }
    was.slice(was.length - end).forEach((text) => steps.push({kind: "same", text}));
    return steps;
  };

  const make = (name, attributes = {}, ...content) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  };

  const shownChanges = ({said, now, state, stamp}) => {
    const after = saidByHtml(now.html);
    const shown = [];
    let folded = 0;
    const unfold = () => {
      if (folded) shown.push(make("p", {class: "same"}, say(folded === 1 ? "sameOne" : "same", {count: folded})));
      folded = 0;
    };
    for (const {kind, text} of difference(said.lines, after.lines)) {
      if (kind === "same") folded += 1;
      else {
        unfold();
        shown.push(make(kind === "gone" ? "del" : "ins", {}, make("strong", {}, say(kind)), " ", make("span", {lang: stamp.language}, text)));
      }
    }
    unfold();
    const plain = (hrefs) => hrefs.map((href) => href.split("#kaiku=")[0]);
    const [old, fresh] = [plain(said.hrefs), plain(after.hrefs)];
    for (const href of fresh.filter((one) => !old.includes(one))) shown.push(make("ins", {}, make("strong", {}, say("link")), ` ${href}`));
    for (const href of old.filter((one) => !fresh.includes(one))) shown.push(make("del", {}, make("strong", {}, say("link")), ` ${href}`));
    return make("details", state === "stale" ? {} : {open: ""}, make("summary", {}, say("changes")), ...shown);
  };

  // The block that somebody has copied on the site, as rich text or as source; null when it is another one or not whole.
  const pastedBlock = async (data, stamp) => {
    for (const html of [data.getData("text/html"), data.getData("text/plain")]) {
      const {body} = new DOMParser().parseFromString(html, "text/html");
      const heading = body.querySelector(`#${CSS.escape(headingId(stamp))}`);
      const link = [...body.querySelectorAll("a[href]")].find((one) => sameBlock(stampIn(one.getAttribute("href")) ?? {}, stamp));
      if (!heading || !link) continue;
      const whole = [];
      for (let one = heading; one; one = one.nextElementSibling) {
        whole.push(one.outerHTML);
        if (one.contains(link)) break;
      }
      const found = {title: heading.textContent, html: whole.join("\n\n"), v: stampIn(link.getAttribute("href")).v};
      const here = await versionOf(saidByHtml(found.html));
      if (here === null || here === found.v) return found;
    }
    return null;
  };

  const shadow = (name) => {
    document.querySelector(name)?.remove();
    const host = document.createElement(name);
    const root = host.attachShadow({mode: "open"});
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    document.body.append(host);
    return root;
  };

  const start = async (site) => {
    const root = shadow("kaiku-update");
    const dialog = make("dialog", {"aria-labelledby": "title", lang: Object.keys(TEXTS).find((one) => TEXTS[one] === words)});
    const list = make("div");
    const status = make("p", {role: "status"});
    const update = make("button", {class: "first", type: "button"}, say("update"));
    const again = make("button", {type: "button"}, say("again"));
    const close = make("button", {type: "button"}, say("close"));
    dialog.append(make("header", {}, make("h2", {id: "title"}, say("title")), status), list, make("footer", {}, update, again, close));
    root.append(dialog);
    let shown = [];

    const item = (block, place) => {
      const {state, stamp, now} = block;
      const name = block.said.lines[0] ?? now?.title ?? stamp.id;
      const article = make("article", {"data-state": state, "data-block": `${stamp.id}/${stamp.language}`},
        make("h3", {id: `b${place}`, lang: stamp.language}, name), make("p", {}, say(state)));
      if (["stale", "edited", "unsure"].includes(state)) {
        article.append(shownChanges(block));
        const box = make("input", {type: "checkbox", value: place, "aria-describedby": `b${place}`});
        box.checked = state === "stale";
        article.append(make("label", {}, box, say(state === "stale" ? "choose" : "replace")));
      }
      if (["unreached", "headless"].includes(state)) {
        const href = new URL(`blocks/?q=${stamp.id}`, site).href;
        article.append(make("p", {}, make("a", {href, target: "_blank", rel: "noopener"}, say("open"))));
      }
      if (state === "unreached") {
        const field = make("textarea", {rows: 2, id: `p${place}`});
        const answer = make("p", {role: "status"});
        field.addEventListener("paste", async (event) => {
          event.preventDefault();
          const found = await pastedBlock(event.clipboardData, stamp);
          if (!found) answer.textContent = `${say("wrong")} ${stamp.id} (${stamp.language}).`;
          else await look(say("pasted"), new Map([[place, found]]));
        });
        article.append(make("label", {class: "field", for: `p${place}`}, say("paste")), field, answer);
      }
      return article;
    };

    // Reads the editors anew; blocks that were pasted into the dialog stay known by their place.
    const look = async (said = "", pasted = new Map()) => {
      const editors = editorsHere();
      const known = new Map([...shown.entries()].filter(([, one]) => one.pasted).map(([place, one]) => [place, one.now]));
      for (const [place, now] of pasted) known.set(place, now);
      const found = editors.filter((one) => !showsSource(one)).flatMap(blocksIn);
      shown = await Promise.all(found.map((block, place) => judged(site, known.has(place) ? {...block, now: known.get(place), pasted: true} : block)));
      list.replaceChildren(...shown.map(item));
      const isSource = editors.some(showsSource);
      const empty = !editors.length ? "noEditor" : isSource ? "source" : !shown.length ? "noBlocks" : shown.every((one) => one.state === "current") ? "nothing" : "";
      status.textContent = [said, empty && say(empty)].filter(Boolean).join(" ");
      update.disabled = !list.querySelector("input");
    };

    update.addEventListener("click", async () => {
      const chosen = [...list.querySelectorAll("input:checked")].map((box) => shown[box.value]);
      const isSame = chosen.every(({editor, siblings, said}) =>
        !showsSource(editor) && siblings.every((one) => one.root.rootName !== "$graveyard") && saidByModel(editor, siblings).text === said.text);
      if (!isSame) return look(say("moved"));
      for (const editor of new Set(chosen.map((one) => one.editor))) replace(editor, chosen.filter((one) => one.editor === editor));
      await look(say("done", {count: chosen.length}));
    });
    again.addEventListener("click", () => look());
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => root.host.remove());
    await look();
    dialog.showModal();
  };

  // As a script in the CMS: a button wherever an editor holds a block.
  const offer = (site) => {
    const button = make("button", {class: "offer first", type: "button", hidden: ""}, say("check"));
    shadow("kaiku-offer").append(button);
    button.addEventListener("click", () => start(site));
    setInterval(() => { button.hidden = !editorsHere().some((editor) => !showsSource(editor) && blocksIn(editor).length); }, 1500);
  };

  return {start, offer};
})();

if (document.currentScript?.src) kaikuUpdate.offer(new URL("../", document.currentScript.src).href);
