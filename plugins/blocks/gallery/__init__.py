"""The gallery: where an editor of another system sees each block as it will look, and copies it."""
