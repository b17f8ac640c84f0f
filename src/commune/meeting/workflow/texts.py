"""The texts of an item: what rules write into them, and how they read together."""

from typing import Any

from plone.app.textfield.value import RichTextValue

from commune.meeting.rules.items import Confirmation, confirmation
from commune.meeting.workflow.settings import Settings

PARTS = ("decision", "decision_cont", "decision_end")


def raw(item: Any, name: str) -> str:
    """The HTML of a text, ``""`` when it is empty."""
    value = getattr(item, name, None)
    return str(getattr(value, "raw", value) or "")


def rich(html: str) -> RichTextValue:
    """HTML as a value of a text field: cleaned when it is shown."""
    return RichTextValue(html, "text/html", "text/x-html-safe")


def text_of(item: Any) -> str:
    """The whole decision, its parts one after the other."""
    return "".join(raw(item, part) for part in PARTS)


def coming(item: Any, transition: str, settings: Settings) -> Confirmation:
    """What a transition asks to be confirmed, and the texts that the body's rules would write; changes nothing."""
    fields = {name: raw(item, name) for name in ("title", "motivation", "decision", "description")}
    return confirmation(transition, settings.body.confirmations, settings.body.text_rules, fields)


def apply_text_rules(item: Any, transition: str, settings: Settings) -> None:
    """Write the texts that the body's rules prescribe for a transition."""
    for name, text in coming(item, transition, settings).texts:
        setattr(item, name, rich(text))
