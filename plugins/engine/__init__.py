"""The only adapter to Pelican: the generator, the stages of a run, the check that every room registered."""


def register() -> None:
    """Register the room. Pelican is loaded only now: the menu and its messages need modules of this room without it."""
    from plugins.engine import plugin

    plugin.register()
