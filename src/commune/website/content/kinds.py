"""The kinds of content that the site's search knows, by type of content."""

from typing import Any

KINDS = {
    "procedure": "procedure",
    "Document": "page",
    "Folder": "page",
    "directory": "page",
    "council": "page",
    "accessibility_statement": "page",
    "Link": "page",
    "News Item": "news",
    "Event": "event",
    "organisation_unit": "service",
    "council_meeting": "meeting",
    "File": "file",
}
ORDER = ("procedure", "page", "service", "news", "event", "meeting", "file")
OF_ALL_LANGUAGES = frozenset({"procedure", "service", "meeting"})


def kind_of(content: Any) -> str:
    """The kind of a content in the search, empty when it is never found there."""
    return KINDS.get(getattr(content, "portal_type", ""), "")
