"""Glue: puts the survey, the variants and the rule of pictures into the pipeline."""

from plugins.core.pipeline import Pipeline, opening
from plugins.images.outlet import picture_variants
from plugins.images.rendering import PictureRenderer
from plugins.images.rules import unusable_pictures
from plugins.images.survey import Survey


def register() -> None:
    """Connect the room's handler."""
    opening.connect(equip)


def equip(pipeline: Pipeline) -> None:
    """Let the run look at pictures, judge them and make their variants."""
    renderer = PictureRenderer(pipeline.folders.cache / "pictures")
    pipeline.pictures = Survey()
    pipeline.rules.append(unusable_pictures)
    pipeline.outlets.append(picture_variants)
    pipeline.renderers["picture"] = renderer
    pipeline.renderer_keys["picture"] = renderer.version
