"""Pictures of a tree, and putting what is shown in their place.

A picture stands in the tree as `img[src=image:images/x.jpg alt title]`, its title being the caption. What is shown
for it depends on where the text is shown, as with links.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from plugins.core.markup.tree import Element, Node, Tree

COLUMN = 736
"""Pixels: how wide a picture of a text stands on a page at most (46rem, by the theme's measure)."""

SIZES = "(min-width: 70em) 46rem, (min-width: 60em) 66vw, (min-width: 51em) 46rem, 91vw"
"""How wide it stands there, for a browser to choose among its sizes; a test holds it against the layout."""


class ShownPicture(Struct, frozen=True):
    """What a symbolic picture has become: an address, the size in pixels and, on pages, the sizes to choose among."""

    symbol: str
    src: str
    width: int
    height: int
    srcset: str = ""
    avif: str = ""
    """The same sizes as AVIF."""

    @property
    def attributes(self) -> tuple[tuple[str, str], ...]:
        """The attributes of the element that shows it, but the alternative text."""
        size = (("width", str(self.width)), ("height", str(self.height)))
        if not self.srcset:
            return (("src", self.src), *size)
        responsive = (("srcset", self.srcset), ("sizes", SIZES))
        return (("src", self.src), *responsive, *size, ("loading", "lazy"), ("decoding", "async"))


def with_pictures(nodes: Tree, pictures: Mapping[str, ShownPicture]) -> Tree:
    """Put pictures in the place of symbolic ones; one that is not to be shown leaves its alternative text.

    A paragraph of pictures only becomes a figure for each, with the picture's title as its caption. What holds no
    picture is not copied.
    """
    result: list[Node] = []
    is_changed = False
    for node in nodes:
        if isinstance(node, str):
            result.append(node)
        elif node.tag == "img":
            is_changed = True
            result.append(_shown(node, pictures) or node.get("alt") or "")
        elif node.tag == "p" and (alone := pictures_alone(node)):
            is_changed = True
            result += _figures(alone, pictures)
        else:
            children = with_pictures(node.children, pictures) if node.children else ()
            is_changed = is_changed or children is not node.children
            result.append(node if children is node.children else node.holding(children))
    return tuple(result) if is_changed else nodes


def figure(image: Node, caption: str) -> Element:
    """Make a figure of a picture; without a caption it has none."""
    caption_part = (Element("figcaption", (), (caption,)),) if caption else ()
    return Element("figure", (("class", "picture"),), (image, *caption_part))


def pictures_alone(paragraph: Element) -> list[tuple[Element, Element]]:
    """The pictures of a paragraph that holds nothing else: each as it stands there, perhaps in a link, and itself."""
    found: list[tuple[Element, Element]] = []
    for child in paragraph.children:
        image = None if isinstance(child, str) else _picture_in(child)
        if isinstance(child, Element) and image is not None:
            found.append((child, image))
        elif not isinstance(child, str) or not child.isspace():
            return []
    return found


def _picture_in(element: Element) -> Element | None:
    """Return an element that is a picture, or the picture that is all its link holds."""
    if element.tag == "img":
        return element
    only = element.children[0] if element.tag == "a" and len(element.children) == 1 else ""
    return only if isinstance(only, Element) and only.tag == "img" else None


def _figures(alone: Iterable[tuple[Element, Element]], pictures: Mapping[str, ShownPicture]) -> list[Node]:
    figures: list[Node] = []
    for child, image in alone:
        shown = _shown(image.having(title=None), pictures)
        if shown is None:
            figures.append(Element("p", (), (image.get("alt") or "",)))
        else:
            caption = image.get("title") or ""
            figures.append(figure(shown if child is image else child.holding((shown,)), caption))
    return figures


def _shown(image: Element, pictures: Mapping[str, ShownPicture]) -> Element | None:
    picture = pictures.get(image.get("src") or "")
    if picture is None:
        return None
    attributes = tuple((name, value) for name, value in image.attributes if name != "src")
    shown = Element("img", (*picture.attributes, *attributes))
    if not picture.avif:
        return shown
    better = Element("source", (("type", "image/avif"), ("srcset", picture.avif), ("sizes", SIZES)), ())
    return Element("picture", (), (better, shown))
