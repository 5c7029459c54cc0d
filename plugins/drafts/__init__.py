"""New documents: the files that `./kaiku new` begins with the front matter and headings of their type, and imports."""
