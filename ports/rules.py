"""Rules that carry one pinned release to Python 3: read from data, checked when applied."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path


class RuleError(Exception):
    """A rule does not fit the release it was written for."""


@dataclass(frozen=True)
class Rewrite:
    """Replace the regular expression ``find`` by ``put`` in ``file``, exactly ``times`` times."""

    file: str
    find: str
    put: str
    times: int

    def apply(self, text: str) -> str:
        """The rewritten text; raises ``RuleError`` unless the rule matched ``times`` times."""
        changed, count = re.subn(self.find, self.put, text, flags=re.MULTILINE)
        if count != self.times:
            raise RuleError(f"{self.file}: {self.find!r} matched {count} times, {self.times} expected")
        return changed


@dataclass(frozen=True)
class Port:
    """One distribution to carry over: the release, what changes in it, what it needs.

    ``required`` is the list of requirements the release declares (extras left out), ``requires``
    the list that the ported wheel declares. ``left_out`` are folders that are not carried over;
    ``added`` maps a path in the wheel to a file of ours.
    """

    name: str
    release: str
    local: str
    required: tuple[str, ...]
    requires: tuple[str, ...]
    left_out: tuple[str, ...]
    added: dict[str, Path]
    rewrites: tuple[Rewrite, ...]

    @property
    def version(self) -> str:
        return f"{self.release}+{self.local}"

    @property
    def stem(self) -> str:
        """The name as wheel files and metadata folders spell it."""
        return re.sub(r"[-_.]+", "_", self.name).lower()

    @property
    def wheel(self) -> str:
        return f"{self.stem}-{self.version}-py3-none-any.whl"


def read(folder: Path) -> Port:
    """The port described by ``folder/rules.toml``, its added files being next to it."""
    data = tomllib.loads((folder / "rules.toml").read_text(encoding="utf-8"))
    root = data["name"].replace(".", "/")
    rewrites = tuple(
        Rewrite(f"{root}/{rule['file']}", rule["find"], rule.get("put", ""), rule.get("times", 1))
        for rule in data.get("rewrite", ())
    )
    return Port(
        name=data["name"],
        release=data["release"],
        local=data["local"],
        required=tuple(data["required"]),
        requires=tuple(data["requires"]),
        left_out=tuple(f"{root}/{path}/" for path in data.get("left_out", ())),
        added={f"{root}/{path}": folder / path for path in data.get("added", ())},
        rewrites=rewrites,
    )


def read_all(folder: Path) -> list[Port]:
    """Every port below ``folder``, by name."""
    return [read(rules.parent) for rules in sorted(folder.glob("*/rules.toml"))]
