"""Opinions on an item: asked as its body wants, timed as it moves, and what they stop."""

from dataclasses import replace
from typing import Any

from commune.core.content.clock import now, today
from commune.core.content.journal import Journal
from commune.core.rules.opinions import Clock, OpinionRequest, standing
from commune.core.rules.refusals import Refusals
from commune.core.workflow.actor import SYSTEM, Actor
from commune.core.workflow.lookup import by_uid, children
from commune.core.workflow.units import unit_uid
from commune.meeting.content.opinions import OpinionFile, keep_opinion_files, opinion_files
from commune.meeting.rules import finance, waiting
from commune.meeting.rules import opinions as rules
from commune.meeting.rules.advisers import Asked, asked_opinions, optional_opinion, row_of
from commune.meeting.rules.chain import Actor as BodyActor
from commune.meeting.rules.chain import Offer
from commune.meeting.rules.completeness import is_complete
from commune.meeting.rules.opinion_clock import ClockState, after_move, shown
from commune.meeting.rules.opinion_settings import States, chain_of, states_of
from commune.meeting.rules.opinions import Opinion, Weighed, is_given, weighed
from commune.meeting.rules.outcomes import DECIDED
from commune.meeting.rules.waiting import WaitingFacts, waiting_state
from commune.meeting.workflow.opinion_copies import effective_files
from commune.meeting.workflow.place import aware, body_of
from commune.meeting.workflow.settings import Settings, settings_of
from commune.meeting.workflow.texts import raw

FILES = "annexes"
"""Never shown: it would tell of files that a reader may not know of."""
ARCHIVED = ("title", "description", "detailed_description", "motivation", "decision", "decision_cont", "decision_end")
ADVISER = "adviser"
SPEAKING = frozenset({ADVISER, *finance.FUNCTIONS.values()})
"""The functions of a service that work on its opinions."""


def facts_for_conditions(item: Any, changing: bool = False) -> dict[str, object]:
    """The item as the conditions of a body see it; ``changing``: a delay is being put in place of another."""
    own = tuple(amount.figure for amount in settings_of(item).body.figures.get("finance_threshold", ()))
    return {
        "category": item.category or "",
        "service": item.responsible_unit or "",
        "privacy": item.privacy or "public",
        "amount_excl_vat": item.amount_excl_vat,
        "budget_related": bool(item.budget_related),
        "to_discuss": bool(item.to_discuss),
        "list_type": item.list_type or "normal",
        "state": item.state,
        "emergency": item.emergency or "none",
        "finance_opinion_due": finance.opinion_due(item.amount_excl_vat, _day(item), own or finance.THRESHOLDS),
        "delay_is_changed": changing,
    }


def _day(item: Any) -> Any:
    """The day of the meeting that the item is or is to be on, whose law counts; without one, when it was written."""
    meeting = by_uid(item.meeting) or by_uid(item.preferred_meeting)
    return aware(meeting.date).date() if meeting is not None else _created(item)


def _created(item: Any) -> Any:
    return item.created().asdatetime().date()


def refresh(item: Any, settings: Settings, transition: str = "") -> None:
    """Ask what is now to be asked, drop what no longer is and was not given, and move the clocks on."""
    kept, rows = opinion_files(item), settings.body.opinions.rows
    optional = [optional_opinion(rows, value) for value in item.optional_advisers or ()]
    chosen = {name: file.row for name, file in kept.items() if file.by_hand}
    asked = asked_opinions(rows, optional, facts_for_conditions(item), _created(item), chosen)
    files = {name: file for name, file in kept.items() if _stays(file.opinion)}
    for one in asked:
        files[one.service] = _asked(item, one, kept.get(one.service), settings)
    note_used_rows(item, files.values())
    keep_opinion_files(item, {name: moved(item, file, settings, transition) for name, file in files.items()})


def _stays(opinion: Opinion) -> bool:
    return is_given(opinion) or opinion.initiative or bool(opinion.inherited_from)


def _asked(item: Any, one: Asked, kept: OpinionFile | None, settings: Settings) -> OpinionFile:
    if kept is not None:
        return replace(kept, row=one.row, how=one.how, person=one.person)
    opinion = Opinion(one.service, confidential=settings.body.opinions.confidential_by_default)
    return new_file(item, opinion, settings, one)


def new_file(item: Any, opinion: Opinion, settings: Settings, asked: Asked) -> OpinionFile:
    """An opinion to be given from now on: with the first of its service's chain, its clock at zero."""
    complete, chain = is_complete(item.completeness), chain_of(settings.body.opinions, opinion.service)
    stage = finance.first_state(chain, complete) if chain is not None else ""
    clock = ClockState(complete=complete or not settings.body.opinions.from_complete)
    return OpinionFile(opinion, asked.row, asked.how, clock, chain=stage, person=asked.person)


def note_used_rows(item: Any, files: Any) -> None:
    """The body remembers which of its rows were used: they change no more."""
    body, rows = body_of(item), frozenset(file.row for file in files if file.row)
    if not rows <= body.used_rows:
        body.used_rows = body.used_rows | rows


def states_for(settings: Settings, service: str) -> States:
    """The states of the item that hold for the opinion of a service."""
    return states_of(settings.body.opinions, service)


