"""Kaiku's rooms: each a package of one purpose, wired together by `PLUGINS` in pelicanconf.py."""
