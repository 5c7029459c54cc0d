"""The disk: putting a file in place of another, where systems differ, and the version of the program's own files."""
