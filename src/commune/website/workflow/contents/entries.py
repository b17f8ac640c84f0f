"""The contents of a profile as this module reads them: checked entries, in the order in which to make them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from commune.core.rules.authority.faults import fault
from commune.core.rules.authority.model import Profile
from commune.core.rules.refusals import Refusal, Refusals
from commune.website.rules.editorial import blocking, html_warnings

FILES = ("home", "pages", "news", "events")
TYPES = {
    "home": ("Folder", ""),
    "page": ("Document", ""),
    "folder": ("Folder", ""),
    "news_list": ("Folder", "news_list"),
    "agenda": ("Folder", "agenda"),
    "procedures": ("Folder", "procedures"),
    "directory": ("directory", ""),
    "council": ("council", ""),
    "statement": ("accessibility_statement", ""),
    "link": ("Link", ""),
    "news": ("News Item", ""),
    "event": ("Event", ""),
}
USUAL = {"home": "home", "pages": "page", "news": "news", "events": "event"}
SECTIONS = {"news": "news_list", "event": "agenda"}
DAYS = ("day", "prepared_on", "reviewed_on")
MOMENTS = ("start", "end")


@dataclass(frozen=True)
class Entry:
    """One content of the profile: ``key`` is its path from the site, ``parent`` that of the folder that holds it."""

    key: str
    parent: str
    type: str
    data: Mapping[str, Any] = field(repr=False, compare=False)
    place: str = ""

    @property
    def id(self) -> str:
        return str(self.data["id"])

    def translation(self, language: str) -> Mapping[str, Any]:
        """What the entry says in another language, empty when nothing."""
        found = self.data.get("translations", {}).get(language, {})
        return found if isinstance(found, Mapping) else {}


def entries(profile: Profile) -> tuple[Entry, ...]:
    """The entries of all files, folders before what they hold."""
    found = list(_read(profile))
    found.sort(key=lambda entry: entry.key.count("/"))
    return tuple(found)


def entry_faults(profile: Profile) -> Refusals:
    """Everything wrong with the contents: unknown types, missing folders, unreadable dates, images without words."""
    known = entries(profile)
    keys = {entry.key for entry in known if TYPES.get(entry.type, ("",))[0] in ("Folder", "council")} | {""}
    return tuple(refusal for entry in known for refusal in _faults(entry, keys, profile.languages))


def _read(profile: Profile) -> Iterator[Entry]:
    sections = {kind: _section(profile, kind) for kind in SECTIONS.values()}
    for file in FILES:
        for number, data in enumerate(profile.content.get(file, ()), start=1):
            kind = str(data.get("type") or USUAL[file])
            parent = str(data.get("path") or sections.get(SECTIONS.get(kind, ""), "")).strip("/")
            key = f"{parent}/{data['id']}" if parent else str(data["id"])
            yield Entry(key, parent, kind, data, f"content/{file}.json: entry {number}")


def _section(profile: Profile, kind: str) -> str:
    """Where news and events go when they do not say it: the first page made for them."""
    for data in profile.content.get("pages", ()):
        if data.get("type") == kind:
            return "/".join(filter(None, (str(data.get("path") or ""), str(data["id"]))))
    return ""


def _faults(entry: Entry, folders: set[str], languages: tuple[str, ...]) -> Iterator[Refusal]:
    if entry.type not in TYPES:
        yield fault("choice", f"{entry.place}, type", entry.type, ", ".join(TYPES))
    if entry.parent not in folders:
        yield fault("reference", f"{entry.place}, path", entry.parent, "the path of a folder of pages.json")
    for language in entry.data.get("translations", {}):
        if language not in languages[1:]:
            yield fault("choice", f"{entry.place}, translations", language, ", ".join(languages[1:]))
    for name, reads in (*((name, date) for name in DAYS), *((name, datetime) for name in MOMENTS)):
        yield from _date_faults(entry, name, reads)
    if entry.type == "event" and not entry.data.get("start"):
        yield fault("missing", f"{entry.place}, start")
    for refusal in blocking(html_warnings(str(entry.data.get("text", "")))):
        yield fault("form", f"{entry.place}, text", refusal.code, "an alternative text on each image")


def _date_faults(entry: Entry, name: str, reads: type[date]) -> Iterator[Refusal]:
    value = entry.data.get(name)
    if value is None:
        return
    try:
        reads.fromisoformat(str(value))
    except ValueError:
        yield fault(
            "form", f"{entry.place}, {name}", value, "an ISO date" if reads is date else "a local date and time"
        )
