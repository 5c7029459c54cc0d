"""Looking for blocks on pages of other systems: what stands there, and whether it is what the site now says."""
