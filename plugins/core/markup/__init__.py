"""The sanitised tree of a text, and what can be said of it without knowing where it will stand."""
