"""Write buildout's versions from the lock: ``python tools/versions_cfg.py > versions.cfg``.

Buildout looks a version up by the lower-cased name as each requirement spells it (``zc.recipe.egg``,
``typing_extensions`` and ``typing-extensions``), so every spelling met in the running environment is written.
Run it with the Python of the environment that the lock made.
"""

import re
from collections import defaultdict
from importlib.metadata import distributions
from pathlib import Path

LOCK = Path(__file__).resolve().parent.parent / "requirements.txt"
HEADER = "# Generated from requirements.txt by tools/versions_cfg.py: do not edit.\n[versions]\n"


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(lock: str) -> dict[str, str]:
    """Version by canonical name, as pinned in the text of the lock."""
    pins = (line.split(";")[0].strip() for line in lock.splitlines() if "==" in line and not line.startswith("#"))
    return {canonical(name): version for name, version in (pin.split("==", 1) for pin in pins)}


def spellings() -> dict[str, set[str]]:
    """Every lower-cased spelling of each name: the distribution's own and those of requirements on it."""
    found = defaultdict(set)
    for distribution in distributions():
        names = [distribution.metadata["Name"]]
        names += [re.split(r"[^A-Za-z0-9._-]", requirement)[0] for requirement in distribution.requires or ()]
        for name in names:
            found[canonical(name)].add(name.lower())
    return found


def render(lock: str) -> str:
    """The text of versions.cfg for the text of a lock."""
    known = spellings()
    lines = [
        f"{name} = {version}\n"
        for pinned, version in sorted(locked(lock).items())
        for name in sorted(known[pinned] | {pinned})
    ]
    return HEADER + "".join(lines)


if __name__ == "__main__":
    print(render(LOCK.read_text(encoding="utf-8")), end="")
