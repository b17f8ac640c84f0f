"""Where things stand in the repository: what the tests of the house look at."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src" / "commune"
MODULES = ("core", "website", "eguichet", "meeting", "urbanism")
ROOMS = (
    "rules",
    "content",
    "workflow",
    "documents",
    "subscribers",
    "browser",
    "api",
    "profiles",
    "upgrades",
)


@cache
def tracked() -> tuple[Path, ...]:
    """Every file that git keeps or would keep (ignored ones left out), links included."""
    command = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\0")
    return tuple(path for name in sorted(set(names)) if name and ((path := ROOT / name).exists() or path.is_symlink()))


def below(folder: str, *suffixes: str) -> list[Path]:
    """The repository's files below ``folder`` with one of ``suffixes``."""
    base = ROOT / folder
    return [path for path in tracked() if path.suffix in suffixes and path.is_relative_to(base)]


def name(path: Path) -> str:
    """The path as a reader of a failure wants it: from the repository's root."""
    return path.relative_to(ROOT).as_posix()
