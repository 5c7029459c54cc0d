// The body: the Markdown as it is written, and a toolbar that puts marks into it. What is typed is what is saved.
(function () {
  const inline = { bold: ["**", "**"], italic: ["*", "*"] };
  const lines = { heading: "## ", quote: "> ", list: "- ", numbers: "1. " };
  const order = ["heading", "bold", "italic", "list", "numbers", "link", "picture", "quote", "table", "decision", "task"];

  const Text = createClass({
    area: null,
    componentDidMount: function () { this.controlID = crypto.randomUUID(); },
    componentWillUnmount: function () { this.props.onRemoveMediaControl(this.controlID); },
    componentDidUpdate: function () {
      const props = this.props;
      const picked = props.mediaPaths.get(this.controlID);
      if (picked && picked !== this.picked) {
        this.picked = picked;
        const up = props.entry.getIn(["data", "_up"]) || "../";
        const words = window.kaiku.words.toolbar;
        const before = this.area.value.slice(0, this.area.selectionStart);
        const gap = before.trim() ? "\n\n".slice(0, Math.max(0, 2 - /\n*$/.exec(before)[0].length)) : "";
        this.insert(gap + "![" + words.picture_text + "](" + up + picked + ")\n\n", words.picture_text);
        props.onClearMediaControl(this.controlID);
      }
    },
    change: function (text) { this.props.onChange(text); },
    // Typing by command keeps the browser's own undoing.
    insert: function (text, select) {
      const area = this.area;
      area.focus();
      const start = area.selectionStart;
      if (!document.execCommand("insertText", false, text)) {
        area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
        this.change(area.value);
      }
      const at = select ? area.value.indexOf(select, start) : -1;
      if (at >= 0) { area.setSelectionRange(at, at + select.length); }
    },
    press: function (name) {
      const area = this.area;
      const words = window.kaiku.words.toolbar;
      const chosen = area.value.slice(area.selectionStart, area.selectionEnd);
      if (inline[name]) {
        this.insert(inline[name][0] + (chosen || words[name].toLowerCase()) + inline[name][1], chosen ? "" : words[name].toLowerCase());
      } else if (lines[name]) {
        const begin = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
        const end = area.selectionEnd;
        const rows = area.value.slice(begin, end).split("\n");
        area.setSelectionRange(begin, end);
        this.insert(rows.map(function (row, place) { return (name === "numbers" ? place + 1 + ". " : lines[name]) + row; }).join("\n"));
      } else if (name === "link") {
        this.insert("[" + (chosen || words.link_text) + "](https://)", "https://");
      } else if (name === "picture") {
        this.picked = undefined;
        this.props.onOpenMediaLibrary({ controlID: this.controlID, forImage: true, allowMultiple: false });
      } else {
        this.insert("\n" + words[name + "_text"] + "\n");
      }
    },
    render: function () {
      const self = this;
      const props = this.props;
      const words = window.kaiku.words.toolbar;
      return h("div", { className: props.classNameWrapper + " kaiku-text" },
        h("div", { role: "toolbar", "aria-label": words.label, "aria-controls": props.forID },
          order.map(function (name) {
            return h("button", {
              key: name, type: "button", "data-does": name,
              onMouseDown: function (event) { event.preventDefault(); },
              onClick: function () { self.press(name); },
            }, words[name]);
          })),
        h("textarea", {
          id: props.forID, value: props.value || "", rows: 24, spellCheck: true, dir: "auto",
          ref: function (area) { self.area = area; },
          onFocus: props.setActiveStyle, onBlur: props.setInactiveStyle,
          onChange: function (event) { self.change(event.target.value); },
        }));
    },
  });

  window.kaikuFields.Text = Text;
})();
