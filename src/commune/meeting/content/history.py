"""Changes of the fields of an item, kept as they are made."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class FieldChange:
    """One field changed by one person; texts are HTML, other values are written as text."""

    at: datetime
    actor: str
    state: str
    field: str
    old: str
    new: str
