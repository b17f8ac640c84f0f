"""Annexes: the flags that their category allows, and the title of one that has none."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from commune.core.rules.refusals import NONE, Refusal, Refusals


class Family(StrEnum):
    """Families of flags, which a group of categories switches on or off together."""

    CONFIDENTIAL = "confidential"
    PRINT = "print"
    SIGN = "sign"
    APPROVE = "approve"
    PUBLISH = "publish"


FLAGS: Mapping[str, Family] = {
    "confidential": Family.CONFIDENTIAL,
    "to_print": Family.PRINT,
    "to_sign": Family.SIGN,
    "signed": Family.SIGN,
    "to_approve": Family.APPROVE,
    "approved": Family.APPROVE,
    "publishable": Family.PUBLISH,
}
_IMPLIED = {"signed": "to_sign", "approved": "to_approve"}


class Preview(StrEnum):
    """What readers get of a file; ``preview_only`` keeps the download from them."""

    NONE = "none"
    PREVIEW = "preview"
    PREVIEW_ONLY = "preview_only"


@dataclass(frozen=True)
class Category:
    """A type of annex. ``families`` are those that its group switches on, ``defaults`` the flags it proposes.

    ``kind``: the part of the dossier its files belong to, named by the module. ``parent``: the type of which it is
    a sub-type. ``title_of_files``: the title proposed for a file that has none. Only managers choose a type that is
    ``managers_only``; others need one of ``functions`` in one of ``services`` (codes; empty: any).
    ``managers_see`` and ``managers_set``: families that others do not see, or do not change. ``after_scan``: the
    type that a file takes when its scan comes back.
    """

    id: str
    title: str
    families: frozenset[Family] = frozenset()
    defaults: frozenset[str] = frozenset()
    pdf_only: bool = False
    preview: Preview = Preview.NONE
    enabled: bool = True
    kind: str = ""
    parent: str = ""
    icon: str = ""
    title_of_files: str = ""
    managers_only: bool = False
    services: tuple[str, ...] = ()
    functions: frozenset[str] = frozenset()
    managers_see: frozenset[Family] = frozenset()
    managers_set: frozenset[Family] = frozenset()
    after_scan: str = ""


@dataclass(frozen=True)
class Annex:
    """What the rules look at in an annex; ``flags`` are those that are on."""

    title: str
    filename: str
    flags: frozenset[str] = field(default_factory=frozenset)


def settle(annex: Annex, category: Category) -> Annex:
    """The annex as it is stored (DOC-1, DOC-2, DOC-5).

    Flags of families that are off are dropped, signed implies to sign and approved to approve,
    and an annex without title takes that of its type, else the name of its file without extension.
    """
    implied = annex.flags | {_IMPLIED[flag] for flag in annex.flags if flag in _IMPLIED}
    flags = frozenset(flag for flag in implied if FLAGS.get(flag) in category.families)
    title = annex.title.strip() or category.title_of_files or annex.filename.rpartition(".")[0] or annex.filename
    return replace(annex, title=title, flags=flags)


def created(annex: Annex, category: Category, given: Mapping[str, bool]) -> Annex:
    """A new annex: the category's defaults where its creator gave no value (DOC-3)."""
    chosen = {flag: given.get(flag, flag in category.defaults) for flag in FLAGS}
    return settle(replace(annex, flags=frozenset(flag for flag, on in chosen.items() if on)), category)


def category_refusals(category: Category, *, mime: str) -> Refusals:
    """Why a file cannot be put in a category: it is switched off, or takes PDF only."""
    found = []
    if not category.enabled:
        found.append(Refusal("category.disabled", {"category": category.title}))
    if category.pdf_only and mime != "application/pdf":
        found.append(Refusal("category.pdf_only", {"category": category.title}))
    return tuple(found)


def removal_refusals(category: Category, uses: int) -> Refusals:
    """Why a category cannot be deleted or moved: it is used (DOC-4)."""
    return (Refusal("category.used", {"category": category.title, "uses": uses}),) if uses else NONE


def may_download(category: Category, *, editor: bool) -> bool:
    """Whether the file itself may be fetched; readers of a preview-only category see pages only."""
    return editor or category.preview is not Preview.PREVIEW_ONLY


def replaced_flags(annex: Annex) -> Refusals:
    """Why a file may not be replaced: a signed one is never overwritten (DOC-7)."""
    return (Refusal("annex.signed", {"title": annex.title}),) if "signed" in annex.flags else NONE
