"""The vote on urgency as the secretary enters it."""

from typing import Any

from commune.core.workflow.lookup import by_uid
from commune.meeting.rules.lateness import UrgencyVote
from commune.meeting.rules.masking import plain
from commune.meeting.workflow.presence import names_of
from commune.meeting.workflow.urgency import against_deciding, needed, presents, shown


class UrgencyPart:
    """The members present, those in favour, and how many are needed."""

    def __init__(self, item: Any, request: Any) -> None:
        self.item = item
        self.request = request

    @property
    def vote(self) -> UrgencyVote | None:
        return self.item.urgency  # type: ignore[no-any-return]

    @property
    def admitted(self) -> bool:
        return not against_deciding(self.item)

    @property
    def needed(self) -> int:
        return needed(self.item)

    @property
    def present(self) -> int:
        return len(presents(self.item))

    @property
    def members(self) -> list[tuple[str, str, bool]]:
        """Uid, name, and whether in favour: as typed, else as recorded."""
        names = names_of(by_uid(self.item.meeting))
        typed = self.request.form.get("in_favour")
        known = self.vote.in_favour if self.vote is not None else ()
        favour = known if typed is None else ([typed] if isinstance(typed, str) else typed)
        return [(uid, names.get(uid, uid), uid in favour) for uid in presents(self.item)]

    @property
    def motivation(self) -> str:
        typed = self.request.form.get("motivation")
        return str(typed) if typed is not None else plain(shown(self.item)).strip()
