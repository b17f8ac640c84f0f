"""What a change of settings does, in words: before it is kept, and in the history afterwards."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from plone import api
from zope.i18n import translate
from zope.i18nmessageid import Message

from commune.meeting.i18n import _
from commune.meeting.rules.settings_effects import Effect
from commune.meeting.workflow.settings_effects import Preview

EFFECTS = {
    "asked": _("effect_asked", default="The opinion of ${name} is now asked on ${count} items."),
    "no_longer_asked": _(
        "effect_no_longer_asked", default="The opinion of ${name} is no longer asked on ${count} items."
    ),
    "observer_gains": _("effect_observer_gains", default="The profile ${name} now reads ${count} items."),
    "observer_loses": _("effect_observer_loses", default="The profile ${name} no longer reads ${count} items."),
    "level_ahead": _("effect_level_ahead", default="${count} items will pass the new level ${name}."),
    "level_changed": _("effect_level_changed", default="Others act on the ${count} items that stand at ${name}."),
    "term_retired": _("effect_term_retired", default="${count} items keep ${name}, which is no longer offered."),
    "word_changed": _("effect_word_changed", default="${count} items in the state ${name} bear another word."),
    "value_left_out": _(
        "effect_value_left_out", default="${count} items keep votes of the value ${name}, no longer in use."
    ),
}
SHOWN = 8


@dataclass(frozen=True)
class EffectLine:
    """One effect in words, with the first of the items concerned."""

    text: str
    items: tuple[tuple[str, str], ...]
    more: int


def effect_lines(body: Any, request: Any, outcome: Preview | None) -> list[EffectLine]:
    """The effects of a preview, each as a sentence."""
    found = []
    for effect in outcome.effects if outcome is not None else ():
        text = translate(Message(EFFECTS[effect.what], mapping=_facts(effect)), context=request)
        catalog = api.portal.get_tool("portal_catalog")
        brains = catalog(UID=list(effect.items[:SHOWN]))
        items = tuple((brain.Title, brain.getURL()) for brain in brains)
        found.append(EffectLine(str(text), items, len(effect.items) - len(items)))
    return found


def shown_mark(outcome: Preview | None) -> str:
    """A short name of the effects of a preview; empty without any."""
    return hashlib.sha256(repr(outcome.effects).encode()).hexdigest()[:16] if outcome and outcome.effects else ""


def seen_already(request: Any, outcome: Preview | None) -> bool:
    """Whether these very effects were shown before it was asked to keep them."""
    return str(request.form.get("seen", "")) == shown_mark(outcome)


def _facts(effect: Effect) -> dict[str, object]:
    return {"name": effect.name, "count": len(effect.items)}


def plain(value: object) -> str:
    """A value of the document for people: a dash for nothing, lists and records in short form."""
    if value is None or value == "":
        return "—"
    if isinstance(value, bool):
        return "✓" if value else "✗"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
