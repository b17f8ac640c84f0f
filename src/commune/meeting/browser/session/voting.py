"""The votes on one item as the secretary enters them."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from zope.i18n import translate

from commune.core.rules.typed import whole
from commune.core.workflow.lookup import by_uid
from commune.meeting.content.vocabularies import POLLS
from commune.meeting.rules.results import Result
from commune.meeting.rules.votes import SECRET_KINDS, Kind, Poll, Value, ballots, offered_values, room
from commune.meeting.workflow.presence import names_of
from commune.meeting.workflow.results import COUNTED, result_of
from commune.meeting.workflow.session import polls_of, voters_of
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.titles import VALUES, VERDICTS


def keys(titles: Iterable[str]) -> list[str]:
    """One key per title: the first letter of it that no title before took; empty when none is left."""
    taken: list[str] = []
    for title in titles:
        taken.append(next((letter for letter in title.lower() if letter.isalpha() and letter not in taken), ""))
    return taken


class VotingPart:
    """The polls of the item, one at a time: ``poll`` among the request's values says which."""

    def __init__(self, item: Any, request: Any) -> None:
        self.item = item
        self.request = request
        self.settings = settings_of(item)

    @property
    def enabled(self) -> bool:
        return self.settings.body.votes.enabled

    @cached_property
    def polls(self) -> tuple[Poll, ...]:
        return polls_of(self.item, self.settings)

    @cached_property
    def index(self) -> int:
        return max(0, min(whole(self.request.form.get("poll"), 0), len(self.polls) - 1))

    @property
    def poll(self) -> Poll:
        return self.polls[self.index]

    @property
    def kind(self) -> str:
        return str(self.poll.kind)

    @property
    def kinds(self) -> list[tuple[str, Any]]:
        return [(str(kind), POLLS[str(kind)]) for kind in self.settings.body.votes.kinds]

    @property
    def public(self) -> bool:
        return self.poll.kind is Kind.PUBLIC

    @property
    def secret(self) -> bool:
        return self.poll.kind in SECRET_KINDS

    @cached_property
    def voters(self) -> tuple[str, ...]:
        return voters_of(self.item)

    @cached_property
    def values(self) -> list[tuple[str, Any, str]]:
        """Value, title and key of what may be chosen."""
        votes = self.settings.body.votes
        found = offered_values(self.polls, self.index, votes.values, votes.linked_first, votes.linked_next)
        titles = [translate(VALUES[str(one)], context=self.request) for one in found]
        return [(str(one), title, key) for one, title, key in zip(found, titles, keys(titles), strict=True)]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """One row per voter: what is entered, or what was typed before the page came back."""
        state = ballots(self.polls, self.index, self.voters)
        names: Mapping[str, str] = names_of(by_uid(self.item.meeting))
        return [
            {
                "uid": uid,
                "name": names.get(uid, uid),
                "value": self.request.form.get(f"vote-{uid}", str(value)),
                "blocked": value is Value.NOT_VOTABLE,
            }
            for uid, value in state.items()
        ]

    @property
    def counts(self) -> list[tuple[str, Any, Any]]:
        """Value, title and count entered of a secret poll."""
        typed = self.request.form
        votes = self.settings.body.votes
        found = offered_values(self.polls, self.index, votes.values, votes.linked_first, votes.linked_next)
        return [(str(v), VALUES[str(v)], typed.get(f"count-{v}", self.poll.counts.get(v, ""))) for v in found]

    @property
    def most(self) -> int:
        """How many ballots a secret poll may hold."""
        return room(self.polls, self.index, len(self.voters))

    @property
    def result(self) -> Result | None:
        """What the ballots decide; ``None`` for a poll that counts none."""
        if self.poll.kind not in COUNTED or not self.voters:
            return None
        return result_of(self.item, self.index)[1]

    @property
    def verdict(self) -> Any:
        return VERDICTS[str(self.result.verdict)] if self.result is not None else ""
