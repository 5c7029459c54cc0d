"""Digest: what was published since a day, by project, as text and HTML for the staff's newsletter."""
