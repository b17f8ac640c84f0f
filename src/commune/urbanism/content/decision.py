"""What a body is asked for a permit, and what it decided."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class CollegeFile:
    """A request to the College. ``item`` is empty while nobody answered; ``day`` is that of the meeting."""

    requested_on: date
    item: str = ""
    body: str = ""
    day: date | None = None
    taken: bool = False


@dataclass(frozen=True)
class Decision:
    """A decision on a permit. ``sense``: granted or refused; ``by``: who decided; ``text`` is HTML."""

    on: date
    sense: str
    by: str
    number: str = ""
    text: str = ""
    item: str = ""


@dataclass(frozen=True)
class Source:
    """The request that a permit came from, as it was received; never changed."""

    origin: str
    reference: str
    payload: dict[str, object]
    received_on: date
