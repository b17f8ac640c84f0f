"""What citizens see of a meeting: which items, with what, from when, until when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from commune.core.rules.counting import add_months
from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.meeting.rules.bodies import PublicationSettings
from commune.meeting.rules.masking import masked, placeholder

Stage = Literal["private", "project", "decisions"]


@dataclass(frozen=True)
class PublicAnnex:
    """A file of an item; ``publishable`` is its flag."""

    uid: str
    title: str
    publishable: bool


@dataclass(frozen=True)
class PublicFacts:
    """What an item offers to publication. ``publish``: its own switch, ``None`` for the body's default."""

    uid: str
    number: str
    title: str
    project_text: str
    decision_text: str
    closed_session: bool
    category: str = ""
    in_charge: tuple[str, ...] = ()
    publish: bool | None = None
    annexes: tuple[PublicAnnex, ...] = ()


@dataclass(frozen=True)
class PublicItem:
    """All that leaves the house about one item; a placeholder has its number only."""

    uid: str
    number: str
    title: str = ""
    text: str = ""
    category: str = ""
    in_charge: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()
    placeholder: bool = False


def public_item(facts: PublicFacts, settings: PublicationSettings, stage: Stage) -> PublicItem | None:
    """The public form of an item, ``None`` when nothing of it goes out.

    A closed item never leaves, whatever its switch: at most, where the body says so, a placeholder
    without title, identifier or file. Marked personal data are masked in every text.
    """
    if stage == "private" or not settings.public:
        return None
    if facts.closed_session:
        return PublicItem("", facts.number, placeholder=True) if settings.closed_placeholder else None
    if facts.publish is False:
        return None
    text = facts.decision_text if stage == "decisions" else facts.project_text
    return PublicItem(
        facts.uid,
        facts.number,
        facts.title,
        masked(text, placeholder=placeholder(settings.privacy_page)),
        facts.category,
        facts.in_charge,
        tuple(annex.uid for annex in facts.annexes if annex.publishable),
    )


def public_meeting(items: Iterable[PublicFacts], settings: PublicationSettings, stage: Stage) -> tuple[PublicItem, ...]:
    """The public agenda, in order."""
    found = (public_item(facts, settings, stage) for facts in items)
    return tuple(item for item in found if item is not None)


def against_receiving(sent: Iterable[PublicItem], facts: Mapping[str, PublicFacts]) -> Refusals:
    """Why a delivery is refused as a whole: a closed item, or an annex that is not publishable, is in it."""
    found = NONE
    for item in sent:
        origin = facts.get(item.uid)
        if origin is None:
            continue
        if origin.closed_session:
            found += (Refusal("publication.closed_item", {"number": item.number}, item.uid),)
        allowed = {annex.uid for annex in origin.annexes if annex.publishable}
        found += tuple(
            Refusal("publication.annex_not_publishable", {"number": item.number}, uid)
            for uid in item.annexes
            if uid not in allowed
        )
    return found


def decisions_public_on(settings: PublicationSettings, closed: date | None, approved: date | None) -> date | None:
    """The day decisions go public: at closing or at the approval of the minutes, or so many days after."""
    moment = closed if settings.decisions_at == "closing" else approved
    return None if moment is None else moment + timedelta(days=settings.days_after)


def retention_due(
    settings: PublicationSettings, items: Iterable[tuple[str, str]], published: date, today: date
) -> tuple[str, ...]:
    """Of pairs of uid and category, the uids whose time is over: the day after the last one of their years."""
    found = ((uid, unpublished_on(settings, category, published)) for uid, category in items)
    return tuple(uid for uid, last in found if last is not None and last < today)


def unpublished_on(settings: PublicationSettings, category: str, published: date) -> date | None:
    """The day a published item is taken off or its names are, by category; ``None``: never."""
    years = settings.retention_years.get(category)
    return None if years is None else add_months(published, 12 * years)


@dataclass(frozen=True)
class Tombstone:
    """What stays of a withdrawn item: number, day and reason; its title does not."""

    uid: str
    number: str
    withdrawn: date
    reason: str


def withdraw(item: PublicItem, today: date, reason: str) -> Tombstone | Refusals:
    """Take a published item off; the reason is compulsory."""
    if not reason.strip():
        return (Refusal("publication.reason_required", place="reason"),)
    return Tombstone(item.uid, item.number, today, reason)
