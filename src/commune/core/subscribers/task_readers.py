"""A dossier moved or was edited: who reads its tasks follows."""

from typing import Any

from zope.component import adapter

from commune.core.events import DossierMoved
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.tasks import readers_changed


@adapter(DossierMoved)
def dossier_moved(letter: DossierMoved) -> None:
    """After each move; a task has no tasks."""
    if letter.kind != "task":
        readers_changed(by_uid(letter.uid))


def dossier_edited(dossier: Any, event: Any) -> None:
    """After each change of its fields."""
    readers_changed(dossier)
