"""Who finds a dossier in the catalog, and the files that it carries."""

from typing import Any

from commune.core.workflow.lookup import children

READERS = ["allowedRolesAndUsers"]


def index_readers(dossier: Any, *others: str) -> None:
    """Let the catalog know who reads the dossier now, and so its files; ``others``: indexes of the dossier alone."""
    dossier.reindexObject(idxs=[*READERS, *others])
    for annex in children(dossier, "annex"):
        annex.reindexObject(idxs=READERS)
