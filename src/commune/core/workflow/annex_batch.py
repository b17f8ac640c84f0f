"""Acts on several files of dossiers at once: each is done or refused by itself, and the answer says which and why."""

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import transaction
from AccessControl import getSecurityManager
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError

from commune.core.content.refused import Refused
from commune.core.rules.annex_batch import unique_names
from commune.core.rules.annexes import may_download
from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.core.workflow.actor import Actor, current_actor
from commune.core.workflow.annex_types import category_of
from commune.core.workflow.annexes import against_removing, change, remove
from commune.core.workflow.lookup import children

MOST = 200
LARGEST = 300 * 1024 * 1024
"""Bytes of the files put together in one answer."""


@dataclass(frozen=True)
class Handled:
    """What became of one file; without refusals it is done."""

    uid: str
    title: str
    refusals: Refusals = NONE


def readable(dossier: Any) -> list[Any]:
    """The annexes that the user may read; of others there is no trace, not even a count."""
    check = getSecurityManager().checkPermission
    return [annex for annex in children(dossier, "annex") if check("View", annex)]


def chosen(dossier: Any, uids: Sequence[str]) -> list[Any]:
    """The annexes of those uids that the user may read, in their order on the dossier; raises ``Refused`` for none."""
    found = [annex for annex in readable(dossier) if annex.UID() in frozenset(uids)]
    if not found:
        raise Refused(Refusal("annexes.none_chosen", place="annexes"))
    if len(found) > MOST:
        raise Refused(Refusal("acts.too_many", {"most": MOST}, "annexes"))
    return found


def downloadable(annexes: Iterable[Any]) -> list[Any]:
    """Those whose file the user may fetch, and not only look at."""
    check = getSecurityManager().checkPermission
    return [
        annex
        for annex in annexes
        if may_download(
            category_of(annex.category or "", annex.aq_parent),
            editor=bool(check("Modify portal content", annex.aq_parent)),
        )
    ]


def zipped(annexes: Sequence[Any], folder: Callable[[Any], str] = lambda annex: "") -> bytes:
    """The files as one ZIP, under their own names made unique; ``folder`` names where each stands.

    Raises ``Refused`` when they are too big together.
    """
    files = downloadable(annexes)
    _check_size(files)
    made = io.BytesIO()
    names = unique_names([f"{folder(annex)}{annex.file.filename}" for annex in files])
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, annex in zip(names, files, strict=True):
            archive.writestr(name, annex.file.data)
    return made.getvalue()


def concatenated(annexes: Sequence[Any]) -> bytes:
    """The PDF files one after the other as one PDF; raises ``Refused`` naming every file that is no readable PDF."""
    files = downloadable(annexes)
    _check_size(files)
    writer, refusals = PdfWriter(), []
    for annex in files:
        try:
            reader = PdfReader(io.BytesIO(annex.file.data))
            for page in reader.pages:
                writer.add_page(page)
        except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            # whatever is wrong inside a file that somebody brought in: it is not a PDF that can be read
            refusals.append(Refusal("annexes.not_pdf", {"title": annex.title}, annex.UID()))
    if refusals or not len(writer.pages):
        raise Refused(*(refusals or [Refusal("annexes.none_chosen", place="annexes")]))
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def take_out(annexes: Sequence[Any]) -> list[Handled]:
    """Take files out of their dossiers, each as far as the user may."""

    def act(annex: Any, actor: Actor) -> None:
        refusals = against_removing(annex, actor)
        if refusals:
            raise Refused(*refusals)
        remove(annex, actor)

    return [_one(annex, act) for annex in annexes]


def flag(annexes: Sequence[Any], **flags: bool) -> list[Handled]:
    """Switch flags of files on or off, each as far as the user may."""
    return [_one(annex, lambda annex, actor: change(annex, actor, **flags)) for annex in annexes]


def arrange(dossier: Any, uids: Sequence[str]) -> None:
    """Put the files named first, in that order; those that are not named, or not readable, follow as they stood."""
    if not getSecurityManager().checkPermission("Modify portal content", dossier):
        raise Refused(Refusal("annexes.not_arrangeable"))
    known = {annex.UID(): annex.getId() for annex in readable(dossier)}
    wanted = [known[uid] for uid in dict.fromkeys(uids) if uid in known]
    others = [name for name in known.values() if name not in wanted]
    dossier.moveObjectsToTop([*wanted, *others])
    for annex in readable(dossier):
        annex.reindexObject(idxs=["getObjPositionInParent"])


def _one(annex: Any, act: Callable[[Any, Actor], None]) -> Handled:
    uid, title, savepoint = annex.UID(), annex.title or annex.getId(), transaction.savepoint()
    try:
        act(annex, current_actor(annex.aq_parent))
    except Refused as refused:
        savepoint.rollback()
        return Handled(uid, title, refused.refusals)
    return Handled(uid, title)


def _check_size(files: Sequence[Any]) -> None:
    if not files:
        raise Refused(Refusal("annexes.none_chosen", place="annexes"))
    if sum(annex.file.getSize() for annex in files) > LARGEST:
        raise Refused(Refusal("file_total", {"megabytes": LARGEST // (1024 * 1024)}, "annexes"))
