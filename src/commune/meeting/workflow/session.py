"""The secretary's acts in session: who is there, who withdraws, who votes what."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from commune.core.content.journal import Journal
from commune.core.rules.refusals import Refusal
from commune.core.workflow.lookup import by_uid, by_uids
from commune.core.workflow.process import Refused
from commune.meeting.content.session import keep, session_store, sheet_of
from commune.meeting.rules import attendance, votes
from commune.meeting.rules.attendance import Away, Member, Presence, Proxy, Sheet
from commune.meeting.rules.comings import against_proxies
from commune.meeting.rules.interests import withdraw
from commune.meeting.rules.votes import Encoded, Kind, Poll, Polls, Value, have_voted
from commune.meeting.workflow.settings import Settings, settings_of


def voters_of(item: Any) -> tuple[str, ...]:
    """Members who vote on the item, in the order of the meeting; nobody outside a meeting."""
    meeting = by_uid(item.meeting)
    return attendance.item_voters(sheet_of(meeting), item.UID()) if meeting is not None else ()


def polls_of(item: Any, settings: Settings) -> Polls:
    """The polls of the item; one of its kind while nothing was entered."""
    return item.polls or (Poll(Kind(item.poll_type or settings.default_poll)),)


def votes_cast(meeting: Any) -> Mapping[str, frozenset[str]]:
    """Per item of the agenda, the members who already voted."""
    settings = settings_of(meeting)
    found = {}
    for item in by_uids(meeting.agenda.uids):
        if item.polls:
            found[item.UID()] = have_voted(polls_of(item, settings), voters_of(item))
    return found


def interests_in(meeting: Any) -> Mapping[str, tuple[str, ...]]:
    """Per item of the agenda, the members who declared an interest in it."""
    items = by_uids(meeting.agenda.uids)
    return {item.UID(): tuple(one.member for one in item.interests) for item in items if item.interests}


def check_open(meeting: Any) -> None:
    """Refuse to change what a closed meeting left."""
    if meeting.state == "closed":
        raise Refused(Refusal("meetings.closed"))


def set_members(meeting: Any, members: Iterable[Member], actor: str, proxies: Iterable[Proxy] | None = None) -> None:
    """Replace the list of members; refused for those whom an item redefines or whose vote counts.

    ``proxies``: who votes through whom from now on; as they were without.
    """
    check_open(meeting)
    sheet, wanted = sheet_of(meeting), tuple(members)
    cast = votes_cast(meeting)
    stay = {member.uid for member in wanted if member.presence is Presence.PRESENT}
    leaving = [uid for uid in sheet.presents if uid not in stay]
    refusals = [refusal for uid in leaving for refusal in attendance.against_leaving_list(sheet, uid, cast)]
    joining = {member.uid for member in wanted} - {member.uid for member in sheet.members}
    refusals += attendance.against_joining_list(sheet) if joining else ()
    after = replace(sheet, members=wanted, proxies=sheet.proxies if proxies is None else tuple(proxies))
    refusals += attendance.double_ranks(after)
    refusals += against_proxies(after, after.proxies, settings_of(meeting).body.attendance.proxies_per_holder)
    refusals += _proxies_in_use(sheet, after, cast)
    if refusals:
        raise Refused(*refusals)
    joining = stay - set(sheet.presents)
    keep(meeting, withdraw(after, interests_in(meeting), joining, cast))
    Journal(meeting).note(
        "members_set", actor, before=[f"{m.uid}:{m.presence}" for m in sheet.members],
        after=[f"{m.uid}:{m.presence}" for m in wanted],
        proxies=[f"{proxy.giver}:{proxy.holder}" for proxy in after.proxies],
    )  # fmt: skip


def _proxies_in_use(sheet: Sheet, after: Sheet, cast: Mapping[str, frozenset[str]]) -> tuple[Refusal, ...]:
    """The proxies taken back although a vote counts through them."""
    back = {proxy.giver for proxy in sheet.proxies} - {proxy.giver for proxy in after.proxies}
    return tuple(
        Refusal("attendance.voted", {"member": uid, "item": item}, item)
        for item, voted in cast.items()
        for uid in sorted(back & voted)
    )


def mark_away(meeting: Any, member: str, items: Iterable[str], away: Away | None, actor: str) -> None:
    """Mark a member out of some items, or back with ``None``; all or nothing."""
    check_open(meeting)
    chosen = tuple(items)
    marked = attendance.mark(sheet_of(meeting), member, chosen, away, votes_cast(meeting))
    if marked.refusals:
        raise Refused(*marked.refusals)
    keep(meeting, marked.sheet)
    Journal(meeting).note(
        "attendance",
        actor,
        member=member,
        items=list(chosen),
        out=away.out if away else "",
        cause=away.cause if away else "",
    )


def check_version(meeting: Any, seen: int | None) -> None:
    """Refuse an entry made from a sheet that somebody changed since."""
    current = session_store(meeting).version
    if seen is not None and seen != current:
        raise Refused(Refusal("attendance.stale", {"seen": seen, "current": current}))


def _keep_polls(item: Any, actor: str, act: Callable[[Polls], Encoded], kind: str) -> None:
    meeting = by_uid(item.meeting)
    if meeting is None:
        raise Refused(Refusal("votes.no_meeting"))
    check_open(meeting)
    encoded = act(polls_of(item, settings_of(item)))
    if encoded.refusals:
        raise Refused(*encoded.refusals)
    item.polls = encoded.polls
    Journal(item).note(kind, actor)


def enter_votes(item: Any, index: int, entered: Mapping[str, Value], actor: str) -> None:
    """Enter values of voters in a public poll; *not yet* erases one."""
    in_use = settings_of(item).body.votes.values
    _keep_polls(
        item, actor, lambda polls: votes.encode(polls, index, entered, voters_of(item), in_use), "votes_entered"
    )


def enter_counts(item: Any, index: int, counts: Mapping[Value, int], actor: str) -> None:
    """Enter the counts of a secret poll; the journal says who entered them and when, never what."""
    in_use = settings_of(item).body.votes.values
    voters = len(voters_of(item))
    _keep_polls(
        item, actor, lambda polls: votes.encode_secret(polls, index, counts, voters, in_use), "secret_votes_entered"
    )


def unanimous(item: Any, index: int, actor: str, but: Mapping[str, Value] | None = None) -> None:
    """Everybody says yes, except those named in ``but``."""
    entered = {uid: Value.YES for uid in voters_of(item)} | dict(but or {})
    enter_votes(item, index, entered, actor)


def change_kind(item: Any, kind: Kind, confirmed: bool, actor: str) -> None:
    """Change how the item is voted on; what cannot be kept is erased once that is confirmed."""
    _keep_polls(item, actor, lambda polls: votes.change_kind(polls, kind, confirmed), "poll_kind_changed")
    item.poll_type = kind.value


def add_poll(item: Any, label: str, linked: bool, actor: str) -> None:
    """One more poll of the same kind, linked to the one before or not."""
    settings = settings_of(item)
    first = polls_of(item, settings)
    _keep_polls(item, actor, lambda polls: Encoded((*polls, Poll(first[0].kind, label, linked))), "poll_added")


def delete_poll(item: Any, index: int, actor: str) -> None:
    """Take a poll away; refused while the next one is linked to it."""
    _keep_polls(item, actor, lambda polls: votes.delete_poll(polls, index), "poll_deleted")


def same_result(item: Any, last: str, actor: str) -> votes.SameResult:
    """Give the following items, up to ``last`` included, the result of this one where they allow it."""
    meeting = by_uid(item.meeting)
    check_open(meeting)
    following = attendance.item_range(sheet_of(meeting), item.UID(), last)[1:]
    others = by_uids(following)
    facts = [votes.ItemVotes(other.UID(), other.polls, voters_of(other)) for other in others]
    copied = votes.same_result(votes.ItemVotes(item.UID(), item.polls, voters_of(item)), facts)
    for other in others:
        if other.UID() in copied.updated:
            other.polls = copied.updated[other.UID()]
            Journal(other).note("votes_entered", actor, same_as=item.UID())
    return copied
