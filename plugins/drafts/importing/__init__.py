"""Importing: Word files, saved web pages, PDFs and posts become drafts.

Every reader makes *blocks* of its source (`blocks.py`); what a meeting says of itself is taken out of them into fields
(`meeting.py`); the rest is written as Markdown (`markdown_writing.py`). What is not understood stays in the text.
"""
