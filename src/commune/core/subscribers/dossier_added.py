"""A dossier enters its initial state, and its journal opens."""

from typing import Any

from commune.core.content.journal import Journal
from commune.core.interfaces import IProcess
from commune.core.workflow.actor import current_actor


def open_dossier(dossier: Any, event: Any) -> None:
    """Write the initial state once; a moved or imported dossier keeps its own."""
    if dossier.state:
        return
    process = IProcess(dossier, None)
    if process is None:
        return
    dossier.state = process.machine().initial
    Journal(dossier).note("created", current_actor().userid)
    dossier.reindexObject()
