"""Who is asked for an opinion on an item: adviser rows of the body, dated, and how they apply."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Literal

from commune.core.rules.conditions import evaluate
from commune.core.rules.counting import Unit
from commune.core.rules.deadlines import Delay
from commune.core.rules.law import Figure
from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.meeting.rules.chain import Actor

How = Literal["automatic", "optional", "initiative"]


@dataclass(frozen=True)
class AdviserRow:
    """A service that may be asked, with a delay or (``days`` 0) without.

    ``automatic``: condition under which it is asked by itself, for items created in
    [``valid_from``, ``valid_until``]. ``available_when``: condition to be offered at all.
    ``previous``: the row it is a variant of (5, 10, 20 days of one service). ``help``: explains it to those who ask.
    """

    id: str
    service: str
    days: int = 0
    working_days: bool = True
    forbidden_ends: tuple[int, ...] = ()
    alert: int = 0
    label: str = ""
    source: str = ""
    confidence: str = "A"
    valid_from: date = date.min
    valid_until: date | None = None
    automatic: Mapping[str, object] | None = None
    available_when: Mapping[str, object] | None = None
    previous: str = ""
    help: str = ""

    def valid_on(self, day: date) -> bool:
        """Whether the row applies to items created on ``day``."""
        return self.valid_from <= day <= (self.valid_until or day)

    @property
    def figure(self) -> Figure[Delay] | None:
        """Its delay as a dated figure; ``None`` for an opinion without delay."""
        if not self.days:
            return None
        unit = Unit.WORKING_DAYS if self.working_days else Unit.CALENDAR_DAYS
        delay = Delay(self.days, unit, forbidden_ends=frozenset(self.forbidden_ends if self.working_days else ()))
        return Figure(delay, self.source, self.valid_from, self.valid_until, self.confidence)


@dataclass(frozen=True)
class Asked:
    """One opinion of an item: which service, by which row (empty: a service without row), and how.

    ``person``: the one of its advisers who is asked and told, empty for all of them.
    """

    service: str
    row: str = ""
    how: How = "optional"
    person: str = ""


Rows = tuple[AdviserRow, ...]


def asked_opinions(
    rows: Rows,
    optional: Iterable[Asked],
    data: Mapping[str, object],
    created: date,
    chosen: Mapping[str, str],
) -> tuple[Asked, ...]:
    """The opinions asked on an item, automatic ones first; a service asked both ways counts as automatic.

    ``data``: the item as the conditions see it. ``chosen``: per service, the variant row chosen by hand,
    which later recomputations keep.
    """
    found: dict[str, Asked] = {}
    automatic = (Asked(row.service, row.id, "automatic") for row in rows if _by_itself(row, data, created))
    for asked in (*automatic, *optional):
        found.setdefault(asked.service, _as_chosen(rows, asked, chosen))
    return tuple(found.values())


def _by_itself(row: AdviserRow, data: Mapping[str, object], created: date) -> bool:
    return row.automatic is not None and row.valid_on(created) and evaluate(row.automatic, data)


def _as_chosen(rows: Rows, asked: Asked, chosen: Mapping[str, str]) -> Asked:
    kept = chosen.get(asked.service, asked.row)
    return replace(asked, row=kept) if kept in {row.id for row in variants(rows, asked.row)} else asked


def optional_opinion(rows: Rows, value: str) -> Asked:
    """What a value of *opinions asked* stands for: a delay row by its id, a person (``code/account``), a service."""
    row = row_of(rows, value)
    if row is not None:
        return Asked(row.service, row.id)
    service, _slash, person = value.partition("/")
    return Asked(service, person=person)


def offered_rows(rows: Rows, data: Mapping[str, object], day: date) -> Rows:
    """The rows that an editor may choose by hand for an item of that day."""
    return tuple(row for row in rows if row.valid_on(day) and evaluate(row.available_when, data))


def row_of(rows: Rows, row_id: str) -> AdviserRow | None:
    """The row of that id."""
    return next((row for row in rows if row.id == row_id), None)


def variants(rows: Rows, row_id: str) -> Rows:
    """The rows linked together with that one, itself included, in the order of the body."""
    linked = {row_id}
    for _ in rows:
        linked |= {row.id for row in rows if row.previous in linked}
        linked |= {row.previous for row in rows if row.id in linked and row.previous}
    return tuple(row for row in rows if row.id in linked)


def offered_variants(rows: Rows, asked: Asked, data: Mapping[str, object], editor: bool, actor: Actor) -> Rows:
    """The delays that the actor may put in place of the present one.

    Optional opinion: an editor of the item. Automatic: managers only.
    """
    allowed = actor.over_body if asked.how == "automatic" else (editor or actor.over_body)
    if not allowed:
        return ()
    others = [row for row in variants(rows, asked.row) if row.id != asked.row] if asked.row else []
    return tuple(row for row in others if evaluate(row.available_when, data))


def against_changing_delay(
    rows: Rows, asked: Asked, new: str, comment: str, data: Mapping[str, object], editor: bool, actor: Actor
) -> Refusals:
    """Why the delay may not be changed to that row; on an automatic opinion the comment is compulsory."""
    found = NONE
    if new not in {row.id for row in offered_variants(rows, asked, data, editor, actor)}:
        found += (Refusal("opinions.delay_not_offered", {"row": new}),)
    if asked.how == "automatic" and not comment.strip():
        found += (Refusal("opinions.comment_required", place="comment"),)
    return found


STILL_FREE = frozenset({"valid_until", "help"})
"""What may change of a row once it is used."""


def against_editing_row(old: AdviserRow, new: AdviserRow | None, used: bool) -> Refusals:
    """Why a row may not be saved: once used it stays (``new`` ``None``: it would go), and only its end date and its
    explanation change."""
    if not used:
        return NONE
    if new is None:
        return (Refusal("opinions.row_used", {"row": old.id}),)
    frozen = [one.name for one in fields(old) if one.name not in STILL_FREE]
    changed = [name for name in frozen if getattr(old, name) != getattr(new, name)]
    return tuple(Refusal("opinions.row_in_use", {"row": old.id, "field": name}, name) for name in changed)


def against_editing_rows(old: Rows, new: Rows, used: frozenset[str]) -> Refusals:
    """Why the rows of a body may not be saved, each reason with its JSON pointer."""
    found = NONE
    for row in old:
        at = next((i for i, other in enumerate(new) if other.id == row.id), None)
        refusals = against_editing_row(row, None if at is None else new[at], row.id in used)
        place = "/opinions/rows" if at is None else f"/opinions/rows/{at}/"
        found += tuple(replace(refusal, place=f"{place}{refusal.place}") for refusal in refusals)
    return found


def giveable_states(
    body: frozenset[str], service: frozenset[str], mode: Literal["none", "add", "replace"]
) -> frozenset[str]:
    """The item states in which a service gives its opinion: the body's, with the service's own."""
    return {"none": body, "add": body | service, "replace": service}[mode]
