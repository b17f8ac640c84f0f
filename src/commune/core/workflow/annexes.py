"""Bringing files into a dossier, replacing and removing them; each act is in the journal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from AccessControl import getSecurityManager
from plone.namedfile.file import NamedBlobFile
from zope.component import getUtilitiesFor
from zope.interface import implementer

from commune.core.content.annex import digest
from commune.core.content.clock import now
from commune.core.content.journal import Journal
from commune.core.content.records import Records
from commune.core.interfaces import IAnnexCategories, IAnnexPolicy
from commune.core.rules.annexes import FLAGS as FLAG_FAMILIES
from commune.core.rules.annexes import Annex, Category, Family, category_refusals, created, replaced_flags
from commune.core.rules.file_policy import FilePolicy, TakenFile, check_file
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import Actor, current_actor
from commune.core.workflow.creation import create
from commune.core.workflow.lookup import children
from commune.core.workflow.process import Refused

POLICY = FilePolicy(frozenset({"pdf", "image", "office", "text", "plan"}), largest=100 * 1024 * 1024)
FLAGS = tuple(FLAG_FAMILIES)


@implementer(IAnnexCategories)
@dataclass(frozen=True)
class Categories:
    """The categories of a module, to be registered as a named utility."""

    categories: tuple[Category, ...]


@dataclass(frozen=True)
class Version:
    """A file that another one replaced; never changed again (DOC-7)."""

    number: int
    file: Any
    digest: str
    until: datetime
    actor: str


def category_of(category_id: str) -> Category:
    """The category of that id; one that no module announces allows every flag."""
    for _name, utility in getUtilitiesFor(IAnnexCategories):
        for category in utility.categories:
            if category.id == category_id:
                return category
    return Category(category_id, category_id, frozenset(Family))


def attach(
    dossier: Any,
    filename: str,
    data: bytes,
    category: str = "",
    origin: str = "",
    confidential: bool | None = None,
    title: str = "",
    policy: FilePolicy = POLICY,
    actor: Actor | None = None,
    **flags: bool,
) -> Any:
    """Add a file to a dossier and return the annex; the caller has checked that the actor may.

    A flag that is not given (``confidential=None`` included) takes the category's default.
    Raises ``Refused`` with every reason, of the file (name, size, type, lying extension) and of the category.
    """
    actor = actor or current_actor(dossier)
    kind = category_of(category)
    taken = _taken(filename, data, kind, policy)
    given = {**flags, **({} if confidential is None else {"confidential": confidential})}
    settled = created(Annex(title, taken.name), kind, given)
    annex = create(
        dossier,
        "annex",
        title=settled.title,
        file=NamedBlobFile(data, taken.file_type.mime, taken.name),
        category=category,
        origin=origin,
        author=actor.userid,
        digest=digest(data),
        **{flag: flag in settled.flags for flag in FLAGS},
    )
    _note(annex, "annex_added", actor)
    return annex


def check_adding(dossier: Any, category: str, actor: Actor) -> None:
    """Raise ``Refused`` when the policy of the dossier keeps the actor from adding a file of that category."""
    policy = IAnnexPolicy(dossier, None)
    refusals = policy.against_adding(category, actor) if policy is not None else ()
    if refusals:
        raise Refused(*refusals)


def against_removing(annex: Any, actor: Actor) -> Refusals:
    """Why the actor may not take the file out: it is signed, or the dossier is not his to change."""
    policy, signed = IAnnexPolicy(annex.aq_parent, None), replaced_flags(_plain(annex))
    if policy is not None:
        return (*signed, *policy.against_removing(annex, actor))
    edits = getSecurityManager().checkPermission("Modify portal content", annex.aq_parent)
    return signed if edits else (*signed, Refusal("annex.not_yours"))


def replace(annex: Any, filename: str, data: bytes, policy: FilePolicy = POLICY, actor: Actor | None = None) -> None:
    """Put a new version in the place of the file; the old one is kept. Raises ``Refused`` (signed, bad file)."""
    actor = actor or current_actor(annex)
    refusals = replaced_flags(_plain(annex))
    if refusals:
        raise Refused(*refusals)
    taken = _taken(filename, data, category_of(annex.category or ""), policy)
    Records(annex, "versions").add(Version(annex.version, annex.file, annex.sha256, now(), actor.userid))
    annex.file = NamedBlobFile(data, taken.file_type.mime, taken.name)
    annex.digest = digest(data)
    annex.version += 1
    annex.reindexObject()
    _note(annex, "annex_replaced", actor, version=annex.version)


def remove(annex: Any, actor: Actor | None = None, comment: str = "") -> None:
    """Take an annex out of its dossier. Raises ``Refused`` when it is signed."""
    actor = actor or current_actor(annex)
    refusals = replaced_flags(_plain(annex))
    if refusals:
        raise Refused(*refusals)
    _note(annex, "annex_removed", actor, comment)
    annex.aq_parent._delObject(annex.getId(), suppress_events=False)


def set_flags(annex: Any, actor: Actor | None = None, **flags: bool) -> None:
    """Change flags of an annex, as far as its category allows; rights follow at once."""
    chosen = {flag: flags.get(flag, bool(getattr(annex, flag, False))) for flag in FLAGS}
    settled = created(Annex(annex.title, annex.file.filename), category_of(annex.category or ""), chosen)
    for flag in FLAGS:
        setattr(annex, flag, flag in settled.flags)
    annex.reindexObject()
    annex.reindexObjectSecurity()
    _note(annex, "annex_flags", actor or current_actor(annex), **{flag: flag in settled.flags for flag in flags})


def versions(annex: Any) -> list[Version]:
    """The files that were replaced, oldest first."""
    return list(Records(annex, "versions"))


def duplicates(dossier: Any, data: bytes) -> Iterator[Any]:
    """Annexes of the dossier that hold the same bytes: a reason to warn, not to refuse (DOC-10)."""
    wanted = digest(data)
    return (annex for annex in children(dossier, "annex") if annex.sha256 == wanted)


def _taken(filename: str, data: bytes, category: Category, policy: FilePolicy) -> TakenFile:
    checked = check_file(filename, data, policy)
    mime = checked.value.file_type.mime if checked.value else ""
    refusals: Refusals = checked.refusals + category_refusals(category, mime=mime)
    if refusals or checked.value is None:
        raise Refused(*refusals)
    return checked.value


def _plain(annex: Any) -> Annex:
    flags = frozenset(flag for flag in FLAGS if getattr(annex, flag, False))
    return Annex(annex.title or "", annex.file.filename if annex.file else "", flags)


def _note(annex: Any, kind: str, actor: Actor, comment: str = "", **data: object) -> None:
    """A confidential annex leaves no title in the journal of its dossier (DOC-6)."""
    shown = {} if annex.confidential else {"title": annex.title}
    Journal(annex.aq_parent).note(kind, actor.userid, comment, annex=annex.UID(), **shown, **data)
