// The preview pane: the page itself, as our server shows it.
(function () {
  window.kaikuPreview = function (collection) {
    return createClass({
      render: function () {
        const entry = this.props.entry;
        const key = entry.getIn(["data", "key"]);
        const code = entry.getIn(["data", "_lang"]) || window.kaiku.languages[0];
        const path = key ? collection.name + "/" + key + "." + code + ".md" : "";
        return h("iframe", {
          src: "/admin/page?lang=" + document.documentElement.lang + "&path=" + encodeURIComponent(path),
          title: window.kaiku.words.seen,
          style: { border: 0, width: "100%", height: "100vh", display: "block" },
        });
      },
    });
  };
})();
