"""The authority's colours as custom properties, in one small stylesheet."""

from Products.Five import BrowserView

from commune.core.browser.theme.resources import fingerprint, keep_for_ever
from commune.core.content.authority import colours


def stylesheet() -> str:
    """The rule that gives every page its colours, ours and Bootstrap's names for them."""
    lines = []
    for name, value in colours().items():
        lines.append(f"--cs-{name.replace('_', '-')}:{value}")
        if not name.startswith("on_"):
            lines.append(f"--bs-{name}:{value};--bs-{name}-rgb:{_triplet(value)}")
    return f":root{{{';'.join(lines)}}}"


def tokens_path() -> str:
    """Path of the stylesheet from the site, with the fingerprint of today's colours."""
    return f"@@tokens.css?v={fingerprint(stylesheet().encode())}"


def _triplet(colour: str) -> str:
    return ",".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))


class Tokens(BrowserView):
    """``@@tokens.css``: its address changes with its content."""

    def __call__(self) -> str:
        self.request.response.setHeader("Content-Type", "text/css; charset=utf-8")
        keep_for_ever(self.request.response)
        return stylesheet()
