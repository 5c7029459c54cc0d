"""The content folder of the made-up site."""

from pathlib import Path

from tests.rich.meetings import meetings
from tests.rich.news import news
from tests.rich.originals import originals
from tests.rich.pilots import pilots
from tests.rich.projects import projects
from tests.rich.settings import settings
from tests.rich.standing import standing


def write_content(folder: Path) -> Path:
    """Write every file of the site; give the folder."""
    texts = {**settings(), **projects(), **news(), **meetings(), **pilots(), **standing()}
    for name, data in {**{name: text.encode() for name, text in texts.items()}, **originals()}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
