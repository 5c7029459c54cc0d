"""The beginnings of documents: files in every language, as drafts, with what their type needs."""
