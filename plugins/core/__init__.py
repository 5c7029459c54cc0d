"""The pure kernel: documents, the site index, languages, diagnostics, addresses, dates and markup.

Nothing here reads a clock, the environment or a folder, and nothing here knows Pelican, Jinja, Pillow or feedgen.
"""
