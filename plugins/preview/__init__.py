"""The site on the writer's own machine: as it is at every save, and open pages follow."""
