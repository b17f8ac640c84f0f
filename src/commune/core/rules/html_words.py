"""The words of a text written in HTML."""

import html
from html.parser import HTMLParser


def plain(text: str) -> str:
    """The words of an HTML text, for feeds, the search index and data."""
    reader = _Words(convert_charrefs=True)
    reader.feed(text)
    reader.close()
    return html.unescape(" ".join(" ".join(reader.parts).split()))


class _Words(HTMLParser):
    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)
