"""What a session leaves: the attendance of a meeting, kept as one frozen value apart from it."""

from dataclasses import replace
from typing import Any

from persistent import Persistent

from commune.meeting.rules.attendance import ItemSheet, Sheet


class SessionStore(Persistent):
    """Two secretaries writing at once conflict; neither's entry is lost silently.

    ``current``: the uid of the item under discussion, shown in the room.
    """

    current = ""

    def __init__(self) -> None:
        self.sheet = Sheet(())
        self.version = 0


def session_store(meeting: Any) -> SessionStore:
    """The store of a meeting, made when it is first asked for."""
    store = getattr(meeting, "_session_store", None)
    if store is None:
        store = meeting._session_store = SessionStore()
    return store


def sheet_of(meeting: Any) -> Sheet:
    """The attendance as the rules read it: members in order, an entry for each item of the agenda."""
    store = getattr(meeting, "_session_store", None)
    kept = store.sheet if store is not None else Sheet(())
    known = {item.uid: item for item in kept.items}
    items = tuple(known.get(uid) or ItemSheet(uid) for uid in meeting.agenda.uids)
    return Sheet(kept.members, items, kept.proxies)


def keep(meeting: Any, sheet: Sheet) -> None:
    """Keep the attendance as it now is."""
    store = session_store(meeting)
    store.sheet = sheet
    store.version += 1


def forget_item(meeting: Any, uid: str) -> None:
    """Drop what the attendance says of an item that leaves the agenda."""
    store = getattr(meeting, "_session_store", None)
    if store is not None and store.sheet.item(uid) != ItemSheet(uid):
        items = tuple(item for item in store.sheet.items if item.uid != uid)
        keep(meeting, replace(store.sheet, items=items))


def show(meeting: Any, uid: str) -> None:
    """Make an item the one under discussion (``""``: none)."""
    session_store(meeting).current = uid


def current_of(meeting: Any) -> str:
    """The uid of the item under discussion, the first one until the session shows another; ``""`` without items."""
    uids = meeting.agenda.uids
    kept = getattr(getattr(meeting, "_session_store", None), "current", "")
    return kept if kept in uids else next(iter(uids), "")


def version_of(meeting: Any) -> int:
    """The version of the attendance that a page shows, to be sent back with what is entered there."""
    return getattr(getattr(meeting, "_session_store", None), "version", 0)
