// What the program says of a text that was saved, with the way to the field, and confirming of translations.
(function () {
  let latest = 0;
  let about = "";

  function words() { return window.kaiku.words; }

  function element(tag, properties, children) {
    const made = Object.assign(document.createElement(tag), properties);
    (children || []).forEach(function (child) { made.append(child); });
    return made;
  }

  // The forms of the languages stand in the site's order; where only one is open, it is that.
  function show(finding) {
    const fields = Array.from(document.querySelectorAll("[id^='" + finding.field + "-field-']"));
    if (!fields.length) { return; }
    const place = window.kaiku.languages.indexOf(finding.language);
    const field = fields[place] || fields[0];
    field.scrollIntoView({ block: "center" });
    field.focus();
    if (finding.line && field.setSelectionRange) {
      const before = field.value.split("\n").slice(0, finding.line - 1).join("\n").length + (finding.line > 1 ? 1 : 0);
      const end = field.value.indexOf("\n", before);
      field.setSelectionRange(before, end < 0 ? field.value.length : end);
    }
  }

  function row(finding) {
    const button = element("button", { type: "button", textContent: words().field });
    button.addEventListener("click", function () { show(finding); });
    const text = [finding.what, finding.mend].filter(Boolean).join(" ");
    const where = finding.language + (finding.line ? ", " + finding.line : "");
    return element("li", { className: "kaiku-" + finding.severity }, [
      element("strong", { textContent: words()[finding.severity] + " " + finding.code + " (" + where + ")" }), " ", text, " ", button,
    ]);
  }

  async function tell(path) {
    const turn = ++latest;
    about = path.split(".")[0];
    const place = document.getElementById("kaiku-findings");
    place.hidden = false;
    place.replaceChildren(element("p", { role: "status", textContent: words().waiting }));
    let told;
    try {
      told = await window.kaiku.get("findings?path=" + encodeURIComponent(path));
    } catch (error) {
      place.replaceChildren(element("p", { role: "alert", textContent: words().untold }));
      return;
    }
    if (turn !== latest) { return; }
    const count = told.findings.length;
    const said = count ? words().some.replace("{count}", count) : words().fine;
    const close = element("button", { type: "button", className: "kaiku-close", textContent: "×", ariaLabel: words().close });
    close.addEventListener("click", function () { place.hidden = true; });
    place.replaceChildren(element("p", { role: "status", textContent: said }), close, element("ul", {}, told.findings.map(row)));
    if (told.pair) {
      place.append(element("p", {}, [element("a", { href: "/.kaiku/translations", target: "_blank", textContent: words().confirm })]));
    }
  }

  // A new text gets its own address when it is saved for the first time: what is said is still of that text.
  function leave() {
    if (!location.hash.endsWith("/" + about.split("/")[1])) { document.getElementById("kaiku-findings").hidden = true; }
  }

  window.kaikuBar = { tell: tell, leave: leave };
})();
