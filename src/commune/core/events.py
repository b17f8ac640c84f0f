"""Letters between modules: frozen data and UIDs, never objects.

A letter is named as a request or in the past. Nobody may answer: the sender
lives with that. Fields are only ever added, with a default.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from commune.core.rules.public import PublicFile, PublicItem, PublicPoll, Withdrawal

__all__ = [
    "AuthorityDeployed",
    "CallTold",
    "DecisionReopened",
    "DecisionRequestAccepted",
    "DecisionRequested",
    "DecisionScheduled",
    "DecisionTaken",
    "DossierMoved",
    "DossierProgressed",
    "HandoverAccepted",
    "HandoverRequested",
    "MeetingPublished",
    "MeetingWithdrawn",
    "PublicFile",
    "PublicItem",
    "PublicPoll",
    "PublicationAnswered",
    "Stage",
    "Withdrawal",
]


@dataclass(frozen=True)
class Stage:
    """One public stage of a dossier: ``day`` is ``None`` while it is to come."""

    id: str
    title: str
    day: date | None = None
    detail: str = ""


@dataclass(frozen=True)
class DossierMoved:
    """A dossier went from one state to another (both are ids; ``source`` is empty at creation)."""

    uid: str
    kind: str
    transition: str
    source: str
    target: str
    actor: str
    comment: str = ""


@dataclass(frozen=True)
class HandoverRequested:
    """A dossier asks another module to take the matter over.

    ``kind`` names the wished dossier (``"urbanism_permit"``); ``payload`` holds plain
    data (str, int, bool, list, dict); ``files`` lists UIDs of annexes to be copied.
    The same ``origin`` sent again must give the same dossier.
    """

    origin: str
    kind: str
    reference: str
    payload: Mapping[str, object] = field(default_factory=dict)
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class HandoverAccepted:
    """The dossier ``uid`` was opened for ``origin``."""

    origin: str
    uid: str
    reference: str


@dataclass(frozen=True)
class DossierProgressed:
    """Something that the origin of a hand-over may tell: a step was taken in ``uid``."""

    uid: str
    origin: str
    stage: str
    final: bool = False
    outcome: str = ""


@dataclass(frozen=True)
class DecisionRequested:
    """A dossier asks a body (``kind``: ``"college"``, ``"council"``…) to decide.

    Texts are HTML; ``due`` is the last day on which the decision is in time (inclusive).
    """

    origin: str
    body_kind: str
    reference: str
    title: str
    description: str = ""
    motivation: str = ""
    decision: str = ""
    due: date | None = None
    unit: str = ""
    category: str = ""
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class DecisionRequestAccepted:
    """An item was made for the origin's request."""

    origin: str
    item: str
    body: str


@dataclass(frozen=True)
class DecisionScheduled:
    """The item entered the agenda of a meeting held on ``day``; ``None``: it left the agenda."""

    origin: str
    item: str
    day: date | None


@dataclass(frozen=True)
class DecisionTaken:
    """A body decided. ``outcome`` is the item's final state, ``positive`` says whether it is a yes."""

    origin: str
    item: str
    body: str
    outcome: str
    positive: bool
    day: date
    number: str = ""
    text: str = ""


@dataclass(frozen=True)
class DecisionReopened:
    """A decision that had been told is open again."""

    origin: str
    item: str


@dataclass(frozen=True)
class MeetingPublished:
    """The public part of a meeting, whole, each time it changes: receivers replace what they had.

    ``stage``: ``"project"`` (agenda and drafts) or ``"decisions"``. ``serial`` grows at each
    sending; a receiver ignores one that is not above what it has. Instants are in UTC: ``start`` is the planned
    one, ``opened`` and ``closed`` what happened. ``chair``, ``secretary`` and ``present`` are uids of mandates.
    ``withdrawn``: items taken off with a reason; others that are gone have none. ``disclaimer``: what is to be read
    above drafts, ``contact``: a mail address; empty, the receiver says it in its own words.
    """

    meeting: str
    body: str
    body_title: str
    title: str
    day: date
    stage: str
    serial: int
    place: str = ""
    items: tuple[PublicItem, ...] = ()
    body_kind: str = ""
    start: datetime | None = None
    opened: datetime | None = None
    closed: datetime | None = None
    chair: str = ""
    secretary: str = ""
    present: tuple[str, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()
    disclaimer: str = ""
    contact: str = ""


@dataclass(frozen=True)
class MeetingWithdrawn:
    """The meeting is no longer public; a receiver keeps a tombstone with the reason."""

    meeting: str
    serial: int
    reason: str = ""


@dataclass(frozen=True)
class PublicationAnswered:
    """Where a meeting is shown to citizens, the sending ``serial`` was received, or refused as a whole.

    ``refusals``: pairs of the uid of an item (or of a file) and a code.
    """

    meeting: str
    serial: int
    refusals: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class CallTold:
    """What became of a call to a program elsewhere about the thing of that uid.

    ``event`` is the id of what was told; ``outcome``: ``sent``, ``failed`` (tried again later) or ``dead``.
    """

    about: str
    url: str
    event: str
    outcome: str
    error: str = ""


@dataclass(frozen=True)
class AuthorityDeployed:
    """Modules were added to the site of that id, or taken away: what waited for them may be tried again."""

    site: str
    modules: tuple[str, ...] = ()
