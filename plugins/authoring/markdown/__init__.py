"""Markdown as CommonMark reads it, with GitHub's additions and what staff write: blocks, inline marks, raw HTML."""
