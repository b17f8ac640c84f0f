"""POST @votes: enter the votes of an item."""

from collections.abc import Callable
from typing import Any

from zExceptions import BadRequest

from commune.core.api.act import Act
from commune.core.api.contract import COUNT, FLAG, TEXT, body, one_of
from commune.core.workflow.actor import current_actor
from commune.meeting.api.votes.votes_json import votes_json
from commune.meeting.rules.votes import Kind, Value
from commune.meeting.workflow import session
from commune.meeting.workflow.guard import check_manager

BALLOTS = {"type": "object", "additionalProperties": TEXT}


class PostVotes(Act):
    """Body: ``{"do": "enter", "poll": 0, "ballots": {member: value}}``, ``{"do": "count", "counts": {value: n}}``,
    ``{"do": "unanimous"}``, ``{"do": "kind", "kind": "secret", "confirmed": true}``, ``{"do": "same", "until": uid}``,
    ``{"do": "add", "label": text, "linked": true}``, ``{"do": "delete", "poll": 1}``.
    """

    takes = body(
        "do",
        do=one_of("enter", "count", "unanimous", "kind", "same", "add", "delete"),
        poll=COUNT,
        ballots=BALLOTS,
        but=BALLOTS,
        counts={"type": "object", "additionalProperties": {"type": "integer", "maximum": 2**31 - 1}},
        kind=TEXT,
        confirmed=FLAG,
        until=TEXT,
        label=TEXT,
        linked=FLAG,
    )

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        actor = current_actor(self.context)
        check_manager(actor, self.context)
        try:
            self._acts(wish, actor.userid)[wish.get("do", "")]()
        except KeyError as error:
            raise BadRequest("do: one of enter, count, unanimous, kind, same, add, delete") from error
        except IndexError as error:
            raise BadRequest("poll: no such poll") from error
        except ValueError as error:
            raise BadRequest(str(error)) from error
        return votes_json(self.context)

    def _acts(self, wish: dict[str, Any], user: str) -> dict[str, Callable[[], object]]:
        item, index = self.context, int(wish.get("poll", 0))
        return {
            "enter": lambda: session.enter_votes(item, index, _values(wish.get("ballots", {})), user),
            "count": lambda: session.enter_counts(item, index, _counts(wish.get("counts", {})), user),
            "unanimous": lambda: session.unanimous(item, index, user, _values(wish.get("but", {}))),
            "kind": lambda: session.change_kind(item, Kind(wish.get("kind", "")), bool(wish.get("confirmed")), user),
            "same": lambda: session.same_result(item, str(wish.get("until", "")), user),
            "add": lambda: session.add_poll(item, str(wish.get("label", "")), bool(wish.get("linked")), user),
            "delete": lambda: session.delete_poll(item, index, user),
        }


def _values(given: dict[str, str]) -> dict[str, Value]:
    return {member: Value(value) for member, value in given.items()}


def _counts(given: dict[str, int]) -> dict[Value, int]:
    return {Value(value): int(count) for value, count in given.items()}
