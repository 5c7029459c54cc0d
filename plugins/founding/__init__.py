"""New sites: the content folder that `./kaiku init` begins, with its settings, first texts and guide."""
