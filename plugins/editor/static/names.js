// The CMS names languages by their codes in capitals, wherever a language is chosen: here they get their names.
(function () {
  function name(root) {
    const known = window.kaiku && window.kaiku.names;
    if (!known) { return; }
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const found = /^(.*: )?([A-Z]{2})$/.exec(text.nodeValue);
      const code = found && found[2].toLowerCase();
      if (code && known[code] && text.parentElement.closest("[class*=Dropdown], [role=menu], [aria-haspopup]")) {
        text.nodeValue = (found[1] || "") + known[code];
      }
    }
  }

  new MutationObserver(function (changes) {
    for (const change of changes) {
      if (change.type === "characterData") { name(change.target.parentNode || change.target); }
      change.addedNodes.forEach(name);
    }
  }).observe(document.getElementById("nc-root"), { childList: true, subtree: true, characterData: true });
})();
