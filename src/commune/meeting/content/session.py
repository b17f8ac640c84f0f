"""What a session leaves: the attendance of a meeting, kept as one frozen value apart from it."""

from typing import Any

from persistent import Persistent

from commune.meeting.rules.attendance import ItemSheet, Sheet


class SessionStore(Persistent):
    """Two secretaries writing at once conflict; neither's entry is lost silently."""

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
    return Sheet(kept.members, tuple(known.get(uid) or ItemSheet(uid) for uid in meeting.agenda.uids))


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
        keep(meeting, Sheet(store.sheet.members, items))
