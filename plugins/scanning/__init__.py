"""Scanning pages of the CMS: which blocks stand there, and whether each is current, stale, edited or damaged."""
