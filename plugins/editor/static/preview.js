// The preview pane: the page as it would be, made by our server of what the form says now, also before it is saved.
(function () {
  const PAUSE = 350;

  window.kaikuPreview = function (collection) {
    return createClass({
      componentDidMount: function () { this.ask(); },
      componentDidUpdate: function (before) {
        if (before.entry !== this.props.entry) {
          clearTimeout(this.timer);
          this.timer = setTimeout(this.ask, PAUSE);
        }
      },
      componentWillUnmount: function () { clearTimeout(this.timer); this.gone = true; },
      ask: function () {
        const self = this;
        const data = this.props.entry.get("data");
        if (!data) { return; }
        const form = data.toJS();
        const code = form._lang || window.kaiku.languages[0];
        const path = collection.name + "/" + (form.key || "kaiku") + "." + code + ".md";
        const turn = this.turn = (this.turn || 0) + 1;
        window.kaiku.get("sketch", { method: "POST", body: JSON.stringify({ path: path, form: form }) }).then(function (made) {
          if (!self.gone && turn === self.turn) { return self.show(made.address, path); }
        }).catch(function () {});  // the server is gone, or the text cannot be read: what is shown stays
      },
      show: async function (address, path) {
        const frame = this.frame;
        const there = frame.contentDocument && frame.contentDocument.querySelector("main");
        if (!address) {
          if (!there) { frame.contentWindow.location.replace("/admin/page?lang=" + document.documentElement.lang + "&path=" + encodeURIComponent(path)); }
          return;
        }
        const now = frame.contentWindow.location;
        if (!there || now.pathname !== address.split("?")[0]) {
          now.replace(address);
          return;
        }
        // Changed in place, so that the page stays where it was scrolled to.
        const fresh = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
        Idiomorph.morph(frame.contentDocument.documentElement, fresh.documentElement);
      },
      render: function () {
        const self = this;
        return h("iframe", {
          title: window.kaiku.words.unsaved, ref: function (frame) { self.frame = frame; },
          style: { border: 0, width: "100%", height: "100vh", display: "block" },
        });
      },
    });
  };
})();
