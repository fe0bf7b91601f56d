"""The article's pictures with their captions and credits."""

from collections.abc import Iterator
from urllib.parse import urljoin

from accordingto.page.credits import credit_name, names_nobody
from accordingto.page.html.scene import Piece, Scene
from accordingto.page.html.tree import Picture
from accordingto.page.html.vocabulary import bits
from accordingto.records.article import Image
from accordingto.records.span import Span

_OTHERS = bits(
    "nav", "footer", "related", "comment", "social", "newsletter", "ad", "consent", "bio"
)
_PICTURED = bits("caption", "credit")
_IN_FIGURE, _BESIDE = 5, 2  # blocks between a caption and its credit
_NEAR = 3  # blocks between a picture and a caption that shares no figure with it


def find_images(
    scene: Scene, pieces: list[Piece], offsets: list[int], url: str | None
) -> tuple[Image, ...]:
    """One image for each caption, each lone credit, and each picture inside the article."""
    pictures = [p for p in scene.tree.pictures if p.url or p.alt]
    used: set[int] = set()
    found: list[tuple[int, int, Image]] = []
    for order, (caption, credit) in enumerate(_pairs(scene, pieces)):
        leading = caption or credit
        if leading is None:
            continue
        block = leading.block
        at = _picture_for(scene, pictures, block, used)
        if at >= 0:
            used.add(at)
        image = _image(scene, offsets, caption, credit, pictures[at] if at >= 0 else None, url)
        found.append((block, order, image))
    for index, picture in enumerate(pictures):
        if index not in used and _belongs(scene, picture):
            found.append((picture.block, -1, _image(scene, offsets, None, None, picture, url)))
    found.sort(key=lambda entry: entry[:2])
    return tuple(image for _, _, image in found)


def _pairs(scene: Scene, pieces: list[Piece]) -> Iterator[tuple[Piece | None, Piece | None]]:
    """Captions and credits that follow each other in one figure, in either order."""
    held: Piece | None = None
    for piece in pieces:
        if piece.role not in ("caption", "credit") or _is_label(scene, piece):
            continue
        if held is not None and held.role != piece.role and _together(scene, held, piece):
            yield (held, piece) if held.role == "caption" else (piece, held)
            held = None
            continue
        if held is not None:
            yield (held, None) if held.role == "caption" else (None, held)
        held = piece
    if held is not None:
        yield (held, None) if held.role == "caption" else (None, held)


def _is_label(scene: Scene, piece: Piece) -> bool:
    """True for "(" or "Image:" in an element of its own."""
    words = scene.tree.blocks[piece.block].text[piece.start : piece.end]
    return piece.role == "credit" and names_nobody(words)


def _together(scene: Scene, first: Piece, second: Piece) -> bool:
    one, two = scene.tree.blocks[first.block], scene.tree.blocks[second.block]
    if first.block == second.block:
        return True
    parents = scene.tree.parents
    named = one.own & _PICTURED and two.own & _PICTURED and second.block == first.block + 1
    if named and parents[one.element] == parents[two.element]:
        return True
    reach = _IN_FIGURE if one.figure >= 0 else _BESIDE
    return second.block - first.block <= reach and one.figure == two.figure


def _picture_for(scene: Scene, pictures: list[Picture], block: int, used: set[int]) -> int:
    """The picture of a caption: of the same figure, else the last one just before it."""
    figure = scene.tree.blocks[block].figure
    best = -1
    for index, picture in enumerate(pictures):
        if index in used:
            continue
        if figure >= 0 and picture.figure == figure:
            return index
        if 0 <= block - picture.block <= _NEAR and picture.block <= block:
            best = index
    return best


def _belongs(scene: Scene, picture: Picture) -> bool:
    """A picture between headline and the body's end that is no furniture."""
    start = scene.headline.block if scene.headline.block >= 0 else scene.first
    inside = start <= picture.block <= max(scene.last, scene.last_picture)
    return inside and not picture.flags & _OTHERS and bool(picture.url)


def _image(
    scene: Scene,
    offsets: list[int],
    caption: Piece | None,
    credit: Piece | None,
    picture: Picture | None,
    url: str | None,
) -> Image:
    blocks = scene.tree.blocks
    said = blocks[caption.block].text[caption.start : caption.end] if caption else None
    span = _span(caption, offsets) if caption else None
    name, name_span = None, None
    if credit is not None:
        words = blocks[credit.block].text[credit.start : credit.end]
        inner = credit_name(words) or Span(0, len(words))
        name = inner.of(words)
        name_span = inner.shift(offsets[credit.block] + credit.start)
    return Image(
        caption=said,
        caption_span=span,
        credit=name,
        credit_span=name_span,
        alt=(picture.alt or None) if picture else None,
        url=_absolute(picture.url, url) if picture and picture.url else None,
    )


def _span(piece: Piece, offsets: list[int]) -> Span:
    return Span(offsets[piece.block] + piece.start, offsets[piece.block] + piece.end)


def _absolute(address: str, url: str | None) -> str | None:
    try:
        return urljoin(url or "", address.strip())
    except ValueError:
        return None
