"""What the catalog knows of a text of the register: enough for every list, and the words that citizens may search."""

import json
from typing import Any

from plone.indexer import indexer

from commune.core.content.clock import BRUSSELS
from commune.meeting.content.regulation import IRegulation
from commune.meeting.rules.masking import masked, plain
from commune.meeting.workflow.regulations import binding_day
from commune.meeting.workflow.texts import raw


@indexer(IRegulation)
def regulation_facts(regulation: Any) -> str:
    """The facts of a list's row, as JSON."""
    published = regulation.published
    days = {
        "decided": regulation.decided,
        "published": published.astimezone(BRUSSELS).date() if published else None,
        "binding": binding_day(regulation),
    }
    words = ("kind", "authority", "category", "summary", "supersedes")
    facts = {name: getattr(regulation, name) or "" for name in words}
    told = {name: day.isoformat() if day else None for name, day in days.items()}
    return json.dumps({**facts, **told, "withdrawn": regulation.unpublished is not None}, sort_keys=True)


@indexer(IRegulation)
def regulation_text(regulation: Any) -> str:
    """Title, summary and text without what is masked."""
    text = plain(masked(raw(regulation, "text"), placeholder=" "))
    return " ".join((regulation.reference or "", regulation.title, regulation.summary or "", text))
