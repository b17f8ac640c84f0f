"""Names of files put together in one archive."""

import re
from collections.abc import Sequence

_PART = re.compile(r'[\\:*?"<>|\x00-\x1f]|\.\.+(?=/|$)')


def unique_names(names: Sequence[str]) -> list[str]:
    """The names as an archive takes them: no way up, no sign that a system refuses, doubles numbered.

    Names that differ by case alone are doubles, as some systems see them.
    """
    used: set[str] = set()
    found = []
    for name in names:
        clean = "/".join(part for part in _PART.sub("_", name).split("/") if part) or "_"
        found.append(_free(clean, used))
        used.add(found[-1].casefold())
    return found


def _free(name: str, used: set[str]) -> str:
    folder, slash, last = name.rpartition("/")
    stem, dot, extension = last.rpartition(".")
    stem, ending = (stem, f".{extension}") if dot and stem else (last, "")
    candidate, number = name, 2
    while candidate.casefold() in used:
        candidate, number = f"{folder}{slash}{stem} ({number}){ending}", number + 1
    return candidate
