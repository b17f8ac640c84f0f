"""The streets of the authority, kept on the site: found by the beginning of any of their words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from BTrees.OOBTree import OOBTree
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations

from commune.core.rules.addresses import fold

KEY = "commune.core.streets"
LAST = "\uffff"


@dataclass(frozen=True)
class Street:
    """A street: ``id`` is stable, ``name_de`` empty where there is no German name."""

    id: str
    name: str
    postcode: str
    locality: str
    name_de: str = ""


class Register(Persistent):
    """Streets by id, and their folded names from every word on."""

    def __init__(self) -> None:
        self.streets = OOBTree()
        self.words = OOBTree()

    def keep(self, street: Street) -> bool:
        """Add or replace a street; returns whether anything changed."""
        known = self.streets.get(street.id)
        if known == street:
            return False
        if known is not None:
            for key in _keys(known):
                self.words.pop(key, None)
        self.streets[street.id] = street
        for key in _keys(street):
            self.words[key] = street.id
        return True


def _keys(street: Street) -> Iterator[tuple[str, int, str]]:
    for name in filter(None, (street.name, street.name_de)):
        words = fold(name).split()
        for first in range(len(words)):
            yield " ".join(words[first:]), first, street.id


def keep_streets(site: Any, streets: Iterable[Street]) -> int:
    """Keep the streets on the site; returns how many are new or changed, and writes nothing when none is."""
    notes = IAnnotations(site)
    register = notes.get(KEY) or Register()
    changed = sum(register.keep(street) for street in streets)
    if changed and KEY not in notes:
        notes[KEY] = register
    return changed


def find_streets(site: Any, text: str, limit: int = 10) -> tuple[Street, ...]:
    """Streets of which a word begins like ``text``, accents and case apart; those that begin with it come first."""
    register = IAnnotations(site).get(KEY)
    start = fold(text)
    if register is None or not start:
        return ()
    found: dict[str, int] = {}
    for _name, first, street in register.words.keys((start,), (start + LAST,)):
        found[street] = min(first, found.get(street, first))
    streets = [register.streets[street] for street in found]
    streets.sort(key=lambda street: (found[street.id] > 0, fold(street.name), street.postcode))
    return tuple(streets[:limit])


def street_by_id(site: Any, street: str) -> Street | None:
    """The street of that id, or ``None``."""
    register = IAnnotations(site).get(KEY)
    return register.streets.get(street) if register is not None else None
