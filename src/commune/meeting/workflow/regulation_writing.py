"""A new text of the register from what a form or a program says."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.process import Refused
from commune.meeting.content.vocabularies import legislators
from commune.meeting.rules.regulations import KINDS
from commune.meeting.workflow.register import add
from commune.meeting.workflow.regulations import keeps
from commune.meeting.workflow.texts import rich

DAYS = ("decided", "effective", "tutelle_approved", "tutelle_expired")
TEXTS = ("text", "consultation")
PLAIN = ("title", "kind", "authority", "category", "summary")


def new(register: Any, wish: Mapping[str, Any], actor: Actor) -> Any:
    """The new text; raises ``Refused`` with every fault of the wish."""
    if not keeps(actor):
        raise Refused(Refusal("regulations.not_keeper"))
    days, faults = _days(wish)
    faults += _against(wish, {term.value for term in legislators(register)})
    if faults:
        raise Refused(*faults)
    fields: dict[str, Any] = {name: str(wish.get(name) or "").strip() or None for name in PLAIN}
    fields |= {name: rich(str(wish.get(name) or "")) for name in TEXTS}
    return add({**fields, **days, "tutelle_needed": bool(wish.get("tutelle_needed"))}, actor)


def _days(wish: Mapping[str, Any]) -> tuple[dict[str, date | None], Refusals]:
    found: dict[str, date | None] = {}
    faults = NONE
    for name in DAYS:
        text = str(wish.get(name) or "").strip()
        try:
            found[name] = date.fromisoformat(text) if text else None
        except ValueError:
            faults += (Refusal("regulations.no_day", {"found": text}, name),)
    return found, faults


def _against(wish: Mapping[str, Any], known: set[str]) -> Refusals:
    found = NONE if str(wish.get("title") or "").strip() else (Refusal("regulations.no_title", place="title"),)
    if wish.get("kind") not in KINDS:
        found += (Refusal("regulations.no_kind", place="kind"),)
    if wish.get("authority") not in known:
        found += (Refusal("regulations.no_authority", place="authority"),)
    return found
