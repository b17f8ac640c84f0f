"""Searches and columns that a person keeps: for oneself, or for the people of one's service."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from commune.core.rules.refusals import Refusal, Refusals

MOST = 50
"""Searches that one person keeps on one dashboard."""
LONGEST = 100


@dataclass(frozen=True)
class OwnSearch:
    """A search that somebody kept. ``query``: the address after its question mark; ``unit``: the service (uid) that
    sees it too, empty: its owner alone."""

    id: str
    board: str
    folder: str
    title: str
    query: str
    owner: str
    unit: str = ""


def against_keeping(title: str, unit: str, units: Collection[str], kept: int) -> Refusals:
    """Why a search may not be kept. ``units``: services of the person; ``kept``: searches that he or she has here."""
    found = []
    if not title.strip() or len(title) > LONGEST:
        found.append(Refusal("searches.title", {"most": LONGEST}, "title"))
    if unit and unit not in units:
        found.append(Refusal("searches.unit", place="unit"))
    if kept >= MOST:
        found.append(Refusal("searches.too_many", {"most": MOST}))
    return tuple(found)


def seen(
    searches: Iterable[OwnSearch], board: str, folder: str, userid: str, units: Collection[str]
) -> list[OwnSearch]:
    """The searches that a person sees on a dashboard, his or her own first, each part by title."""
    mine = [one for one in searches if one.board == board and one.folder == folder]
    readable = [one for one in mine if one.owner == userid or (one.unit and one.unit in units)]
    return sorted(readable, key=lambda one: (one.owner != userid, one.title.casefold(), one.id))


def columns_shown(known: Sequence[tuple[str, bool]], wanted: Sequence[str], always: str) -> tuple[str, ...]:
    """The columns of a list, in the order wanted. ``known``: ids with whether they are shown unasked.

    Unknown ones are left out; ``always`` (the link) is put first when it lacks. Nothing wanted: the usual ones.
    """
    ids = [id_ for id_, _usual in known]
    kept = [one for one in dict.fromkeys(wanted) if one in ids]
    if not kept:
        return tuple(id_ for id_, usual in known if usual)
    return tuple(kept) if always in kept or always not in ids else (always, *kept)
