"""What keepers do with a text: move it, plan it, say what it replaces."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from commune.core.content.journal import Journal
from commune.core.interfaces import IProcess
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import Actor
from commune.core.workflow.process import Refused
from commune.meeting.workflow.leaving import waive, withdraw_waiver
from commune.meeting.workflow.place import aware
from commune.meeting.workflow.register import supersede
from commune.meeting.workflow.regulations import manages

MOVES = ("propose", "send_back", "plan", "publish", "unpublish", "archive")


def act(regulation: Any, wish: Mapping[str, Any], actor: Actor) -> None:
    """``do``: one of :data:`MOVES`, ``supersede`` with ``number``, ``waive`` or ``unwaive`` with ``found``.

    ``plan`` needs ``at`` (ISO 8601, local without offset). Raises ``Refused`` with every reason.
    """
    what = str(wish.get("do") or "")
    version = int(wish["version"]) if wish.get("version") not in (None, "") else None
    if what == "supersede":
        check_writing(regulation, actor)
        supersede(regulation, str(wish.get("number") or "").strip(), actor)
        return
    if what in ("waive", "unwaive"):
        _settle(regulation, what, wish, actor)
        return
    before = regulation.planned
    if what == "plan":
        regulation.planned = instant(str(wish.get("at") or ""))
    try:
        IProcess(regulation).perform(actor, what, str(wish.get("comment") or ""), version)
    except Refused:
        regulation.planned = before
        raise
    if what == "plan":
        Journal(regulation).note("publication_planned", actor.userid, at=regulation.planned.isoformat())


def check_writing(regulation: Any, actor: Actor) -> None:
    """Refuse a change of what is no longer being written, or by somebody who does not keep the text."""
    if not (actor.administrator or manages(actor, regulation)):
        raise Refused(Refusal("regulations.not_keeper"))
    if (regulation.state or "private") != "private":
        raise Refused(Refusal("regulations.not_being_written"))


def _settle(regulation: Any, what: str, wish: Mapping[str, Any], actor: Actor) -> None:
    """Let personal data found in the text go out, with a reason, or stop at it again."""
    check_writing(regulation, actor)
    if what == "waive":
        waive(regulation, str(wish.get("found") or ""), str(wish.get("comment") or ""), actor.userid)
    else:
        withdraw_waiver(regulation, str(wish.get("found") or ""), actor.userid)


def instant(text: str) -> datetime | None:
    """The instant that a form or a program names, ``None`` for nothing; raises ``Refused`` for what is no instant."""
    if not text.strip():
        return None
    try:
        return aware(datetime.fromisoformat(text.strip()))
    except ValueError as error:
        raise Refused(Refusal("regulations.no_instant", {"found": text}, "planned")) from error
