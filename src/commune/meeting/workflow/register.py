"""Where the register stands, its texts as the catalog knows them, and new ones."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from plone import api

from commune.core.content.clock import BRUSSELS, today
from commune.core.content.journal import Journal
from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.creation import create
from commune.core.workflow.lookup import by_uid, children
from commune.core.workflow.numbering import draw
from commune.core.workflow.process import Refused
from commune.meeting.rules.outcomes import DECIDED, outcome_of
from commune.meeting.rules.regulations import PUBLIC, against_superseding, last_of
from commune.meeting.workflow.guard import check_manager
from commune.meeting.workflow.place import aware, body_of
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.texts import rich, text_of
from commune.meeting.workflow.titles import spoken

PLACE = "regulations"
SERIES, PATTERN = "commune.meeting.regulations", "{year}-{seq:03}"


@dataclass(frozen=True)
class Row:
    """A text as lists show it; ``replaced_by`` is the number of the one that replaced it."""

    uid: str
    number: str
    title: str
    state: str
    kind: str
    authority: str
    category: str
    summary: str
    decided: date | None
    published: date | None
    binding: date | None
    supersedes: str
    withdrawn: bool = False
    replaced_by: str = ""


def register() -> Any:
    """The register of the site, ``None`` when the module is not deployed there."""
    return api.portal.get()._getOb(PLACE, None)


def rows(everything: bool = False, **query: Any) -> list[Row]:
    """The texts, the latest number first; only public ones unless ``everything``. No text is woken."""
    catalog = api.portal.get_tool("portal_catalog")
    if not everything:
        query["review_state"] = list(PUBLIC)
    found = catalog.unrestrictedSearchResults(portal_type="regulation", **query)
    after = superseded_by()
    numbers = {brain.UID: brain.getId for brain in catalog.unrestrictedSearchResults(portal_type="regulation")}
    listed = [_row(brain, numbers.get(after.get(brain.UID, ""), "")) for brain in found]
    shown = [row for row in listed if everything or not row.withdrawn]
    return sorted(shown, key=lambda row: row.number, reverse=True)


def superseded_by() -> dict[str, str]:
    """Per text that is replaced, the uid of the one that replaces it; drafts count."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="regulation")
    facts = ((brain.UID, json.loads(brain.regulation_facts)["supersedes"]) for brain in brains)
    return {before: uid for uid, before in facts if before}


def add(fields: Mapping[str, Any], actor: Actor) -> Any:
    """A new text in the register, being written; the caller has checked who asks."""
    number = draw(SERIES, PATTERN, today())
    made = create(register(), "regulation", id=number, reference=number, **fields)
    Journal(made).note("created", actor.userid)
    return made


def from_item(item: Any, actor: Actor, kind: str = "regulation") -> Any:
    """The text that a decided item adopts, with its public files; raises ``Refused`` with every reason against it."""
    check_manager(actor, item)
    refusals = against_making(item)
    if refusals:
        raise Refused(*refusals)
    body, meeting = body_of(item), by_uid(item.meeting)
    categories = {term.id: spoken(term.title) for term in settings_of(item).body.agenda.categories}
    made = add(
        {
            "title": item.title,
            "kind": kind,
            "category": categories.get(item.category or "", ""),
            "authority": body.getId(),
            "decided": aware(meeting.date).astimezone(BRUSSELS).date(),
            "text": rich(text_of(item)),
            "tutelle_needed": bool(item.to_authority),
            "item": item.UID(),
            "origin": item.UID(),
        },
        actor,
    )
    _copy_files(item, made)
    Journal(item).note("regulation_made", actor.userid, regulation=made.UID(), number=made.reference)
    made.reindexObject()
    return made


def _copy_files(item: Any, made: Any) -> None:
    """The files that may be published; their bodies are shared."""
    for annex in children(item, "annex"):
        if annex.publishable and not annex.confidential:
            create(made, "annex", title=annex.title, file=annex.file, origin=annex.origin, author=annex.author,
                   digest=annex.sha256, publishable=True)  # fmt: skip


def made_from(item: Any) -> str:
    """The uid of the text that was made from the item, empty when there is none."""
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="regulation", origin_uid=item.UID()
    )
    return found[0].UID if found else ""


def against_making(item: Any) -> Refusals:
    """Why no text of the register can be made from an item: not adopted, closed, made already."""
    outcome = outcome_of(item.state)
    found = NONE
    if item.state not in DECIDED or outcome is None or not outcome.positive:
        found += (Refusal("regulations.not_adopted"),)
    if (item.privacy or "").startswith("secret"):
        found += (Refusal("regulations.closed_item"),)
    if made_from(item):
        found += (Refusal("regulations.already_made"),)
    return found


def supersede(regulation: Any, number: str, actor: Actor) -> None:
    """Say which text it replaces (by its number; empty: none); raises ``Refused``."""
    target = register()._getOb(number, None) if number else None
    if number and target is None:
        raise Refused(Refusal("regulations.unknown", {"number": number}, "supersedes"))
    if target is not None:
        after = superseded_by()
        refusals = against_superseding(target.UID(), after, regulation.UID())
        if refusals:
            raise Refused(*(_numbered(refusal, after) for refusal in refusals))
    regulation.supersedes = target.UID() if target is not None else None
    regulation.version += 1
    regulation.reindexObject()
    Journal(regulation).note("supersedes", actor.userid, number=number)


def _numbered(refusal: Refusal, after: Mapping[str, str]) -> Refusal:
    """The refusal with the numbers of the texts in the place of their uids."""
    uid = str(refusal.data["text"])
    numbers = {"text": by_uid(uid).reference, "last": by_uid(last_of(uid, after)).reference}
    return Refusal(refusal.code, numbers, refusal.place)


def _row(brain: Any, replaced_by: str) -> Row:
    facts = json.loads(brain.regulation_facts)
    days = {
        name: date.fromisoformat(facts[name]) if facts[name] else None for name in ("decided", "published", "binding")
    }
    words = {name: facts[name] for name in ("kind", "authority", "category", "summary", "supersedes", "withdrawn")}
    return Row(brain.UID, brain.getId, brain.Title, brain.review_state, **words, **days, replaced_by=replaced_by)
