"""The disk, where systems differ: putting a file in place of another."""
