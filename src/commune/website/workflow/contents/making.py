"""Making the contents of a profile, and bringing up to date what nobody changed since."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

from persistent.mapping import PersistentMapping
from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.interface import alsoProvides

from commune.core.rules.authority.model import Profile
from commune.core.workflow.creation import create
from commune.core.workflow.deployment.organisation import unit_uids
from commune.core.workflow.deployment.writing import told
from commune.core.workflow.lookup import by_uid
from commune.website.interfaces import IHomeTexts
from commune.website.rules.events import BRUSSELS
from commune.website.workflow.contents.entries import TYPES, Entry, entries
from commune.website.workflow.contents.fields import fields, plain, rich
from commune.website.workflow.publishing import publish

MADE = "commune.website.made"
HASHES = "commune.website.deployed"


def apply_contents(site: Any, profile: Profile, root: Any, language: str = "") -> list[str]:
    """The entries below ``root``: the site, or the folder of another language, which has those it translates.

    A content that an editor deleted is not made again; a field that an editor changed is left alone.
    """
    units = unit_uids()
    wanted = [entry for entry in entries(profile) if not language or entry.translation(language)]
    made = dict(_make(site, root, wanted, language))
    outcomes = []
    for entry, (content, new) in made.items():
        values = fields(entry, units, language) | _text(entry, made, language)
        outcomes.append("added" if new else "changed" if bring_up_to_date(content, values) else "")
        if new:
            bring_up_to_date(content, values)
            publish(content, _since(entry))
    return told(f"contents {language}".strip(), outcomes)


def bring_up_to_date(content: Any, values: Mapping[str, Any]) -> bool:
    """Set the fields that differ from the last deployment and that nobody changed since; returns whether any was."""
    notes = IAnnotations(content)
    known = notes.get(HASHES, {})
    changed = {}
    for name, value in values.items():
        mark = _hash(value)
        if known.get(name) == mark:
            continue
        if name not in known or known[name] == _hash(getattr(content, name, None)):
            changed[name] = mark
            setattr(content, name, value)
    if changed:
        notes[HASHES] = {**known, **changed}
        content.reindexObject()
    return bool(changed)


def _make(site: Any, root: Any, wanted: list[Entry], language: str) -> Iterator[tuple[Entry, tuple[Any, bool]]]:
    """Each entry with its content and whether it is new; none for what is gone."""
    notes = IAnnotations(site)
    known = notes.get(MADE)
    if known is None:
        known = notes[MADE] = PersistentMapping()
    places = {"": root}
    for entry in wanted:
        key = f"{language}:{entry.key}"
        content, new = by_uid(known.get(key)), False
        parent = places.get(entry.parent, root if language else None)
        if key not in known and parent is not None:
            content, new = _create(parent, entry, language), True
            known[key] = content.UID()
        if content is not None:
            places[entry.key] = content
            yield entry, (content, new)


def _create(parent: Any, entry: Entry, language: str) -> Any:
    portal_type, layout = TYPES[entry.type]
    words = {**entry.data, **entry.translation(language)}
    content = parent._getOb(entry.id, None)
    if content is None:
        content = create(parent, portal_type, id=entry.id, title=words["title"], language=language or _own_language())
    if layout:
        content.setLayout(layout)
    if entry.type == "home":
        alsoProvides(content, IHomeTexts)
    return content


def _own_language() -> str:
    return str(api.portal.get_default_language())


def _text(entry: Entry, made: Mapping[Entry, tuple[Any, bool]], language: str) -> dict[str, Any]:
    """The text, with its links to other entries (``page:<path>``) made by uid."""
    html = str(entry.translation(language).get("text") or entry.data.get("text") or "")
    if not html or entry.type in ("link", "statement"):
        return {}
    for other, (content, _new) in made.items():
        html = html.replace(f'"page:{other.key}"', f'"resolveuid/{content.UID()}"')
    return {"text": rich(html)}


def _since(entry: Entry) -> datetime | None:
    day = entry.data.get("day")
    return datetime.combine(date.fromisoformat(str(day)), time(8), BRUSSELS) if day else None


def _hash(value: Any) -> str:
    return hashlib.sha256(plain(value).encode()).hexdigest()
