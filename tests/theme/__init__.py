"""The theme by itself: example views of every page, and what must hold for each of them."""
