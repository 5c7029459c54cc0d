"""Text formats of the CMS, and a simulation of what they and its editor do to HTML."""
