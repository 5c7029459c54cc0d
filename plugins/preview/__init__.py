"""The site on the writer's own machine: built again when something changes, and the page reloads by itself."""
