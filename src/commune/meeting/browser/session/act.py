"""What the secretary does in session: presence, votes, text, decision, next item."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from plone import api

from commune.core.browser.dossier.acting import Acting
from commune.core.content.journal import Journal
from commune.core.interfaces import IProcess
from commune.core.rules.refusals import Refusal
from commune.core.rules.typed import whole
from commune.core.workflow.actor import current_actor
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.process import Refused
from commune.core.workflow.wording import sentence
from commune.meeting.browser.session.attendance import WHYS, AttendancePart
from commune.meeting.browser.session.view import LEFT
from commune.meeting.content.session import sheet_of, show
from commune.meeting.i18n import _
from commune.meeting.rules.attendance import Member, Presence, Proxy, item_range
from commune.meeting.rules.votes import Kind, Value
from commune.meeting.workflow import session, urgency
from commune.meeting.workflow.presence import known_sheet
from commune.meeting.workflow.texts import rich

Form = Mapping[str, Any]
ASKING = "commune.meeting.session.asking"
VERSIONED = frozenset({"members", "away", "back", "votes", "unanimous", "counts", "urgency"})


class SessionAct(Acting):
    """POST ``@@session-act`` with ``act``, ``item`` and the ``version`` of the attendance seen."""

    def act(self, form: Form) -> None:
        name = str(form.get("act", ""))
        if name not in ACTS:
            raise Refused(Refusal("session.unknown_act", {"act": name}))
        if name in VERSIONED:
            session.check_version(self.context, whole(form.get("version"), -1))
        self.uid = str(form.get("item", ""))
        self.actor = current_actor(self.context)
        self.done = ACTS[name](self, form) or ""

    def next(self) -> str:
        return f"{self.context.absolute_url()}/@@session?item={self.uid}&poll={whole(self.request.form.get('poll'), 0)}"

    def after(self) -> Any:
        asking = self.request.get(ASKING)
        if asking is not None:
            return asking.preview()
        return self.page() if self.request.get(LEFT) else super().after()

    def page(self) -> Any:
        return self.context.restrictedTraverse("@@session")()

    @property
    def item(self) -> Any:
        if self.uid not in self.context.agenda.uids:
            raise Refused(Refusal("agenda.not_there", {"item": self.uid}))
        return by_uid(self.uid)


def go(act: SessionAct, form: Form) -> None:
    """Make the item the one under discussion."""
    show(act.context, act.item.UID())


def members(act: SessionAct, form: Form) -> Any:
    """Note who is at the meeting."""
    asked = AttendancePart(act.context, "")
    wanted = [noted(member, form, asked) for member in known_sheet(act.context).members]
    given = [Proxy(one.uid, str(form[f"proxy-{one.uid}"])) for one in wanted if form.get(f"proxy-{one.uid}")]
    session.set_members(act.context, wanted, act.actor.userid, given if asked.asks_proxies else None)
    return _("The attendance is noted.")


def noted(member: Member, form: Form, asked: AttendancePart) -> Member:
    """The member with what was chosen: presence, and where the meeting asks for them, place and shares."""
    chosen = form.get(f"presence-{member.uid}", str(member.presence))
    presence = Presence(chosen) if chosen in set(Presence) else member.presence
    remote = f"remote-{member.uid}" in form if asked.asks_remote else member.remote
    weight = whole(form.get(f"weight-{member.uid}"), member.weight) if asked.asks_shares else member.weight
    return replace(member, presence=presence, remote=remote, weight=weight)


def away(act: SessionAct, form: Form) -> Any:
    """Mark a member out of the item, or of all items until another one."""
    why = WHYS.get(str(form.get("why", "")))
    if why is None or not form.get("member"):
        raise Refused(Refusal("session.choose_member"))
    items = item_range(sheet_of(act.context), act.item.UID(), str(form.get("until", "")))
    session.mark_away(act.context, str(form["member"]), items, why[0], act.actor.userid)


def back(act: SessionAct, form: Form) -> None:
    """Mark a member back, from this item on."""
    uids = act.context.agenda.uids
    items = uids[uids.index(act.item.UID()) :]
    session.mark_away(act.context, str(form.get("member", "")), items, None, act.actor.userid)


def votes(act: SessionAct, form: Form) -> Any:
    """Enter the ballots of a public poll."""
    session.enter_votes(act.item, whole(form.get("poll"), 0), chosen(form), act.actor.userid)
    return _("The votes are recorded.")


def unanimous(act: SessionAct, form: Form) -> Any:
    """Everybody says yes, except those for whom something else is chosen."""
    but = {uid: value for uid, value in chosen(form).items() if value is not Value.NOT_YET}
    session.unanimous(act.item, whole(form.get("poll"), 0), act.actor.userid, but)
    return _("The votes are recorded.")


def counts(act: SessionAct, form: Form) -> Any:
    """Enter the counts of a secret poll."""
    entered = {value: whole(form.get(f"count-{value}"), 0) for value in Value if f"count-{value}" in form}
    session.enter_counts(act.item, whole(form.get("poll"), 0), entered, act.actor.userid)
    return _("The votes are recorded.")


def kind(act: SessionAct, form: Form) -> None:
    """Change how the item is voted on."""
    wanted = str(form.get("kind", ""))
    if wanted not in set(Kind):
        raise Refused(Refusal("votes.other_kind"))
    session.change_kind(act.item, Kind(wanted), bool(form.get("confirmed")), act.actor.userid)


def more(act: SessionAct, form: Form) -> None:
    """One more poll on the item."""
    session.add_poll(act.item, str(form.get("label", "")), bool(form.get("linked")), act.actor.userid)


def less(act: SessionAct, form: Form) -> None:
    """Take a poll away."""
    session.delete_poll(act.item, whole(form.get("poll"), 0), act.actor.userid)


def same(act: SessionAct, form: Form) -> Any:
    """Give the following items the same result."""
    copied = session.same_result(act.item, str(form.get("until", "")), act.actor.userid)
    act.request.set(LEFT, dict(copied.left_out))
    return _("same_result", default="Same result given to ${count} items.", mapping={"count": len(copied.updated)})


def text(act: SessionAct, form: Form) -> Any:
    """Write the decision."""
    session.check_open(act.context)
    act.item.decision = rich(str(form.get("decision", "")))
    act.item.version += 1
    Journal(act.item).note("edited", act.actor.userid, fields=["decision"])
    act.item.reindexObject()
    return _("The text is saved.")


def vote_urgency(act: SessionAct, form: Form) -> Any:
    """Record the vote on urgency; an item that it rejects leaves the agenda."""
    chosen = form.get("in_favour") or []
    favour = [chosen] if isinstance(chosen, str) else list(chosen)
    item = act.item
    rejected = urgency.enter(item, favour, str(form.get("motivation", "")), act.actor)
    if not rejected:
        return _("Urgency is admitted: the item may be decided.")
    act.uid = ""
    api.portal.show_message(sentence(rejected[0], act.request), act.request, type="warning")
    return _("urgency_left", default="Urgency is rejected: “${title}” left the agenda.", mapping={"title": item.title})


def decide(act: SessionAct, form: Form) -> Any:
    """Take the decision, and no other than those offered on the screen."""
    asking = act.item.restrictedTraverse("@@perform")
    if asking.asked and not form.get("confirmed"):
        act.request.set(ASKING, asking)
        return ""
    IProcess(act.item).perform(act.actor, str(form.get("transition", "")), str(form.get("comment", "")))
    return _("The decision is recorded.")


def chosen(form: Form) -> dict[str, Value]:
    """The value chosen for each voter; what is no value is left out."""
    found = {name.removeprefix("vote-"): str(value) for name, value in form.items() if name.startswith("vote-")}
    return {uid: Value(value) for uid, value in found.items() if value in set(Value)}


ACTS: dict[str, Callable[[SessionAct, Form], Any]] = {
    "go": go, "members": members, "away": away, "back": back, "votes": votes, "unanimous": unanimous,
    "counts": counts, "kind": kind, "more": more, "less": less, "same": same, "text": text, "urgency": vote_urgency,
    "decide": decide,
}  # fmt: skip
