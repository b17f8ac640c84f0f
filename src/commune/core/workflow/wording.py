"""Refusals as sentences: each module brings the messages of its own codes."""

from datetime import date, datetime
from typing import Any

from plone import api
from zope.component import getUtilitiesFor
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.interface import implementer

from commune.core.i18n import _
from commune.core.interfaces import IWording
from commune.core.rules.dates import long_date, moment
from commune.core.rules.refusals import Refusal


@implementer(IWording)
class Wording:
    """The messages of one module, by refusal code."""

    def __init__(self, messages: dict[str, Message]) -> None:
        self.messages = messages


CORE = Wording(
    {
        "transition.stale": _(
            "refusal_transition_stale", default="Somebody changed this dossier meanwhile. Look at it again, then retry."
        ),
        "transition.unavailable": _("refusal_transition_unavailable", default="This action is not possible now."),
        "timestamps.nothing_to_stamp": _("refusal_timestamps_nothing", default="The file to be stamped is gone."),
        "timestamps.unreachable": _(
            "refusal_timestamps_unreachable", default="The timestamp service did not answer: ${fault}"
        ),
        "transition.comment_required": _("refusal_transition_comment_required", default="A reason is required."),
    }
)


def message(refusal: Refusal, language: str = "") -> Message | str:
    """The message of a refusal, with its data; a code without a message is returned as it is.

    With a ``language``, days and instants among the data are written in full in it.
    """
    for _name, wording in getUtilitiesFor(IWording):
        found = wording.messages.get(refusal.code)
        if found is not None:
            return Message(found, mapping={key: _written(value, language) for key, value in refusal.data.items()})
    return refusal.code


def sentence(refusal: Refusal, request: Any) -> str:
    """The refusal in the language of the request."""
    language = request.get("LANGUAGE") or api.portal.get_current_language()
    return str(translate(message(refusal, language), context=request))


def _written(value: Any, language: str) -> str:
    if not language or not isinstance(value, date):
        return str(value)
    return moment(value, language) if isinstance(value, datetime) else long_date(value, language)
