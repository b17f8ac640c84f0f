"""What became of a call is told to whoever asked for it, and kept with the program that was called."""

import json
from typing import Any

from plone import api
from zope.component import adapter
from zope.event import notify

from commune.core.content.clock import now
from commune.core.content.happenings import keep_delivery
from commune.core.events import CallTold
from commune.core.workflow.outbox import LetterTold
from commune.core.workflow.subscribing import note_outcome
from commune.core.workflow.webcalls import CHANNEL


@adapter(LetterTold)
def tell(letter: LetterTold) -> None:
    """The outbox knows letters; the modules know things."""
    if letter.channel == CHANNEL:
        told = letter.payload
        if told.get("program"):
            _keep(told["program"], letter)
        notify(CallTold(told["about"], told["url"], told["event"], letter.outcome, letter.error))


def _keep(program: str, letter: LetterTold) -> None:
    told: Any = letter.payload
    kind = str(json.loads(told["body"]).get("type", ""))
    keep_delivery(api.portal.get(), program, now(), told["event"], kind, letter.outcome, letter.error)
    note_outcome(program, letter.outcome, letter.error)
