"""Names of files that every system takes, and that hold no two of one name."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 120
"""Characters of a name before its extension."""


def safe_name(title: str, extension: str) -> str:
    """A file name from a title: letters keep their accents, what file systems refuse becomes a hyphen."""
    text = unicodedata.normalize("NFC", title)
    text = re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|.]+', "-", text)
    text = re.sub(r"\s+", " ", text).strip(" -")[:LONGEST].strip(" -")
    return f"{text or 'document'}.{extension}"


def apart(names: Iterable[str]) -> tuple[str, ...]:
    """The names in order, those already taken (whatever their case) with a number before the extension."""
    taken: set[str] = set()
    found = []
    for name in names:
        stem, dot, extension = name.rpartition(".")
        free, number = name, 1
        while free.casefold() in taken:
            number += 1
            free = f"{stem} ({number}){dot}{extension}" if dot else f"{extension} ({number})"
        taken.add(free.casefold())
        found.append(free)
    return tuple(found)
