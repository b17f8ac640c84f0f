"""Encoding votes: polls of an item, public voter by voter or secret by count.

A secret poll holds counts only: there is no place where a person's vote could be kept.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from commune.core.rules.refusals import NONE, Refusal, Refusals


class Kind(StrEnum):
    """How an item is voted on."""

    NO_VOTE = "no_vote"
    FREEHAND = "freehand"
    PUBLIC = "public"
    SECRET = "secret"
    SECRET_SEPARATE = "secret_separate"


class Value(StrEnum):
    """What a ballot says; a body uses a subset. The last two are never encoded."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    DOES_NOT_VOTE = "does_not_vote"
    NOT_FOUND = "not_found"
    INVALID = "invalid"
    BLANK = "blank"
    NOT_YET = "not_yet"
    NOT_VOTABLE = "not_votable"


INTERNAL = frozenset({Value.NOT_YET, Value.NOT_VOTABLE})
SECRET_KINDS = frozenset({Kind.SECRET, Kind.SECRET_SEPARATE})


@dataclass(frozen=True)
class Poll:
    """One poll of an item. ``linked``: it shares its voters with the poll before.

    ``values`` per voter when public, ``counts`` per value when secret.
    """

    kind: Kind = Kind.PUBLIC
    label: str = ""
    linked: bool = False
    values: Mapping[str, Value] = field(default_factory=dict)
    counts: Mapping[Value, int] = field(default_factory=dict)


Polls = tuple[Poll, ...]


@dataclass(frozen=True)
class Encoded:
    """The polls after an act; when refused, as they were."""

    polls: Polls
    refusals: Refusals = NONE


def chain_of(polls: Polls, index: int) -> tuple[int, ...]:
    """The polls linked together with that one, itself included, in order."""
    first = last = index
    while first > 0 and polls[first].linked:
        first -= 1
    while last + 1 < len(polls) and polls[last + 1].linked:
        last += 1
    return tuple(range(first, last + 1))


def ballots(polls: Polls, index: int, voters: tuple[str, ...]) -> dict[str, Value]:
    """The state of each voter in a public poll: a value, not yet, or not votable because of a linked poll."""
    others = {uid for i in chain_of(polls, index) if i != index for uid in polls[i].values}
    own = polls[index].values
    return {uid: own.get(uid, Value.NOT_VOTABLE if uid in others else Value.NOT_YET) for uid in voters}


def room(polls: Polls, index: int, voters: int) -> int:
    """How many ballots a secret poll may count at most: the voters, less the ballots of the linked polls."""
    return voters - sum(sum(polls[i].counts.values()) for i in chain_of(polls, index) if i != index)


def offered_values(
    polls: Polls, index: int, in_use: tuple[Value, ...], first: tuple[Value, ...], following: tuple[Value, ...]
) -> tuple[Value, ...]:
    """The values to choose from: of linked polls, the first offers ``first`` (no, abstain), the next ``following``."""
    chain = chain_of(polls, index)
    if len(chain) == 1:
        return in_use
    return tuple(value for value in (first if index == chain[0] else following) if value in in_use)


def encode(
    polls: Polls, index: int, entered: Mapping[str, Value], voters: tuple[str, ...], in_use: tuple[Value, ...]
) -> Encoded:
    """Enter values of voters in a public poll; *not yet* erases one. All or nothing."""
    state = ballots(polls, index, voters)
    found = NONE if polls[index].kind is Kind.PUBLIC else (Refusal("votes.not_public"),)
    for uid, value in entered.items():
        found += _against(uid, value, state, in_use)
    if found:
        return Encoded(polls, found)
    merged = {uid: value for uid, value in {**polls[index].values, **entered}.items() if value is not Value.NOT_YET}
    return Encoded(_with(polls, index, replace(polls[index], values=merged)))


def _against(uid: str, value: Value, state: Mapping[str, Value], in_use: tuple[Value, ...]) -> Refusals:
    if uid not in state:
        return (Refusal("votes.not_a_voter", {"member": uid}, uid),)
    if value is not Value.NOT_YET and value not in in_use:
        return (Refusal("votes.value_not_used", {"value": value.value}, uid),)
    if state[uid] is Value.NOT_VOTABLE:
        return (Refusal("votes.voted_in_linked", {"member": uid}, uid),)
    return NONE


