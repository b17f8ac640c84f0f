"""The moves of a request as the page shows them: each with the fields that it asks for."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from zope.i18n import translate

from commune.core.workflow.wording import sentence
from commune.eguichet.i18n import _

LABELS = {
    "comment": _("Reason"),
    "decision_text": _("Decision, as the citizen will read it"),
    "motivation": _("Motivation"),
    "appeal_text": _("How to appeal"),
    "question": _("What do you ask of the citizen?"),
    "question_due_on": _("Last day to answer"),
    "transfer_target": _("Service or authority"),
}
ASKED = {
    "ask_citizen": ("question", "question_due_on"),
    "accept": ("decision_text",),
    "accept_partially": ("decision_text", "motivation", "appeal_text"),
    "refuse": ("decision_text", "motivation", "appeal_text"),
    "transfer": ("transfer_target",),
}


@dataclass(frozen=True)
class Asked:
    """A field of a move. ``kind``: ``text``, ``day`` or ``unit``."""

    name: str
    label: str
    kind: str


@dataclass(frozen=True)
class Move:
    """A transition: done when ``reasons`` is empty, else shown with all of them."""

    id: str
    title: str
    fields: tuple[Asked, ...]
    reasons: tuple[str, ...]


def moves(offers: Iterable[Any], request: Any) -> list[Move]:
    """The offers in the language of the request."""
    return [_move(offer, request) for offer in offers]


def _move(offer: Any, request: Any) -> Move:
    transition = offer.transition
    names = ASKED.get(transition.id, ()) + (("comment",) if transition.comment else ())
    return Move(
        transition.id,
        str(translate(transition.title, context=request)),
        tuple(Asked(name, str(translate(LABELS[name], context=request)), _kind(name)) for name in names),
        tuple(sentence(one, request) for one in offer.refusals),
    )


def _kind(name: str) -> str:
    return {"question_due_on": "day", "transfer_target": "unit"}.get(name, "text")
