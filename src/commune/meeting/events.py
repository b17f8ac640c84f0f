"""What the parts of this module tell each other: frozen data and UIDs, as the letters between modules."""

from dataclasses import dataclass


@dataclass(frozen=True)
class OpinionActed:
    """Something happened to an opinion: ``act`` is ``given`` or ``asked_again``; ``service`` is its code."""

    item: str
    service: str
    act: str
    actor: str


@dataclass(frozen=True)
class ItemSent:
    """A copy of the item ``origin`` was made in another body."""

    origin: str
    copy: str
    actor: str
