"""Proof of what was published and when: a file beside the text, and a chain of publications that nobody rewrites."""

from dataclasses import dataclass
from typing import Any

from plone.namedfile.file import NamedBlobFile

from commune.core.content.clock import BRUSSELS
from commune.core.content.journal import Journal
from commune.core.rules.refusals import Refusals
from commune.core.workflow import timestamps
from commune.core.workflow.actor import Actor
from commune.core.workflow.creation import create
from commune.core.workflow.lookup import by_uid, children
from commune.meeting.i18n import _
from commune.meeting.rules.masking import masked
from commune.meeting.rules.regulations import PUBLIC, Published, against_proofs, digest, sealed
from commune.meeting.workflow.texts import raw

CATEGORY = "proof"
PUBLISHED, WITHDRAWN = "regulation_published", "regulation_withdrawn"
FIELDS = ("reference", "title", "kind", "category", "authority", "decided", "effective", "summary")


@dataclass(frozen=True)
class Act:
    """An entry of the journal of the register."""

    entry: int
    at: str
    act: str
    number: str
    digest: str
    seal: str


def what(regulation: Any) -> dict[str, Any]:
    """All that citizens read of the text, with the digests of its files."""
    files = [a for a in children(regulation, "annex") if public_file(a)]
    return {
        **{name: getattr(regulation, name, None) or "" for name in FIELDS},
        "text": masked(raw(regulation, "text")),
        "consultation": masked(raw(regulation, "consultation")),
        "published": regulation.published.astimezone(BRUSSELS).isoformat(),
        "files": sorted([a.file.filename, a.sha256] for a in files),
    }


def is_public(regulation: Any) -> bool:
    """Whether citizens read the text: published, or archived without having been taken off."""
    return regulation.state in PUBLIC and regulation.unpublished is None


def public_file(annex: Any) -> bool:
    """Whether citizens may read a file of the text; proofs are shown apart."""
    return bool(annex.publishable and not annex.confidential and annex.category not in (CATEGORY, timestamps.CATEGORY))


def note_publication(regulation: Any, actor: Actor) -> None:
    """Keep what is published as a file, its digest in the chain, and ask for a timestamp where the site uses one."""
    data = sealed(what(regulation))
    name = f"{regulation.reference}.json"
    proof = create(
        regulation, "annex", title=name, file=NamedBlobFile(data, "application/json", name), category=CATEGORY,
        origin="generated", author=actor.userid, digest=digest(data), publishable=True,
    )  # fmt: skip
    entry = Journal(regulation.aq_parent).note(
        PUBLISHED, actor.userid, number=regulation.reference, regulation=regulation.UID(), digest=digest(data)
    )
    regulation.seal = entry.seal
    _show(regulation.aq_parent)
    timestamps.ask(regulation, proof, actor.userid)


def _show(register: Any) -> None:
    if register.exclude_from_nav:
        register.exclude_from_nav = False
        register.reindexObject(idxs=["exclude_from_nav"])


def note_withdrawal(regulation: Any, actor: Actor, reason: str) -> None:
    """Keep in the chain that the text was taken off, and why."""
    Journal(regulation.aq_parent).note(
        WITHDRAWN, actor.userid, reason, number=regulation.reference, regulation=regulation.UID()
    )


def acts(register: Any) -> list[Act]:
    """The chain, oldest first; nobody is named in it."""
    return [
        Act(number, entry.at.astimezone(BRUSSELS).isoformat(), entry.kind.removeprefix("regulation_"),
            str(entry.data["number"]), str(entry.data.get("digest", "")), entry.seal)
        for number, entry in Journal(register).items()
        if entry.kind in (PUBLISHED, WITHDRAWN)
    ]  # fmt: skip


def faults(register: Any) -> Refusals:
    """What does not hold of the chain, of the proofs and of the texts; nothing when all is as it was published."""
    journal = Journal(register)
    entries = [entry for entry in journal if entry.kind == PUBLISHED]
    return against_proofs([_held(entry) for entry in entries], journal.broken_at())


def _held(entry: Any) -> Published:
    number, regulation = str(entry.data["number"]), by_uid(str(entry.data["regulation"]))
    kept = [a for a in children(regulation, "annex") if a.category == CATEGORY] if regulation is not None else []
    public = regulation is not None and is_public(regulation)
    return Published(
        number,
        str(entry.data["digest"]),
        digest(kept[-1].file.data) if kept else "",
        digest(sealed(what(regulation))) if public else "",
    )


def proofs(regulation: Any) -> list[Any]:
    """The files that prove the publication: what was published, and the timestamp when there is one."""
    return [a for a in children(regulation, "annex") if a.category in (CATEGORY, timestamps.CATEGORY)]


def reason_of(regulation: Any) -> str:
    """Why the text was taken off, empty when it was not."""
    uid = regulation.UID()
    mine = [e for e in Journal(regulation.aq_parent) if e.kind == WITHDRAWN and e.data.get("regulation") == uid]
    return mine[-1].comment if mine else ""


TITLES = {CATEGORY: _("Proof of publication"), timestamps.CATEGORY: _("Timestamp (RFC 3161)")}


def stamped_at(annex: Any) -> str:
    """The instant that a timestamp states."""
    return timestamps.told(annex.file.data)[0].astimezone(BRUSSELS).isoformat()
