"""Long lists in pages, with their addresses."""

from dataclasses import dataclass
from urllib.parse import urlencode

from commune.core.rules.typed import whole


@dataclass(frozen=True)
class Paging:
    """Page ``page`` (from 1) of a list of ``total`` rows, at ``url`` with the other parameters of the question."""

    url: str
    total: int
    page: int
    size: int
    parameters: tuple[tuple[str, str], ...] = ()

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.size))

    @property
    def start(self) -> int:
        """Number of rows before this page."""
        return (min(self.page, self.pages) - 1) * self.size

    @property
    def previous(self) -> str:
        return self.url_of(self.page - 1) if self.page > 1 else ""

    @property
    def next(self) -> str:
        return self.url_of(self.page + 1) if self.page < self.pages else ""

    def url_of(self, page: int) -> str:
        """Address of a page, whether or not it exists."""
        return f"{self.url}?{urlencode([*self.parameters, ('page', str(page))])}"


def page_number(text: object) -> int:
    """The number of a page as typed in an address; 1 when it is none."""
    return max(1, whole(text, 1))
