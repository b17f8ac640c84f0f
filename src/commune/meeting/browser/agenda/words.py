"""The words that stand on every line of an agenda, translated once a page: a council has two hundred lines."""

from typing import Any

from zope.i18n import translate

from commune.meeting.i18n import _

PLACE = "\N{OBJECT REPLACEMENT CHARACTER}"
WORDS = {
    "closed": _("Closed session"),
    "up": _("Move up: ${title}", mapping={"title": PLACE}),
    "down": _("Move down: ${title}", mapping={"title": PLACE}),
    "number": _("New number of: ${title}", mapping={"title": PLACE}),
    "more": _("More for: ${title}", mapping={"title": PLACE}),
    "to": _("Move to the number typed"),
    "block": _("Move with its sub-items"),
    "detach": _("Make it an item of its own"),
    "off": _("Take off the agenda"),
}


class Words:
    """``words.say("up", title)``: the words of an act for the item of that title."""

    def __init__(self, request: Any) -> None:
        self._said = {key: str(translate(word, context=request)) for key, word in WORDS.items()}

    def say(self, key: str, title: str = "") -> str:
        return self._said[key].replace(PLACE, title)
