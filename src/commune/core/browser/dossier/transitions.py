"""What may be done with the dossier now, and why the rest may not."""

from dataclasses import dataclass
from typing import Any

from zope.i18n import translate

from commune.core.interfaces import IProcess
from commune.core.rules.refusals import Refusals
from commune.core.workflow.actor import current_actor
from commune.core.workflow.wording import sentence

REFUSALS = "commune.refusals"
FIELDS = "commune.refusals.fields"


@dataclass(frozen=True)
class Button:
    """One transition: pressed when ``reasons`` is empty, otherwise shown with all of them."""

    id: str
    title: str
    comment: bool
    reasons: tuple[str, ...]


class Transitions:
    """The buttons, and after a refusal its reasons with what had been typed."""

    def __init__(self, context: Any, request: Any) -> None:
        self.context = context
        self.request = request
        self.version = context.version
        self.typed = request.form.get("comment", "")

    @property
    def buttons(self) -> tuple[Button, ...]:
        process = IProcess(self.context, None)
        offers = process.offers(current_actor(self.context)) if process is not None else ()
        return tuple(self._button(offer) for offer in offers)

    @property
    def refusals(self) -> list[dict[str, str]]:
        """Reasons of the refusal just met, each with the field at fault."""
        return sentences(self.request, REFUSALS)

    def _button(self, offer: Any) -> Button:
        title = translate(offer.transition.title, context=self.request)
        reasons = tuple(sentence(refusal, self.request) for refusal in offer.refusals)
        return Button(offer.transition.id, title, offer.transition.comment, reasons)


def sentences(request: Any, key: str) -> list[dict[str, str]]:
    """The refusals that an act left in the request under ``key``: text, and id of the field at fault."""
    found: Refusals = request.get(key) or ()
    fields = {"comment": "transition-comment", **(request.get(FIELDS) or {})}
    return [{"text": sentence(one, request), "field": fields.get(one.place, "")} for one in found]
