"""What the catalog knows of an annex: its flags for those who see them, its dossier."""

from typing import Any

from plone.indexer import indexer

from commune.core.content.annex import IAnnex
from commune.core.interfaces import IAnnexPolicy, IDossier
from commune.core.rules.annexes import FLAGS
from commune.core.workflow.actor import Actor
from commune.core.workflow.annex_types import category_of, flags_on
from commune.core.workflow.file_text import text_of
from commune.core.workflow.sealing import asked, sealed

ANY = "any"


@indexer(IAnnex)
def annex_flags(annex: Any) -> tuple[str, ...]:
    """``any``, and each flag: by its name for all readers of the file, sealed when managers alone see it."""
    dossier, on = annex.aq_parent, flags_on(annex)
    if not IDossier.providedBy(dossier):
        return (ANY, *sorted(on))
    kept = {flag for flag in on if FLAGS[flag] in category_of(annex.category or "", dossier).managers_see}
    managers = IAnnexPolicy(dossier).managers() if kept else ()
    return (ANY, *sorted(on - kept), *sorted(sealed(flag, who) for flag in kept for who in managers))


@indexer(IAnnex)
def searchable_text(annex: Any) -> str:
    """Its title, the name of its file and the text in it."""
    name = annex.file.filename if annex.file is not None else ""
    return " ".join((annex.title or "", (name or "").replace("_", " "), text_of(annex)))


@indexer(IAnnex)
def dossier_uid(annex: Any) -> str:
    """The uid of the dossier that carries it."""
    uid = getattr(annex.aq_parent, "UID", None)
    return str(uid()) if uid is not None else ""


def wanted_flags(flags: list[str], actor: Actor) -> list[str]:
    """The values of the index by which the person finds files with one of these flags."""
    return [*flags, *(asked(flag, who) for flag in flags for who in (actor.userid, *sorted(actor.groups)))]