def moved(item: Any, file: OpinionFile, settings: Settings, transition: str = "") -> OpinionFile:
    """The opinion where the item now stands: its clock, and whether it is open, which the journal tells."""
    states, file = states_for(settings, file.opinion.service), _staged(item, file, settings)
    open_now = item.state in states.edit
    if file.opinion.inherited_from:
        return replace(file, open=open_now)
    over = is_given(file.opinion) or clock_shown(file, settings)[0] == Clock.TIMED_OUT
    clock = after_move(file.clock, settings.clock_rule, transition, item.state in states.give, over, today())
    if file.open is not None and file.open != open_now:
        kind = "opinion_reopened" if open_now else "opinion_closed"
        Journal(item).note(kind, SYSTEM.userid, service=file.opinion.service)
    was_ever_open = open_now or file.open is not None
    return replace(file, clock=clock, open=open_now if was_ever_open else None)


def _staged(item: Any, file: OpinionFile, settings: Settings) -> OpinionFile:
    """At a stage of its service's chain where there is one."""
    chain = chain_of(settings.body.opinions, file.opinion.service)
    if chain is None or file.opinion.inherited_from:
        return replace(file, chain="")
    if is_given(file.opinion):
        return replace(file, chain=finance.GIVEN)
    if file.chain and file.chain in finance.stages(chain):
        return file
    return replace(file, chain=finance.first_state(chain, is_complete(item.completeness)))


def request_of(file: OpinionFile, settings: Settings) -> OpinionRequest:
    """The opinion as the core's clock reads it."""
    row = row_of(settings.body.opinions.rows, file.row)
    return OpinionRequest(
        file.opinion.service,
        file.clock.started,
        row.figure if row is not None else None,
        file.opinion.sense if is_given(file.opinion) else None,
        file.opinion.given_at,
        file.opinion.asked_again,
        alert=row.alert if row is not None else 0,
    )


def clock_shown(file: OpinionFile, settings: Settings, ever: bool = True) -> tuple[str, Any]:
    """The code of the clock and its standing (deadline, days left)."""
    return shown(file.clock, settings.clock_rule, request_of(file, settings), now(), settings.calendar, ever)


def ever_giveable(item: Any, settings: Settings, service: str) -> bool:
    """Whether the item may still reach a state in which the service gives its opinion."""
    return bool(states_for(settings, service).give) and item.state not in DECIDED


def _weighed(item: Any, settings: Settings) -> tuple[Weighed, ...]:
    chain = settings.body.chain
    waits = {waiting_state(level.state) for level in chain.enabled if level.waits} if settings.waits else set()
    return tuple(
        weighed(
            name,
            file.how == "automatic",
            standing(request_of(file, settings), now(), settings.calendar),
            giveable=bool(states_for(settings, name).give & ({item.state} | waits)),
            legal=file.row.startswith("finance"),
        )
        for name, file in effective_files(item).items()
    )


def against_presenting(item: Any, settings: Settings) -> Refusals:
    """What opinions have against putting the item on an agenda."""
    return rules.against_presenting(_weighed(item, settings), settings.body.opinions.must_be_positive)


def against_validating(item: Any, settings: Settings) -> Refusals:
    """What opinions have against validating the item."""
    return rules.against_validating(_weighed(item, settings), settings.body.opinions.must_be_given)


def waiting_offers(item: Any, settings: Settings, asked_by: BodyActor, actor: Actor) -> tuple[Offer, ...]:
    """Into waiting for opinions, and out of it."""
    files, there = effective_files(item), waiting_state(item.state or "")
    mine = [file for name, file in files.items() if speaks(actor, name)]
    facts = WaitingFacts(
        item.state,
        sum(not is_given(file.opinion) and there in states_for(settings, name).give for name, file in files.items()),
        bool(mine) and (item.completeness == "incomplete" or any(is_given(file.opinion) for file in mine)),
        against_validating(item, settings),
    )
    into = waiting.offer_wait(settings.body.chain, facts, asked_by) if settings.waits else None
    return (*((into,) if into is not None else ()), *waiting.offers_out(settings.body.chain, facts, asked_by))


def speaks(actor: Actor, service: str) -> bool:
    """Whether the actor works on the opinions of the service of that code: adviser, or a hand of its chain."""
    return bool(SPEAKING & actor.functions(unit_uid(service)))


def acting_functions(file: OpinionFile, settings: Settings) -> frozenset[str]:
    """The functions of the advising service that an open opinion waits for."""
    chain = chain_of(settings.body.opinions, file.opinion.service)
    return frozenset({ADVISER}) if chain is None else finance.waits_for(chain, file.chain)


def keep(item: Any, file: OpinionFile) -> None:
    """Put the opinion of a service in the place of the one before."""
    keep_opinion_files(item, {**opinion_files(item), file.opinion.service: file})


def archived(item: Any) -> dict[str, str]:
    """What an opinion is given on: the texts, and which files there are."""
    files = sorted(f"{annex.UID()}:{annex.version}" for annex in children(item, "annex"))
    return {**{name: raw(item, name) for name in ARCHIVED}, FILES: " ".join(files)}


def archive_changes(item: Any) -> None:
    """Archive the given opinions again when the texts they were given on have changed."""
    files = opinion_files(item)
    texts = archived(item) if files else {}
    changed = {
        name: replace(file, opinion=rules.archive_after_change(file.opinion, texts)) for name, file in files.items()
    }
    if changed != files:
        keep_opinion_files(item, changed)
