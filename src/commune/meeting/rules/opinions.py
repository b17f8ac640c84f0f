"""Opinions on items: what is written, shown, asked again, inherited, and what stops an item."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from commune.core.rules.opinions import Sense, Standing, State
from commune.core.rules.refusals import NONE, Refusal, Refusals

POSITIVE = frozenset({Sense.POSITIVE, Sense.POSITIVE_WITH_CONDITIONS, Sense.POSITIVE_AFTER_CHANGE})


@dataclass(frozen=True)
class Version:
    """A given opinion as archived, with the item's texts of that moment."""

    sense: Sense
    comment: str
    given_at: datetime
    given_by: str
    texts: Mapping[str, str]
    number: int


@dataclass(frozen=True)
class Opinion:
    """The opinion of one service on one item. ``inherited_from``: the item whose opinion is shown.

    ``hidden_observations``: for the advising service alone; ``commitment``: the accounting commitment it names.
    """

    service: str
    sense: Sense | None = None
    comment: str = ""
    hidden_observations: str = ""
    hidden: bool = False
    confidential: bool = False
    given_at: datetime | None = None
    given_by: str = ""
    asked_again: bool = False
    initiative: bool = False
    inherited_from: str = ""
    versions: tuple[Version, ...] = ()
    reference: str = ""
    commitment: str = ""


def state_shown(opinion: Opinion, editable: bool) -> str:
    """``not_given``, ``hidden_during_writing``, ``considered_not_given``, ``asked_again`` or ``given``.

    A text hidden while it is written counts as not given, and is found again when writing goes on.
    """
    if opinion.asked_again:
        return "asked_again"
    if opinion.sense is None:
        return "not_given"
    if opinion.hidden:
        return "hidden_during_writing" if editable else "considered_not_given"
    return "given"


def is_given(opinion: Opinion) -> bool:
    """Whether the opinion counts as given."""
    return state_shown(opinion, False) == "given"


def give(opinion: Opinion, sense: Sense, comment: str, now: datetime, user: str, texts: Mapping[str, str]) -> Opinion:
    """The opinion given, and archived with the item's texts."""
    version = Version(sense, comment, now, user, dict(texts), len(opinion.versions) + 1)
    return replace(opinion, sense=sense, comment=comment, given_at=now, given_by=user, hidden=False,
                   asked_again=False, versions=(*opinion.versions, version))  # fmt: skip


def archive_after_change(opinion: Opinion, texts: Mapping[str, str]) -> Opinion:
    """Archive a given opinion again once the item's texts changed; the same texts archive nothing."""
    if not is_given(opinion) or not opinion.versions or opinion.versions[-1].texts == texts:
        return opinion
    again = replace(opinion.versions[-1], texts=dict(texts), number=len(opinion.versions) + 1)
    return replace(opinion, versions=(*opinion.versions, again))


@dataclass(frozen=True)
class Asking:
    """An opinion after it was asked again, or not."""

    opinion: Opinion
    refusals: Refusals = NONE


def ask_again(opinion: Opinion, editor: bool) -> Asking:
    """Ask a given opinion again; what was given stays archived as a version."""
    found = NONE if editor else (Refusal("opinions.not_editor"),)
    if not is_given(opinion):
        found += (Refusal("opinions.not_given"),)
    if opinion.inherited_from:
        found += (Refusal("opinions.inherited", {"item": opinion.inherited_from}),)
    if opinion.initiative:
        found += (Refusal("opinions.own_initiative"),)
    if found:
        return Asking(opinion, found)
    return Asking(replace(opinion, sense=None, comment="", given_at=None, given_by="", hidden=False, asked_again=True))


def back_to_previous(opinion: Opinion) -> Asking:
    """Undo the asking: the last version counts again."""
    if not opinion.asked_again or not opinion.versions:
        return Asking(opinion, (Refusal("opinions.not_asked_again"),))
    last = opinion.versions[-1]
    return Asking(replace(opinion, sense=last.sense, comment=last.comment, given_at=last.given_at,
                          given_by=last.given_by, asked_again=False, hidden=False))  # fmt: skip


def invalidated(opinion: Opinion, item_state: str, states: frozenset[str], texts: Mapping[str, str]) -> Opinion:
    """The opinion after an edit of the item: asked again where the body invalidates opinions in that state and the
    texts are no longer those it was given on."""
    same = not opinion.versions or opinion.versions[-1].texts == texts
    return opinion if same or item_state not in states else ask_again(opinion, True).opinion


def dropped(opinion: Opinion) -> Opinion:
    """The opinion once it is no longer inherited: to be given anew, as confidential as it was."""
    return Opinion(opinion.service, confidential=opinion.confidential)


def resolve(opinions: Mapping[str, Mapping[str, Opinion]], item: str, service: str) -> tuple[Opinion | None, str]:
    """The opinion to show on an item, through any number of inheritances, and the item that holds it.

    ``opinions``: per item, per service. Where an ancestor is gone, inheritance stops: the opinion
    is to be given on the item itself.
    """
    seen: set[str] = set()
    holder = item
    while holder not in seen:
        seen.add(holder)
        found = opinions.get(holder, {}).get(service)
        if found is None or not found.inherited_from:
            break
        holder = found.inherited_from
    own = opinions.get(item, {}).get(service)
    if found is not None and not found.inherited_from:
        return found, holder
    return (None if own is None else dropped(own)), item


@dataclass(frozen=True)
class Reader:
    """Who looks at opinions: services advised for, and whether confidential ones are shown to them."""

    services: frozenset[str] = frozenset()
    sees_confidential: bool = True


def visible_opinions(opinions: tuple[Opinion, ...], reader: Reader) -> tuple[Opinion, ...]:
    """The opinions whose existence the reader may know; those of the reader's own services always."""
    return tuple(
        one for one in opinions
        if not one.confidential or reader.sees_confidential or one.service in reader.services
    )  # fmt: skip


@dataclass(frozen=True)
class Weighed:
    """An opinion in the balance: how it was asked, where it stands, whether it can be given while waiting."""

    service: str
    automatic: bool
    state: State
    sense: Sense | None = None
    giveable: bool = True
    legal: bool = False


def weighed(service: str, automatic: bool, standing: Standing, **more: bool) -> Weighed:
    """An opinion weighed from its computed standing."""
    return Weighed(service, automatic, standing.state, standing.sense, **more)


def against_presenting(opinions: tuple[Weighed, ...], must_be_positive: bool) -> Refusals:
    """What opinions have against presentation.

    Legal ones must be given or lapsed, whatever they say; with the body's option, the other
    automatic ones must be positive.
    """
    found = NONE
    for one in opinions:
        data = {"service": one.service}
        if one.legal:
            awaited = one.state in (State.WAITING, State.ASKED_AGAIN)
            found += (Refusal("opinions.legal_awaited", data),) if awaited else NONE
        elif must_be_positive and one.automatic and one.sense not in POSITIVE:
            found += (Refusal("opinions.not_positive", data),)
    return found


def against_validating(opinions: tuple[Weighed, ...], must_be_given: bool) -> Refusals:
    """What opinions have against validation: those giveable while waiting are to be given, which in a service with
    a chain means signed too."""
    if not must_be_given:
        return NONE
    pending = [one for one in opinions if one.giveable and one.state is not State.GIVEN]
    return tuple(Refusal("opinions.pending", {"service": one.service}) for one in pending)
