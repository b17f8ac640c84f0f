"""Names of files put together in one archive."""

import re
from collections.abc import Sequence

from commune.core.rules.filenames import apart

_PART = re.compile(r'[\\:*?"<>|\x00-\x1f]|\.\.+(?=/|$)')


def unique_names(names: Sequence[str]) -> list[str]:
    """The names as an archive takes them: no way up, no sign that a system refuses, doubles numbered."""
    clean = ("/".join(part for part in _PART.sub("_", name).split("/") if part) or "_" for name in names)
    return list(apart(clean))
