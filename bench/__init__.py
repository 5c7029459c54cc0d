"""Measurements: the same corpus through Kaiku and its peers, in one run on one machine."""
