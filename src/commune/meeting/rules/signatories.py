"""Who signs an item: the item's own signatories, then the meeting's, the service's, the body's."""

from dataclasses import dataclass
from datetime import date

from commune.meeting.rules.attendance import Sheet, item_presents


@dataclass(frozen=True)
class Signatory:
    """A row: signature rank, held position, label printed; dates inclusive, open when ``None``."""

    rank: int
    position: str
    label: str = ""
    valid_from: date | None = None
    valid_to: date | None = None

    def valid_on(self, day: date) -> bool:
        """Whether the row is in force on ``day``."""
        return (self.valid_from or day) <= day <= (self.valid_to or day)


def signatories(sheet: Sheet, item: str, day: date, levels: tuple[tuple[Signatory, ...], ...]) -> tuple[Signatory, ...]:
    """One signatory per rank, in rank order.

    ``levels``, the strongest first: item, meeting, service, body. An absent signatory gives way to the
    next of the same rank who is present. Who is not on the list of members (a director general) is
    never absent. A rank whose signatories are all absent is left out.
    """
    here, listed = frozenset(item_presents(sheet, item)), {member.uid for member in sheet.members}
    chosen: dict[int, Signatory] = {}
    for row in (row for level in levels for row in level):
        if row.valid_on(day) and (row.position in here or row.position not in listed):
            chosen.setdefault(row.rank, row)
    return tuple(chosen[rank] for rank in sorted(chosen))
