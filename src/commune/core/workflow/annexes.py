"""Bringing files into a dossier, changing, replacing and removing them; each act is in the journal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from plone.namedfile.file import NamedBlobFile
from zope.interface import implementer

from commune.core.content.annex import digest
from commune.core.content.clock import now
from commune.core.content.journal import Journal
from commune.core.content.records import Records
from commune.core.interfaces import IAnnexCategories, IAnnexPolicy
from commune.core.rules.annexes import FLAGS as FLAG_FAMILIES
from commune.core.rules.annexes import Annex, Category, category_refusals, created, replaced_flags, settle
from commune.core.rules.file_policy import FilePolicy, TakenFile, check_file
from commune.core.rules.refusals import Refusals
from commune.core.workflow.actor import Actor, current_actor
from commune.core.workflow.annex_policy import POLICY
from commune.core.workflow.annex_types import AnnexTypes, category_of, flags_on
from commune.core.workflow.creation import create
from commune.core.workflow.file_text import take_text
from commune.core.workflow.lookup import children
from commune.core.workflow.process import Refused

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


def attach(
    dossier: Any,
    filename: str,
    data: bytes,
    category: str = "",
    origin: str = "",
    confidential: bool | None = None,
    title: str = "",
    policy: FilePolicy | None = None,
    actor: Actor | None = None,
    **flags: bool,
) -> Any:
    """Add a file to a dossier and return the annex; the caller has checked that the actor may.

    A flag that is not given (``confidential=None`` included) takes the category's default.
    Raises ``Refused`` with every reason, of the file (name, size, type, lying extension) and of the category.
    """
    actor = actor or current_actor(dossier)
    kind = category_of(category, dossier)
    taken = _taken(filename, data, kind, policy or file_policy(dossier))
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


def check_adding(dossier: Any, category: str, actor: Actor, flags: frozenset[str] = frozenset()) -> None:
    """Raise ``Refused`` with every reason why the actor may not add a file of that type with those flags on."""
    types = AnnexTypes(dossier, actor)
    policy = IAnnexPolicy(dossier, None)
    refusals = policy.against_adding(category, actor) if policy is not None else ()
    refusals += types.against(category)
    refusals += types.against_flags(category, types.category(category).defaults & flags, flags)
    if refusals:
        raise Refused(*refusals)


def against_removing(annex: Any, actor: Actor) -> Refusals:
    """Why the actor may not take the file out: it is signed, or the dossier is not his to change."""
    return (*replaced_flags(_plain(annex)), *IAnnexPolicy(annex.aq_parent).against_removing(annex, actor))


def against_changing(annex: Any, actor: Actor) -> Refusals:
    """Why the actor may not change title, type, flags or content of the file."""
    refusals: Refusals = IAnnexPolicy(annex.aq_parent).against_changing(annex, actor)
    return refusals


def change(annex: Any, actor: Actor, title: str | None = None, category: str | None = None, **flags: bool) -> None:
    """Change title, type and flags (those that are not given stay). Raises ``Refused`` with every reason."""
    types, before = AnnexTypes(annex.aq_parent, actor), annex.category or ""
    new = before if category is None else category
    after = frozenset(flag for flag in FLAGS if flags.get(flag, bool(getattr(annex, flag, False))))
    refusals = against_changing(annex, actor)
    refusals += types.against_flags(new, flags_on(annex), after)
    if new != before:
        refusals += types.against(new) + IAnnexPolicy(annex.aq_parent).against_adding(new, actor)
        refusals += category_refusals(types.category(new), mime=annex.file.contentType)
    if refusals:
        raise Refused(*dict.fromkeys(refusals))
    annex.category = new
    if title is not None:
        annex.title = settle(Annex(title, annex.file.filename), types.category(new)).title
    set_flags(annex, actor, **dict.fromkeys(FLAGS, False) | dict.fromkeys(after, True))


def file_policy(dossier: Any) -> FilePolicy:
    """What files the dossier takes in."""
    found = IAnnexPolicy(dossier, None)
    return found.file_policy() if found is not None else POLICY


def replace(
    annex: Any, filename: str, data: bytes, policy: FilePolicy | None = None, actor: Actor | None = None
) -> None:
    """Put a new version in the place of the file; the old one is kept. Raises ``Refused`` (signed, bad file)."""
    actor = actor or current_actor(annex)
    refusals = replaced_flags(_plain(annex))
    if refusals:
        raise Refused(*refusals)
    taken = _taken(
        filename, data, category_of(annex.category or "", annex.aq_parent), policy or file_policy(annex.aq_parent)
    )
    Records(annex, "versions").add(Version(annex.version, annex.file, annex.sha256, now(), actor.userid))
    annex.file = NamedBlobFile(data, taken.file_type.mime, taken.name)
    annex.digest = digest(data)
    annex.version += 1
    annex.reindexObject()
    take_text(annex)
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
    settled = created(
        Annex(annex.title, annex.file.filename), category_of(annex.category or "", annex.aq_parent), chosen
    )
    for flag in FLAGS:
        setattr(annex, flag, flag in settled.flags)
    annex.reindexObject()
    annex.reindexObjectSecurity()
    _note(annex, "annex_flags", actor or current_actor(annex), **_seen_by_all(annex, flags, settled.flags))


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
    return Annex(annex.title or "", annex.file.filename if annex.file else "", flags_on(annex))


def _seen_by_all(annex: Any, flags: dict[str, bool], on: frozenset[str]) -> dict[str, bool]:
    """The flags that the journal may tell: not those kept to managers, which all readers would learn."""
    kept = category_of(annex.category or "", annex.aq_parent).managers_see
    return {flag: flag in on for flag in flags if FLAG_FAMILIES[flag] not in kept}


def _note(annex: Any, kind: str, actor: Actor, comment: str = "", **data: object) -> None:
    """A confidential annex leaves no title in the journal of its dossier (DOC-6)."""
    shown = {} if annex.confidential else {"title": annex.title}
    Journal(annex.aq_parent).note(kind, actor.userid, comment, annex=annex.UID(), **shown, **data)
