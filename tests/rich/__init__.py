"""A made-up site with everything in use, written by code: the same files every time."""
