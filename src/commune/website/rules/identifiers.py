"""Permanent identifiers of public things: they hold no title, no number and no place in the site."""

from dataclasses import dataclass

KINDS = frozenset({"meeting", "item", "handling", "draft", "decision", "vote", "body", "authority", "mandate", "person",
                   "post", "place", "concept"})  # fmt: skip


@dataclass(frozen=True)
class Identifiers:
    """Makes identifiers under ``root``, the address of the site without a slash at its end."""

    root: str

    def of(self, kind: str, *parts: object) -> str:
        """``<root>/uri/<kind>/<part>…``; raises ``ValueError`` for a kind that does not exist."""
        if kind not in KINDS:
            raise ValueError(kind)
        return "/".join((self.root, "uri", kind, *map(str, parts)))


def owner(kind: str, part: str) -> tuple[str, str]:
    """What to look up to follow an identifier, and its uid: a ``"meeting"``, an ``"item"``, ``""`` the bodies' page."""
    if kind in ("meeting", "place"):
        return "meeting", part
    if kind in ("item", "handling", "draft", "decision", "vote"):
        return "item", part
    return "", part
