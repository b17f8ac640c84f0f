"""Which form of a public thing a reader asks for: the page, or its data."""

from dataclasses import dataclass

HTML, JSON_LD, TURTLE = "html", "jsonld", "ttl"
TYPES = {HTML: "text/html", JSON_LD: "application/ld+json", TURTLE: "text/turtle"}
_NAMES = {"text/html": HTML, "application/xhtml+xml": HTML, "*/*": HTML, "text/*": HTML,
          "application/ld+json": JSON_LD, "text/turtle": TURTLE}  # fmt: skip


@dataclass(frozen=True)
class _Wish:
    form: str
    quality: float
    place: int


def chosen(accept: str, named: str = "") -> str:
    """The form: the one that is ``named`` (``?format=``), else the best of the header, the page when nothing fits.

    Equal wishes go to the first one written, as browsers write theirs.
    """
    if named in TYPES:
        return named
    wishes = [_read(part, place) for place, part in enumerate(accept.split(","))]
    known = [wish for wish in wishes if wish.form and wish.quality > 0]
    return max(known, key=lambda wish: (wish.quality, -wish.place)).form if known else HTML


def _read(part: str, place: int) -> _Wish:
    kind, *parameters = (piece.strip() for piece in part.split(";"))
    given = next((p[2:] for p in parameters if p.startswith("q=")), "1")
    try:
        quality = float(given)
    except ValueError:
        quality = 0.0
    return _Wish(_NAMES.get(kind.lower(), ""), quality, place)
