// Fields that the CMS lacks: a date that may have a time, and tags with those that the site already has.
(function () {
  const dated = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?/;

  // What is said once for all languages is filled in in the first; the CMS only makes it look so elsewhere.
  function isFixed(props) {
    return !!props.isFieldDuplicate && props.isFieldDuplicate(props.field);
  }

  const When = createClass({
    change: function (day, time) {
      this.props.onChange(day && time ? day + "T" + time : day || undefined);
    },
    render: function () {
      const props = this.props;
      const words = window.kaiku.words;
      const value = props.value || "";
      if (props.field.get("precision") === "when") {
        return h("input", {
          type: "text", id: props.forID, className: props.classNameWrapper, value: value, autoComplete: "off",
          onFocus: props.setActiveStyle, onBlur: props.setInactiveStyle,
          onChange: function (event) { props.onChange(event.target.value || undefined); },
        });
      }
      const parts = dated.exec(value instanceof Date ? value.toISOString() : value) || [];
      const change = this.change;
      return h("div", { className: props.classNameWrapper + " kaiku-when" },
        h("input", {
          type: "date", id: props.forID, disabled: isFixed(props), value: parts[1] || "", "aria-label": props.field.get("label") + ", " + words.day,
          onFocus: props.setActiveStyle, onBlur: props.setInactiveStyle,
          onChange: function (event) { change(event.target.value, parts[2]); },
        }),
        h("input", {
          type: "time", value: parts[2] || "", disabled: !parts[1] || isFixed(props),
          "aria-label": props.field.get("label") + ", " + words.time,
          onFocus: props.setActiveStyle, onBlur: props.setInactiveStyle,
          onChange: function (event) { change(parts[1], event.target.value); },
        }));
    },
  });

  const Tags = createClass({
    getInitialState: function () { return { text: null }; },
    list: function () {
      const value = this.props.value;
      return value && value.toJS ? value.toJS() : value || [];
    },
    set: function (tags) {
      this.props.onChange(tags);
    },
    type: function (text) {
      this.setState({ text: text });
      const tags = text.split(",").map(function (tag) { return tag.trim(); });
      this.set(tags.filter(function (tag, place) { return tag && tags.indexOf(tag) === place; }));
    },
    toggle: function (tag) {
      const tags = this.list();
      this.setState({ text: null });
      this.set(tags.includes(tag) ? tags.filter(function (one) { return one !== tag; }) : tags.concat([tag]));
    },
    render: function () {
      const self = this;
      const props = this.props;
      const tags = this.list();
      const known = window.kaiku.tags[props.locale || window.kaiku.languages[0]] || [];
      return h("div", { className: props.classNameWrapper + " kaiku-tags" },
        h("input", {
          type: "text", id: props.forID, value: this.state.text === null ? tags.join(", ") : this.state.text,
          autoComplete: "off", onFocus: props.setActiveStyle,
          onBlur: function () { self.setState({ text: null }); props.setInactiveStyle(); },
          onChange: function (event) { self.type(event.target.value); },
        }),
        h("div", { role: "group", "aria-label": window.kaiku.words.known },
          known.map(function (tag) {
            return h("button", {
              key: tag, type: "button", "aria-pressed": tags.includes(tag) ? "true" : "false",
              onClick: function () { self.toggle(tag); },
            }, tag);
          })));
    },
  });

  const Projects = createClass({
    chosen: function () {
      const value = this.props.value;
      return value && value.toJS ? value.toJS() : [].concat(value || []);
    },
    toggle: function (key) {
      const chosen = this.chosen();
      const isIn = chosen.includes(key);
      if (this.props.field.get("multiple")) {
        this.props.onChange(isIn ? chosen.filter(function (one) { return one !== key; }) : chosen.concat([key]));
      } else {
        this.props.onChange(isIn ? undefined : key);
      }
    },
    render: function () {
      const self = this;
      const props = this.props;
      const chosen = this.chosen();
      const known = window.kaiku.projects;
      // What the content names and nobody knows stays to be seen.
      const keys = Object.keys(known).concat(chosen.filter(function (key) { return !(key in known); }));
      return h("div", {
        className: props.classNameWrapper + " kaiku-tags", id: props.forID, role: "group", tabIndex: -1,
        "aria-label": props.field.get("label"),
      },
        keys.map(function (key) {
          return h("button", {
            key: key, type: "button", "data-key": key, disabled: isFixed(props),
            "aria-pressed": chosen.includes(key) ? "true" : "false",
            onClick: function () { self.toggle(key); },
          }, (known[key] || {})[props.locale || window.kaiku.languages[0]] || key);
        }));
    },
  });

  window.kaikuFields = { When: When, Tags: Tags, Projects: Projects };
})();
