// Starts the CMS with the configuration that our server makes of the schemas.
(async function () {
  const language = document.documentElement.lang;
  const query = "lang=" + language;

  async function asked(address, options) {
    const response = await fetch(address + (address.includes("?") ? "&" : "?") + query, options);
    const read = await response.json();
    if (!response.ok) { throw new Error(read.error); }
    return read;
  }

  function over(below, above) {
    const made = Object.assign({}, below);
    for (const name of Object.keys(above)) {
      made[name] = above[name] && typeof above[name] === "object" ? over(below && below[name], above[name]) : above[name];
    }
    return made;
  }

  const settings = await asked("settings.json");
  window.kaiku = { words: settings.words, languages: settings.config.i18n.locales, names: settings.names, get: asked };

  function learn(known) {
    window.kaiku.tags = known.tags;
    window.kaiku.projects = known.projects;
  }

  learn(settings);

  CMS.registerLocale(language, over(CMS.getLocale(language) || CMS.getLocale("en"), settings.phrases));
  CMS.registerWidget("kaiku-when", window.kaikuFields.When);
  CMS.registerWidget("kaiku-tags", window.kaikuFields.Tags);
  CMS.registerWidget("kaiku-projects", window.kaikuFields.Projects);
  CMS.registerWidget("kaiku-text", window.kaikuFields.Text);

  if (!settings.is_ours) {
    CMS.init({ config: settings.config });
    return;
  }

  for (const collection of settings.config.collections.filter(function (one) { return one.folder; })) {
    CMS.registerPreviewTemplate(collection.name, window.kaikuPreview(collection));
  }

  CMS.registerEventListener({
    name: "preSave",
    handler: async function (saved) {
      const entry = saved.entry;
      const data = entry.get("data");
      if (!entry.get("newRecord")) { return data; }
      const forms = {};
      settings.config.i18n.locales.forEach(function (code, place) {
        const form = place ? entry.getIn(["i18n", code, "data"]) : data;
        forms[code] = form ? form.toJS() : {};
      });
      const made = await asked("key", { method: "POST", body: JSON.stringify({ collection: entry.get("collection"), forms: forms }) });
      return data.set("key", made.key);
    },
  });
  CMS.registerEventListener({
    name: "postSave",
    handler: function (saved) {
      const key = saved.entry.getIn(["data", "key"]);
      const path = key ? saved.entry.get("collection") + "/" + key + "." + settings.config.i18n.default_locale + ".md" : saved.entry.get("path");
      window.kaikuBar.tell(path).then(function () { return asked("settings.json"); }).then(learn);
    },
  });
  window.addEventListener("hashchange", window.kaikuBar.leave);

  // Nobody signs in on one's own machine.
  localStorage.setItem("decap-cms-user", JSON.stringify({ backendName: settings.config.backend.name }));
  CMS.init({ config: settings.config });
})();