def encode_secret(
    polls: Polls, index: int, counts: Mapping[Value, int], voters: int, in_use: tuple[Value, ...]
) -> Encoded:
    """Enter the counts of a secret poll: no negative one, and no more ballots than voters over linked polls."""
    found = NONE if polls[index].kind in SECRET_KINDS else (Refusal("votes.not_secret"),)
    for value, count in counts.items():
        if value not in in_use:
            found += (Refusal("votes.value_not_used", {"value": value.value}, value.value),)
        if count < 0:
            found += (Refusal("votes.negative", {"value": value.value}, value.value),)
    most, total = room(polls, index, voters), sum(counts.values())
    if total > most:
        found += (Refusal("votes.too_many_ballots", {"total": total, "most": most}),)
    if found:
        return Encoded(polls, found)
    return Encoded(_with(polls, index, replace(polls[index], counts=dict(counts))))


def _with(polls: Polls, index: int, poll: Poll) -> Polls:
    return (*polls[:index], poll, *polls[index + 1 :])


def delete_poll(polls: Polls, index: int) -> Encoded:
    """Delete a poll; refused while the next one is linked to it."""
    if index + 1 < len(polls) and polls[index + 1].linked:
        return Encoded(polls, (Refusal("votes.linked_poll_follows", {"next": polls[index + 1].label}),))
    return Encoded(polls[:index] + polls[index + 1 :])


def change_kind(polls: Polls, kind: Kind, confirmed: bool) -> Encoded:
    """Change how the item is voted on; what the new kind cannot hold is erased, once that is confirmed."""
    changed = tuple(_as_kind(poll, kind) for poll in polls)
    lost = any((a.values, a.counts) != (b.values, b.counts) for a, b in zip(polls, changed, strict=True))
    if lost and not confirmed:
        return Encoded(polls, (Refusal("votes.detail_would_be_lost", {"kind": kind.value}),))
    return Encoded(changed)


def _as_kind(poll: Poll, kind: Kind) -> Poll:
    values = poll.values if kind is Kind.PUBLIC else {}
    return replace(poll, kind=kind, values=values, counts=poll.counts if kind in SECRET_KINDS else {})


def have_voted(polls: Polls, voters: tuple[str, ...]) -> frozenset[str]:
    """Voters who can no longer be marked out of the item.

    Public: those with a value, in any poll. Secret: all of them, once as many ballots are counted.
    """
    found: set[str] = set()
    for index, poll in enumerate(polls):
        found.update(poll.values)
        counted = len(voters) - room(polls, index, len(voters)) + sum(poll.counts.values())
        if poll.kind in SECRET_KINDS and counted >= len(voters):
            found.update(voters)
    return frozenset(found)


@dataclass(frozen=True)
class ItemVotes:
    """An item with its polls and its voters."""

    uid: str
    polls: Polls
    voters: tuple[str, ...]


@dataclass(frozen=True)
class SameResult:
    """What "same result until item n" did: items with their new polls, and those left out with the reason."""

    updated: Mapping[str, Polls]
    left_out: Mapping[str, Refusal]


def same_result(source: ItemVotes, others: Iterable[ItemVotes]) -> SameResult:
    """Copy the result of an item to the following ones: same kind, same voters, at most one poll."""
    updated: dict[str, Polls] = {}
    left_out: dict[str, Refusal] = {}
    for item in others:
        reason = _differs(source, item)
        if reason:
            left_out[item.uid] = Refusal(reason, {"item": item.uid}, item.uid)
        else:
            updated[item.uid] = source.polls
    return SameResult(updated, left_out)


def _differs(source: ItemVotes, item: ItemVotes) -> str:
    if len(source.polls) != 1 or len(item.polls) > 1:
        return "votes.several_polls"
    if item.polls and item.polls[0].kind is not source.polls[0].kind:
        return "votes.other_kind"
    return "" if frozenset(item.voters) == frozenset(source.voters) else "votes.other_voters"


def complete(polls: Polls, voters: tuple[str, ...]) -> Refusals:
    """Polls in which somebody has not voted yet: no result, and the item cannot be closed."""
    missing = tuple((i, not_yet(polls, i, voters)) for i in range(len(polls)))
    return tuple(Refusal("votes.incomplete", {"poll": i, "missing": n}, str(i)) for i, n in missing if n)


def not_yet(polls: Polls, index: int, voters: tuple[str, ...]) -> int:
    """How many ballots are still to come in a poll. Of linked polls, only the last one waits for those left."""
    poll, chain = polls[index], chain_of(polls, index)
    if index != chain[-1] or poll.kind in (Kind.NO_VOTE, Kind.FREEHAND):
        return 0
    if poll.kind in SECRET_KINDS:
        return max(room(polls, index, len(voters)) - sum(poll.counts.values()), 0)
    return sum(value is Value.NOT_YET for value in ballots(polls, index, voters).values())
