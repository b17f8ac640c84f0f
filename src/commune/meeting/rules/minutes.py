"""The minutes of a meeting: generated part by part, kept where a person rewrote them, locked once approved."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from commune.core.rules.refusals import Refusal, Refusals


@dataclass(frozen=True)
class Part:
    """One part: the opening, an item, the closing. ``generated``: as last written from the data.

    ``edited``: what the secretary made of it; ``based_on``: the generated text they started from.
    """

    key: str
    generated: str
    edited: str | None = None
    based_on: str = ""

    @property
    def text(self) -> str:
        """What the minutes say."""
        return self.generated if self.edited is None else self.edited

    @property
    def differs(self) -> bool:
        """Whether the data changed since the part was rewritten: shown to the secretary."""
        return self.edited is not None and self.generated != self.based_on


@dataclass(frozen=True)
class Minutes:
    """The parts in order; ``approved``: the day of the meeting that approved them."""

    parts: tuple[Part, ...] = ()
    approved: date | None = None


def regenerate(minutes: Minutes, fresh: Iterable[tuple[str, str]]) -> Minutes | Refusals:
    """Write the parts anew from ``fresh`` (key, text), in that order; rewritten parts keep their words.

    A part that is no longer generated goes, unless a person wrote in it: then it stays at the end.
    """
    if minutes.approved is not None:
        return _locked(minutes.approved)
    old = {part.key: part for part in minutes.parts}
    parts = [replace(old.pop(key, Part(key, text)), generated=text) for key, text in fresh]
    orphans = [part for part in old.values() if part.edited is not None]
    return replace(minutes, parts=(*parts, *(replace(part, generated="") for part in orphans)))


def edit(minutes: Minutes, key: str, text: str) -> Minutes | Refusals:
    """Rewrite a part by hand; writing the generated text again gives the part back to the data.

    Raises ``KeyError`` for a part that the minutes do not have.
    """
    if minutes.approved is not None:
        return _locked(minutes.approved)
    if key not in {part.key for part in minutes.parts}:
        raise KeyError(key)
    return replace(minutes, parts=tuple(_edited(part, text) if part.key == key else part for part in minutes.parts))


def _edited(part: Part, text: str) -> Part:
    if text == part.generated:
        return Part(part.key, part.generated)
    return Part(part.key, part.generated, text, part.generated)


def approve(minutes: Minutes, day: date) -> Minutes | Refusals:
    """Approve the minutes on the day of the meeting that decided so; they are locked from then on."""
    return _locked(minutes.approved) if minutes.approved is not None else replace(minutes, approved=day)


def _locked(day: date) -> Refusals:
    return (Refusal("minutes.approved", {"day": day}),)
