"""The register of requests for erasure of a body, kept by its managers."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from commune.core.content.clock import today
from commune.core.content.journal import Journal
from commune.core.content.records import Records
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import Actor
from commune.core.workflow.process import Refused
from commune.meeting.rules.erasures import Erasure, against_receiving, answered
from commune.meeting.workflow.guard import check_manager

KIND = "meeting.erasures"


def erasures(body: Any) -> list[tuple[int, Erasure]]:
    """Every request with its number, those that wait first, by the day on which they are due."""
    found = Records(body, KIND).items()
    return sorted(found, key=lambda pair: (bool(pair[1].answer), pair[1].due, pair[0]))


def receive(body: Any, wish: Mapping[str, Any], actor: Actor) -> int:
    """Register a request; returns its number. Raises ``Refused`` with every reason."""
    check_manager(actor, body)
    said = {name: str(wish.get(name) or "").strip() for name in ("received", "asked_by", "about", "words")}
    received = _day(said["received"])
    refusals = against_receiving(received, said["asked_by"], said["about"], today())
    if refusals or received is None:
        raise Refused(*refusals)
    number = Records(body, KIND).add(Erasure(received, said["asked_by"], said["about"], said["words"]))
    Journal(body).note("erasure_received", actor.userid, number=number)
    return number


def answer(body: Any, number: int, what: str, reason: str, actor: Actor) -> None:
    """Close a request as granted or refused; raises ``Refused``."""
    check_manager(actor, body)
    kept = Records(body, KIND)
    request = kept.get(number)
    if request is None:
        raise Refused(Refusal("erasures.unknown", {"number": number}, "number"))
    closed = answered(request, what, reason, today())
    if not isinstance(closed, Erasure):
        raise Refused(*closed)
    kept.replace(number, closed)
    Journal(body).note("erasure_answered", actor.userid, number=number, answer=what)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
