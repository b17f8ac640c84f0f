"""The configuration of a body as one frozen tree, read from and written to one JSON document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal

from commune.core.rules.deadlines import Delay
from commune.core.rules.law import Figure
from commune.core.rules.refusals import Refusals
from commune.meeting.rules import records
from commune.meeting.rules.adaptations import chain_options
from commune.meeting.rules.annex_types import AnnexSettings
from commune.meeting.rules.chain import Chain, Level
from commune.meeting.rules.insertion import InsertionRule
from commune.meeting.rules.items import TextRule
from commune.meeting.rules.labels import Label
from commune.meeting.rules.legal_clock import clear_days
from commune.meeting.rules.mapping import MappingRow
from commune.meeting.rules.opinion_settings import OpinionSettings
from commune.meeting.rules.quorum import QuorumRule
from commune.meeting.rules.results import Majority
from commune.meeting.rules.sittings import FREEZE, VALIDATION, Offset
from commune.meeting.rules.votes import Kind, Value
from commune.meeting.rules.wording import WordingStyle

BodyKind = Literal[
    "college", "council", "cpas_bureau", "cpas_council", "police_college", "police_council",
    "assembly", "board", "bureau", "mayor", "committee",
]  # fmt: skip


@dataclass(frozen=True)
class Term:
    """An entry of a list of the body. Retired, it keeps its rank but is no longer offered.

    ``services``: restricts it to these; ``maps``: its counterpart per target body.
    """

    id: str
    title: str
    retired: bool = False
    ordered: bool = True
    services: tuple[str, ...] = ()
    maps: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Identity:
    """Who sits. ``group``: the tab it stands under; ``using_services`` empty: all."""

    id: str
    title: str
    code: str
    kind: BodyKind
    colour: str = ""
    group: str = ""
    active: bool = True
    term_start: date | None = None
    term_end: date | None = None
    places: tuple[str, ...] = ()
    default_place: str = ""
    using_services: tuple[str, ...] = ()


@dataclass(frozen=True)
class Numbering:
    """How meetings, items and deliberations are numbered."""

    last_meeting: int = 0
    reset_meeting: bool = False
    reset_first_item: bool = False
    reference: str = "{body}/{yyyy}{mm}{dd}-{n}"
    outside_meetings: bool = False
    deliberation_at: Literal["decision", "closing"] = "closing"


@dataclass(frozen=True)
class Fields:
    """Which optional fields are shown, and which are required to leave each state.

    ``history``: fields whose changes are kept, in ``history_states`` (empty: in all).
    """

    item: tuple[str, ...] = ()
    meeting: tuple[str, ...] = ()
    required: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    history: tuple[str, ...] = (
        "title", "description", "motivation", "decision", "decision_cont", "decision_end",
        "category", "privacy", "amount_excl_vat", "list_type", "emergency",
    )  # fmt: skip
    history_states: frozenset[str] = frozenset()


@dataclass(frozen=True)
class MeetingChain:
    """Optional states in use; ``mapping`` empty: the default one; ``accepting``: states that take items."""

    optional: frozenset[str] = frozenset({"frozen", "decided"})
    mapping: tuple[MappingRow, ...] = ()
    accepting: frozenset[str] = frozenset({"draft", "frozen", "published", "in_session", "decided"})


@dataclass(frozen=True)
class AgendaSettings:
    """Insertion rules and the lists they rank by."""

    rules: tuple[InsertionRule, ...] = (InsertionRule("list_type"), InsertionRule("service"))
    list_types: tuple[Term, ...] = (Term("normal", "Normal"), Term("late", "Late"))
    privacies: tuple[str, ...] = ()
    default_privacy: str = "public"
    categories: tuple[Term, ...] = ()
    classifiers: tuple[Term, ...] = ()
    to_discuss: bool = True
    to_discuss_late: bool = True


@dataclass(frozen=True)
class LegalFigure:
    """A dated number of clear days before the sitting, by act (``convocation``, ``publication`` …)."""

    act: str
    days: int
    source: str
    valid_from: date
    valid_to: date | None = None
    confidence: Literal["A", "B", "C"] = "A"


@dataclass(frozen=True)
class Deadlines:
    """Internal deadlines and legal ones."""

    validation: Offset = VALIDATION
    freeze: Offset = FREEZE
    legal: tuple[LegalFigure, ...] = ()


@dataclass(frozen=True)
class Target:
    """A body that items are sent to, and how far the copy is brought there."""

    body: str
    until: Literal["none", "validate", "present"] = "none"


@dataclass(frozen=True)
class Sending:
    """What goes where, when, with what."""

    targets: tuple[Target, ...] = ()
    automatic: frozenset[str] = frozenset({"accepted", "accepted_but_modified"})
    manual: frozenset[str] = frozenset()
    annexes: bool = True
    decision_annexes: bool = False
    opinions: bool = False
    advisers: tuple[str, ...] = ()


@dataclass(frozen=True)
class VoteSettings:
    """Whether and how votes are encoded."""

    enabled: bool = False
    kinds: tuple[Kind, ...] = (Kind.PUBLIC, Kind.SECRET, Kind.NO_VOTE)
    values: tuple[Value, ...] = (Value.YES, Value.NO, Value.ABSTAIN)
    linked_first: tuple[Value, ...] = (Value.NO, Value.ABSTAIN)
    linked_next: tuple[Value, ...] = (Value.YES,)
    majority: Majority = Majority()
    college_ties: bool = False
    calls_councillor: bool = False
    weighted: bool = False
    wording: WordingStyle = WordingStyle()


@dataclass(frozen=True)
class AttendanceSettings:
    """Quorum, precedence, proxies."""

    quorum: QuorumRule = QuorumRule()
    first_roles: tuple[str, ...] = ("mayor", "deputy", "cpas_president")
    proxies_per_holder: int = 0


@dataclass(frozen=True)
class ObserverProfile:
    """A power observer profile: states in which it sees items and meetings, and what it sees there."""

    id: str
    title: str
    item_states: frozenset[str] = frozenset()
    item_condition: Mapping[str, object] | None = None
    meeting_states: frozenset[str] = frozenset()
    meeting_condition: Mapping[str, object] | None = None
    closed_items: bool = False
    confidential_opinions: bool = False
    confidential_annexes: bool = False
    linked_items: bool = False
    history_comments: bool = False
    decisions_under_writing: bool = False
    masked_text: bool = False


@dataclass(frozen=True)
class AccessSettings:
    """Who reads what beyond the service. Empty observer states mean all states."""

    observers: tuple[ObserverProfile, ...] = ()
    observer_states: frozenset[str] = frozenset()
    copy_states: frozenset[str] = frozenset({"validated"})
    restricted_copy_states: frozenset[str] = frozenset({"validated"})
    committee_states: frozenset[str] = frozenset()
    in_charge_states: frozenset[str] = frozenset({"validated"})
    restrict_closed: bool = True


@dataclass(frozen=True)
class PublicationSettings:
    """When decisions go public and what stands in place of closed items.

    ``disclaimer`` stands above drafts, ``contact`` is a mail address, ``privacy_page`` where masked words lead.
    ``categories`` and ``representatives``: what citizens read for a category, and for a service in charge (its code).
    ``watched_names``: natural persons to be looked for; ``blocking``: kinds of personal data that stop a
    publication. ``retention_years`` and ``robots`` go by category (``""``: those without); after that time an
    item is taken off, or its personal data are. ``project``: the agenda is public before the sitting, as for a
    council; a college shows its decisions alone.
    """

    public: bool = False
    project: bool = True
    decisions_at: Literal["closing", "approval"] = "approval"
    days_after: int = 0
    closed_placeholder: bool = False
    retention_years: Mapping[str, int] = field(default_factory=dict)
    retention_act: Literal["unpublish", "de_name"] = "unpublish"
    disclaimer: str = ""
    contact: str = ""
    privacy_page: str = ""
    categories: Mapping[str, str] = field(default_factory=dict)
    representatives: Mapping[str, str] = field(default_factory=dict)
    robots: Mapping[str, Literal["noindex", "nofollow", "none"]] = field(default_factory=dict)
    watched_names: tuple[str, ...] = ()
    blocking: frozenset[str] = frozenset({"national_register_number", "iban"})


@dataclass(frozen=True)
class NotificationSettings:
    """Mails about items and meetings. ``test``: what would be sent is noted in the journal and nothing leaves.

    ``disabled``: events of ``notifications.EVENTS`` that are not sent.
    """

    mode: Literal["off", "test", "on"] = "on"
    disabled: frozenset[str] = frozenset({"meeting_moved"})


@dataclass(frozen=True)
class RecurringItem:
    """The model of an item made for each meeting when it is created or makes ``moment`` (a transition).

    ``service``: code of the service that proposes it; ``approves_minutes``: it is about the meeting before.
    """

    id: str
    title: str
    service: str
    moment: str = "creation"
    description: str = ""
    motivation: str = ""
    decision: str = ""
    category: str = ""
    privacy: str = ""
    approves_minutes: bool = False


@dataclass(frozen=True)
class OutsideCall:
    """A program elsewhere that is told of ``events``: ``published`` (the public part of a meeting), ``decided``.

    ``decided`` is told of items whose external id begins with ``prefix``, never of any when it is empty.
    """

    url: str
    events: frozenset[Literal["published", "decided"]] = frozenset({"published"})
    prefix: str = ""


@dataclass(frozen=True)
class OwnDocument:
    """A document that the body adds to those of the suite; its template is a file kept beside the settings.

    ``facts``: the document of the suite whose data the template is given. ``condition``: when it is offered.
    """

    id: str
    title: str
    facts: Literal["extract", "agenda", "convocation", "minutes", "attendance", "votes"] = "extract"
    pdf: bool = True
    condition: Mapping[str, object] | None = None


@dataclass(frozen=True)
class Body:
    """One deliberating organ with all its settings. ``outcomes``: its own words for states, by state."""

    identity: Identity
    numbering: Numbering = Numbering()
    fields: Fields = Fields()
    levels: tuple[Level, ...] = ()
    adaptations: frozenset[str] = frozenset()
    confirmations: frozenset[str] = frozenset()
    text_rules: tuple[TextRule, ...] = ()
    meetings: MeetingChain = MeetingChain()
    agenda: AgendaSettings = AgendaSettings()
    deadlines: Deadlines = Deadlines()
    sending: Sending = Sending()
    opinions: OpinionSettings = OpinionSettings()
    attendance: AttendanceSettings = AttendanceSettings()
    votes: VoteSettings = VoteSettings()
    access: AccessSettings = AccessSettings()
    annexes: AnnexSettings = AnnexSettings()
    labels: tuple[Label, ...] = ()
    publication: PublicationSettings = PublicationSettings()
    notifications: NotificationSettings = NotificationSettings()
    recurring: tuple[RecurringItem, ...] = ()
    calls: tuple[OutsideCall, ...] = ()
    figures: Mapping[str, tuple["DatedAmount", ...]] = field(default_factory=dict)
    outcomes: Mapping[str, str] = field(default_factory=dict)
    documents: tuple[OwnDocument, ...] = ()

    @property
    def chain(self) -> Chain:
        """The preparation chain with its options."""
        return Chain(self.levels, chain_options(self.adaptations))

    @property
    def legal_figures(self) -> dict[str, tuple[Figure[Delay], ...]]:
        """The dated legal delays, by act, as the legal clock takes them."""
        found: dict[str, tuple[Figure[Delay], ...]] = {}
        for row in self.deadlines.legal:
            plain = clear_days(row.days, row.source, row.valid_from, row.confidence)
            dated = Figure(plain.value, plain.source, plain.valid_from, row.valid_to, plain.confidence)
            found[row.act] = (*found.get(row.act, ()), dated)
        return found


@dataclass(frozen=True)
class DatedAmount:
    """A figure of the body (a threshold in euros, a share) in force from a day on."""

    value: Fraction
    source: str
    valid_from: date
    valid_to: date | None = None
    confidence: Literal["A", "B", "C"] = "A"

    @property
    def figure(self) -> Figure[Fraction]:
        """The same as a figure of the law."""
        return Figure(self.value, self.source, self.valid_from, self.valid_to, self.confidence)


def from_json(data: object) -> tuple[Body | None, Refusals]:
    """The body that a JSON document describes, or every fault with its JSON pointer."""
    return records.from_json(Body, data)


def to_json(body: Body) -> object:
    """The whole configuration as a JSON document; :func:`from_json` reads it back equal."""
    return records.to_json(body)


def json_schema() -> dict[str, object]:
    """The published JSON Schema of a body's configuration."""
    return records.json_schema(Body)
