"""The journal of a dossier as one person may read it."""

from typing import Any

from zope.component import queryAdapter

from commune.core.content.journal import Entry, Journal
from commune.core.interfaces import IJournalReading
from commune.core.workflow.actor import Actor


def readable_entries(dossier: Any, actor: Actor, agent: bool) -> tuple[Entry, ...]:
    """What the actor may read, oldest first; internal entries are for agents only."""
    narrowed = queryAdapter(dossier, IJournalReading)
    entries = narrowed.entries(actor) if narrowed is not None else tuple(Journal(dossier))
    return tuple(entry for entry in entries if agent or not entry.internal)
