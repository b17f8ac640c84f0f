"""A text of the register, as it is published."""

from pathlib import Path
from typing import Any

from plone import api
from zope.i18n import translate

from commune.core.content.clock import BRUSSELS
from commune.core.documents.registry import Document
from commune.meeting.content.vocabularies import legislators
from commune.meeting.documents.sitting import Facts
from commune.meeting.i18n import _
from commune.meeting.rules.masking import masked
from commune.meeting.workflow.regulations import binding_day
from commune.meeting.workflow.texts import raw


def build(regulation: Any) -> Facts:
    """What the text is and since when it binds; nothing that is masked."""
    named = {term.value: term.title for term in legislators(regulation)}
    authority = named.get(regulation.authority, regulation.authority or "")
    published = regulation.published
    return {
        "text": {
            "authority": str(translate(authority, target_language=api.portal.get_default_language())),
            "title": regulation.title,
            "reference": regulation.reference,
            "decided": regulation.decided,
            "html": masked(raw(regulation, "text"), placeholder="█████"),
            "published": published.astimezone(BRUSSELS).date() if published else None,
            "binding": binding_day(regulation),
        }
    }


REGULATION = Document(
    "meeting.regulation", _("Text of the register"), ("regulation",), Path(__file__).with_suffix(".txt"), build
)
