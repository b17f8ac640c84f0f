"""The fields of a content from its entry, in one language."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from plone.app.event.base import default_timezone
from plone.app.textfield.value import RichTextValue

from commune.website.workflow.contents.entries import Entry

PLAIN = ("title", "search_words")
STATEMENT = ("site", "status", "standard", "method", "feedback_contact", "enforcement_body", "enforcement_link")
TRANSLATED = ("title", "summary", "text", "search_words", "place", "site", "enforcement_body", "enforcement_link")
HIDDEN_FROM_MENU = frozenset({"home", "statement", "news", "event"})


def fields(entry: Entry, units: Mapping[str, str], language: str = "") -> dict[str, Any]:
    """Values by field name; ``units`` are uids by code; ``language`` takes the entry's words in it."""
    data = {**entry.data, **{key: value for key, value in entry.translation(language).items() if key in TRANSLATED}}
    found: dict[str, Any] = {name: data[name] for name in PLAIN if data.get(name)}
    found["description"] = str(data.get("summary", ""))
    found["exclude_from_nav"] = not data.get("menu", entry.type not in HIDDEN_FROM_MENU)
    if data.get("unit"):
        found["responsible_service"] = units.get(data["unit"])
    if data.get("audiences"):
        found["audiences"] = set(data["audiences"])
    if data.get("topics"):
        found["subject"] = tuple(data["topics"])
    return found | SPECIAL.get(entry.type, lambda _data: {})(data)


def rich(html: str) -> RichTextValue:
    """A text as its field keeps it."""
    return RichTextValue(html, "text/html", "text/x-html-safe")


def plain(value: Any) -> str:
    """A value as the text by which two are compared."""
    if isinstance(value, RichTextValue):
        return str(value.raw)
    if isinstance(value, set):
        return repr(sorted(value))
    return repr(value)


def _event(data: Mapping[str, Any]) -> dict[str, Any]:
    start = _moment(data["start"])
    end = _moment(data["end"]) if data.get("end") else start + timedelta(hours=1)
    rule = str(data.get("recurrence", ""))
    return {
        "start": start,
        "end": end,
        "whole_day": bool(data.get("whole_day", False)),
        "open_end": not data.get("end"),
        "sync_uid": None,
        "recurrence": f"RRULE:{rule}" if rule else None,
        "location": data.get("place"),
        "contact_email": data.get("email"),
        "contact_phone": data.get("phone"),
    }


def _statement(data: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {name: data[name] for name in STATEMENT if data.get(name)}
    found |= {name: date.fromisoformat(data[name]) for name in ("prepared_on", "reviewed_on") if data.get(name)}
    rows = data.get("non_conformities", ())
    found["non_conformities"] = [
        {
            "text": row["text"],
            "reason": row["reason"],
            "found_on": date.fromisoformat(row["found_on"]),
            "alternative": row.get("alternative"),
        }
        for row in rows
    ]
    return found


def _link(data: Mapping[str, Any]) -> dict[str, Any]:
    to = str(data.get("to", ""))
    return {"remoteUrl": to if "://" in to or to.startswith("mailto:") else f"${{navigation_root_url}}/{to}"}


def _moment(text: str) -> datetime:
    """A local time with a zone that the database can keep: those of the standard library cannot be pickled there."""
    return default_timezone(as_tzinfo=True).localize(datetime.fromisoformat(text))


SPECIAL = {"event": _event, "statement": _statement, "link": _link}
