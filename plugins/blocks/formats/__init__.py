"""Text formats of a CMS: what each keeps of HTML, as data in YAML, and how filters and editors behave."""
