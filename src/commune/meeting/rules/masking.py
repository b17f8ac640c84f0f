"""Marked personal data in a text: replaced by a placeholder wherever the text goes out."""

from html import escape
from html.parser import HTMLParser

from commune.core.rules.html_words import plain

__all__ = ["MARK", "PLACEHOLDER", "masked", "placeholder", "plain"]

MARK = "personal-data"
PLACEHOLDER = '<a class="masked" href="/privacy">█████</a>'
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})


def placeholder(page: str = "") -> str:
    """What stands in the place of masked words, leading to that page (a path or an address of the web)."""
    return PLACEHOLDER.replace("/privacy", escape(page, quote=True)) if page else PLACEHOLDER


class _Masker(HTMLParser):
    """Copies a text and leaves out the content of marked elements, however deep they nest."""

    def __init__(self, instead: str, mark: str) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self.depth = 0
        self.placeholder = instead
        self.mark = mark

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.depth:
            self.depth += tag not in _VOID
        elif tag not in _VOID and self.mark in (dict(attrs).get("class") or "").split():
            self.depth = 1
            self.parts.append(self.placeholder)
        else:
            self.parts.append(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._keep(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if self.depth:
            self.depth -= tag not in _VOID
        else:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._keep(data)

    def handle_entityref(self, name: str) -> None:
        self._keep(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._keep(f"&#{name};")

    def _keep(self, text: str) -> None:
        if not self.depth:
            self.parts.append(text)


def masked(text: str, placeholder: str = PLACEHOLDER, mark: str = MARK) -> str:
    """HTML without what an author marked; comments (and what tools hide in them) are dropped too.

    A mark that is never closed masks the rest of the text: too much rather than too little.
    """
    masker = _Masker(placeholder, mark)
    masker.feed(text)
    masker.close()
    return "".join(masker.parts)
