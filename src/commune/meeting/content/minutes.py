"""The minutes of a meeting, kept as one frozen value apart from it."""

from typing import Any

from persistent import Persistent

from commune.meeting.rules.minutes import Minutes


class MinutesStore(Persistent):
    """What is generated and what a person wrote over it."""

    def __init__(self) -> None:
        self.minutes = Minutes()


def minutes_of(meeting: Any) -> Minutes:
    """The minutes as they were last written; without parts until they are generated."""
    store = getattr(meeting, "_minutes_store", None)
    return store.minutes if store is not None else Minutes()


def keep_minutes(meeting: Any, minutes: Minutes) -> None:
    """Keep the minutes as they now are."""
    if getattr(meeting, "_minutes_store", None) is None:
        meeting._minutes_store = MinutesStore()
    meeting._minutes_store.minutes = minutes
