"""The dossier of another module that treats a request: created once, followed in order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True)
class StatusEvent:
    """News of a dossier. ``sequence`` grows strictly within one dossier; ``public``: the citizen may know."""

    case: str
    sequence: int
    code: str
    occurred_on: date
    public: bool = True
    final: bool = False


@dataclass(frozen=True)
class CaseLink:
    """Link from a request to the dossier that treats it, with the last news that was applied."""

    module: str
    case: str
    sequence: int = 0
    code: str = ""
    decided: bool = False


def creation_key(request_uid: str, target: str) -> str:
    """Idempotency key of the hand-over: a retry after a time-out never makes a twin."""
    return f"{request_uid}:{target}"


def accept_creation(links: Iterable[CaseLink], link: CaseLink) -> tuple[CaseLink, ...]:
    """Links of a request once a creation was confirmed; a confirmation that is repeated adds nothing."""
    known = tuple(links)
    if any((one.module, one.case) == (link.module, link.case) for one in known):
        return known
    return (*known, link)


def apply_status(link: CaseLink, event: StatusEvent) -> CaseLink:
    """The link after the event; repeated, older and foreign events leave it unchanged."""
    if event.case != link.case or event.sequence <= link.sequence:
        return link
    return replace(link, sequence=event.sequence, code=event.code, decided=link.decided or event.final)


def citizen_wording(event: StatusEvent, wordings: Mapping[str, str]) -> str | None:
    """Wording code the citizen reads, ``None`` for a code without wording or that is not public."""
    return wordings.get(event.code) if event.public else None
