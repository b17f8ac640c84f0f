"""What happened to dossiers, in one order, and who elsewhere is told of it (CloudEvents 1.0)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fnmatch import fnmatchcase
from typing import Any

from commune.core.rules.confidentiality import DISCREET_FROM, Level
from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.core.rules.webcalls import against_address

KEPT = timedelta(days=400)
"""The feed is replayed at least 30 days back (EVT-4); a year and a month are kept."""
PAUSED_AFTER = timedelta(days=3)
ACTIVE, PAUSED, DISABLED = "active", "paused", "disabled"
DELETED = "deleted"


@dataclass(frozen=True)
class Happening:
    """One line of the order in which things happened; ``seq`` grows by one each time on one site.

    ``places``: uids of what is around the subject, itself included. ``readers``: who could read what is deleted.
    ``data``: plain and thin. ``full``: what subscriptions are told beside, never kept.
    """

    seq: int
    id: str
    kind: str
    verb: str
    subject: str
    at: datetime
    external_id: str = ""
    places: tuple[str, ...] = ()
    level: int = Level.SERVICE
    data: Mapping[str, Any] = field(default_factory=dict)
    readers: tuple[str, ...] = ()

    @property
    def type(self) -> str:
        """The name of the event for programs."""
        return f"commune.{self.kind}.{self.verb}.v1"


@dataclass(frozen=True)
class Subscription:
    """A program elsewhere that is told. ``types``: patterns of types, ``*`` for any part; ``prefix``: of external ids.

    ``confidential``: the authority agreed to tell it of confidential dossiers too. ``failing``: since when no call
    arrives. ``secret`` signs its calls.
    """

    id: str
    title: str
    url: str
    types: tuple[str, ...]
    secret: str
    owner: str = ""
    prefix: str = ""
    places: tuple[str, ...] = ()
    confidential: bool = False
    state: str = ACTIVE
    failing: datetime | None = None


def wants(subscription: Subscription, happening: Happening) -> bool:
    """Whether the program is told: its types, its prefix, its places, and nothing confidential without agreement."""
    return (
        subscription.state != DISABLED
        and any(fnmatchcase(happening.type, pattern) for pattern in subscription.types)
        and (not subscription.prefix or happening.external_id.startswith(subscription.prefix))
        and (not subscription.places or bool(set(subscription.places) & set(happening.places)))
        and (happening.level < DISCREET_FROM or subscription.confidential)
    )


def envelope(happening: Happening, source: str, full: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The event as CloudEvents has it; ``full``: data told beside the thin ones."""
    return {
        "specversion": "1.0",
        "id": happening.id,
        "source": source,
        "type": happening.type,
        "subject": happening.subject,
        "time": happening.at.isoformat(),
        "datacontenttype": "application/json",
        "seq": happening.seq,
        "confidentiality": int(happening.level),
        "data": {**({"external_id": happening.external_id} if happening.external_id else {}), **happening.data}
        | dict(full or {}),
    }


def against_subscribing(one: Subscription, known: Collection[str], places: Collection[str]) -> Refusals:
    """Every fault of a subscription. ``known``: the types there are; ``places``: those offered."""
    lost = [pattern for pattern in one.types if not any(fnmatchcase(name, pattern) for name in known)]
    strange = [uid for uid in one.places if uid not in places]
    checks = (
        (not one.title.strip(), Refusal("token.title", place="title")),
        (not one.types, Refusal("events.none", place="types")),
        (bool(lost), Refusal("events.unknown", {"types": ", ".join(lost)}, "types")),
        (bool(strange), Refusal("token.place", {"place": ", ".join(strange)}, "places")),
        (bool(one.owner) and "@" not in one.owner, Refusal("events.owner", {"owner": one.owner}, "owner")),
    )
    return against_address(one.url) + tuple(refusal for wrong, refusal in checks if wrong)


def against_replay(after: int, first: int, last: int) -> Refusals:
    """Why the feed cannot be read on from there: lines that followed are no longer kept. ``first``, ``last``: the
    numbers kept, zero when there is none."""
    if after > last or (first and after + 1 < first and after):
        return (Refusal("events.gone", {"first": first, "last": last}, "after"),)
    return NONE


def is_failing_long(since: datetime | None, now: datetime) -> bool:
    """Whether no call has arrived for so long that the program is paused and its owner told (EVT-5)."""
    return since is not None and now - since >= PAUSED_AFTER
