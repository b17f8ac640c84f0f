"""Moving one item of the agenda: with a button, to a number typed, or dropped there."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from plone import api

from commune.core.browser.dossier.acting import Acting
from commune.core.rules.refusals import Refusal
from commune.core.rules.typed import whole
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.meeting.i18n import _
from commune.meeting.rules import moves
from commune.meeting.rules.agenda import Agenda, Change, numbering
from commune.meeting.workflow.agenda import change_order, undo
from commune.meeting.workflow.presenting import take_off

Act = Callable[[Agenda], Change]
STEPS = {"up": moves.move_up, "down": moves.move_down, "detach": moves.detach}
TYPED = {"to": moves.move_to, "block": moves.move_block}


class Move(Acting):
    """POST ``@@agenda-move``: ``version`` of the agenda seen, and one button whose value is an item's uid.

    ``up``, ``down``, ``detach``, ``off`` (the agenda); ``to`` and ``block`` with ``number-<uid>``; ``undo``.
    The Enter key in a number field moves that item. A stale page is answered with the fresh agenda (409),
    and nothing moves.
    """

    moved = ""

    def act(self, form: Any) -> None:
        seen, actor = version(form), current_actor(self.context).userid
        if "undo" in form:
            undo(self.context, seen, actor)
            self.done = _("The order before is back.")
            return
        name, uid = asked(form)
        if name == "off":
            self._off(uid)
            return
        change = change_order(self.context, self._act(form, name, uid), seen, actor)
        self.moved = uid
        number = numbering(change.after).get(uid, "")
        title = api.content.get(UID=uid).title
        self.done = _(
            "moved_to", default="“${title}” is now number ${number}.", mapping={"title": title, "number": number}
        )

    def _off(self, uid: str) -> None:
        for one in take_off(self.context, [uid], current_actor(self.context)):
            if one.refusals:
                raise Refused(*one.refusals)
            self.done = _("taken_off", default="“${title}” is off the agenda.", mapping={"title": one.title})

    def _act(self, form: Mapping[str, Any], name: str, uid: str) -> Act:
        if name in STEPS:
            return lambda agenda: STEPS[name](agenda, uid)
        return partial(_typed, TYPED[name], uid, str(form.get(f"number-{uid}", "")))

    def next(self) -> str:
        return f"{self.context.absolute_url()}#item-{self.moved}" if self.moved else self.context.absolute_url()


def _typed(move: Callable[[Agenda, str, str], Change], uid: str, number: str, agenda: Agenda) -> Change:
    return move(agenda, uid, number)


def version(form: Mapping[str, Any]) -> int:
    """The version that the page showed; -1, which is always stale, when it says none."""
    return whole(form.get("version"), -1)


def asked(form: Mapping[str, Any]) -> tuple[str, str]:
    """The button and its item; the first number typed when the Enter key sent the form."""
    for name in (*STEPS, *TYPED, "off"):
        if form.get(name):
            return name, str(form[name])
    for name, value in form.items():
        if name.startswith("number-") and str(value).strip():
            return "to", name.removeprefix("number-")
    raise Refused(Refusal("agenda.not_a_number", {"number": ""}))
