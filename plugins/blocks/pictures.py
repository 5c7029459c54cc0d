"""The pictures of a block: those that an editor may upload, and links that stand for them."""

from collections.abc import Iterable

from plugins.blocks.views import BlockPicture, BlockView, PictureSource
from plugins.core.made_blocks import PictureToUpload
from plugins.core.markup.tree import Element, Node
from plugins.core.vocabulary import VOCABULARY

_SYMBOL = "image:"


class Pictures:
    """Collects the pictures of one block in the order of the text, each once with each alternative text."""

    def __init__(self, view: BlockView) -> None:
        self.view = view
        self.word = VOCABULARY[view.language].blocks.picture
        self.sources = {source.file: source for source in view.sources}
        self.known: dict[BlockPicture, None] = {view.picture: None} if view.picture else {}

    def to_upload(self) -> tuple[PictureToUpload, ...]:
        """All pictures, each with the address at which it is published."""
        hrefs = {file: source.href for file, source in self.sources.items()}
        return tuple(
            [
                PictureToUpload(picture.file, picture.alt, picture.caption, picture.credit, hrefs.get(picture.file, ""))
                for picture in self.known
            ]
        )

    def add(self, image: Element, caption: str = "") -> None:
        """Note a picture of the text."""
        source = image.get("src") or ""
        file = source.removeprefix(_SYMBOL)
        if file:
            picture = BlockPicture(file, image.get("alt") or "", caption or image.get("title") or "")
            says_something = picture.alt or picture.caption
            if says_something or not any(other.file == file for other in self.known):
                self.known.setdefault(picture)

    def link(self, image: Element, caption: str = "", href: str = "") -> list[Element]:
        """A link that stands for a picture, "Kuva: …"; none for a picture that only decorates."""
        text = caption or image.get("title") or image.get("alt") or ""
        if not text.strip():
            return []
        source = self._source(image)
        target = href or (source.href if source else self.view.url)
        return [Element("a", (("href", target),), (f"{self.word}: {' '.join(text.split())}",))]

    def shown(self, image: Element) -> tuple[tuple[str, str], ...]:
        """The attributes that show a picture by its full address and size; none when it is not published."""
        source = self._source(image)
        if source is None:
            return ()
        size = (("width", str(source.width)), ("height", str(source.height)))
        return (("src", source.href), ("alt", image.get("alt") or ""), *size)

    def _source(self, image: Element) -> PictureSource | None:
        return self.sources.get((image.get("src") or "").removeprefix(_SYMBOL))

    def of_figure(self, nodes: Iterable[Node], caption: str) -> list[Element]:
        """Note the pictures of a figure and give a link for each; the caption speaks for a picture that is alone."""
        pairs = list(_images(nodes, ""))
        links: list[Element] = []
        for image, href in pairs:
            own_caption = caption if len(pairs) == 1 else ""
            self.add(image, caption)
            links += self.link(image, own_caption, href)
        return links

    def lead(self) -> list[Element]:
        """The picture at the head of a document as a figure of its text."""
        picture = self.view.picture
        if picture is None:
            return []
        caption = f"{picture.caption or picture.alt} ({picture.credit})" if picture.credit else picture.caption
        image = Element("img", (("src", f"{_SYMBOL}{picture.file}"), ("alt", picture.alt)))
        captions = (Element("figcaption", (), (caption,)),) if caption else ()
        return [Element("figure", (), (image, *captions))]

    def name_in(self, element: Element) -> str:
        """The words of the pictures within an element."""
        return " ".join(filter(None, (image.get("alt") for image, _ in _images(element.children, ""))))


def _images(nodes: Iterable[Node], href: str) -> Iterable[tuple[Element, str]]:
    """Every picture with the target of the link around it."""
    for node in nodes:
        if isinstance(node, str):
            continue
        if node.tag == "img":
            yield node, href
        else:
            yield from _images(node.children, (node.get("href") or href) if node.tag == "a" else href)
