"""Opinions on an item: asked as its body wants, timed as it moves, given by the advisers of the service."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from zope.event import notify

from commune.core.content.clock import now, today
from commune.core.content.journal import Journal
from commune.core.rules.calendars import LAW
from commune.core.rules.opinions import OpinionRequest, Sense, giving_refusals, standing
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.lookup import children
from commune.core.workflow.process import Refused
from commune.core.workflow.units import unit_uid
from commune.meeting.content.opinions import OpinionFile, keep_opinion_files, opinion_files
from commune.meeting.events import OpinionActed
from commune.meeting.rules import opinions as rules
from commune.meeting.rules import waiting
from commune.meeting.rules.advisers import Asked, asked_opinions, row_of
from commune.meeting.rules.chain import Actor as BodyActor
from commune.meeting.rules.chain import Offer
from commune.meeting.rules.finance import opinion_due
from commune.meeting.rules.opinion_clock import ClockState, Shown, after_move, shown
from commune.meeting.rules.opinions import Opinion, Weighed, is_given, weighed
from commune.meeting.rules.waiting import WaitingFacts
from commune.meeting.workflow.guard import check_manager
from commune.meeting.workflow.settings import Settings, settings_of
from commune.meeting.workflow.texts import raw

FILES = "annexes"
"""Never shown: it would tell of files that a reader may not know of."""
ARCHIVED = ("title", "description", "motivation", "decision")


def facts_for_conditions(item: Any) -> dict[str, object]:
    """The item as the conditions of a body see it."""
    return {
        "category": item.category or "",
        "service": item.responsible_unit or "",
        "privacy": item.privacy or "public",
        "amount_excl_vat": item.amount_excl_vat,
        "budget_related": bool(item.budget_related),
        "to_discuss": bool(item.to_discuss),
        "list_type": item.list_type or "normal",
        "state": item.state,
        "finance_opinion_due": opinion_due(item.amount_excl_vat, item.created().asdatetime().date()),
        "delay_is_changed": True,
    }


def refresh(item: Any, settings: Settings, transition: str = "") -> None:
    """Ask what is now to be asked, drop what no longer is and was not given, and move the clocks on."""
    kept = opinion_files(item)
    created = item.created().asdatetime().date()
    optional = [Asked(name) for name in item.optional_advisers or ()]
    chosen = {name: file.row for name, file in kept.items() if file.row}
    asked = asked_opinions(settings.body.opinions.rows, optional, facts_for_conditions(item), created, chosen)
    files = {name: file for name, file in kept.items() if is_given(file.opinion) or file.opinion.initiative}
    for one in asked:
        files[one.service] = kept.get(one.service) or OpinionFile(
            Opinion(one.service, confidential=settings.body.opinions.confidential_by_default), one.row, one.how
        )
    giveable = item.state in settings.body.opinions.give
    keep_opinion_files(item, {name: _moved(file, settings, transition, giveable) for name, file in files.items()})


def _moved(file: OpinionFile, settings: Settings, transition: str, giveable: bool) -> OpinionFile:
    over = is_given(file.opinion)
    return replace(file, clock=after_move(file.clock, settings.clock_rule, transition, giveable, over, today()))


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


def clock_shown(file: OpinionFile, settings: Settings) -> tuple[str, Any]:
    """The code of the clock and its standing (deadline, days left)."""
    return shown(file.clock, settings.clock_rule, request_of(file, settings), now(), settings.calendar)


def _weighed(item: Any, settings: Settings) -> tuple[Weighed, ...]:
    giveable = item.state in settings.body.opinions.give or settings.waits
    return tuple(
        weighed(
            name,
            file.how == "automatic",
            standing(request_of(file, settings), now(), LAW),
            giveable=giveable,
            legal=file.row.startswith("finance"),
        )
        for name, file in opinion_files(item).items()
    )


def against_presenting(item: Any, settings: Settings) -> Refusals:
    """What opinions have against putting the item on an agenda."""
    return rules.against_presenting(_weighed(item, settings), settings.body.opinions.must_be_positive)


def against_validating(item: Any, settings: Settings) -> Refusals:
    """What opinions have against validating the item."""
    return rules.against_validating(_weighed(item, settings), settings.body.opinions.must_be_given)


def waiting_offers(item: Any, settings: Settings, asked_by: BodyActor, actor: Actor) -> tuple[Offer, ...]:
    """Into waiting for opinions, and out of it."""
    files = opinion_files(item)
    open_ones = [file for file in files.values() if not is_given(file.opinion)]
    mine = [file for name, file in files.items() if advises(actor, name) and is_given(file.opinion)]
    facts = WaitingFacts(item.state, len(open_ones), bool(mine), against_validating(item, settings))
    into = waiting.offer_wait(settings.body.chain, facts, asked_by) if settings.waits else None
    return (*((into,) if into is not None else ()), *waiting.offers_out(settings.body.chain, facts, asked_by))


def advises(actor: Actor, service: str) -> bool:
    """Whether the actor is an adviser of the service of that code."""
    return "adviser" in actor.functions(unit_uid(service))


def _file(item: Any, service: str, actor: Actor) -> OpinionFile:
    file = opinion_files(item).get(service)
    if file is None or not (advises(actor, service) or actor.administrator):
        raise Refused(Refusal("opinions.not_adviser", {"service": service}))
    return file


def give(item: Any, service: str, sense: Sense, comment: str, actor: Actor, hidden: bool = False) -> None:
    """Give (or write, while ``hidden``) the opinion of a service; raises ``Refused`` with every reason."""
    file, settings = _file(item, service, actor), settings_of(item)
    refusals = giving_refusals(sense, settings.body.opinions.senses, comment=comment)
    if item.state not in settings.body.opinions.give:
        refusals += (Refusal("opinions.not_giveable", {"state": item.state}),)
    if refusals:
        raise Refused(*refusals)
    texts = archived(item)
    if hidden:
        opinion = replace(file.opinion, sense=sense, comment=comment, hidden=True)
    else:
        opinion = rules.give(file.opinion, sense, comment, now(), actor.userid, texts)
    _keep(item, service, replace(file, opinion=opinion))
    Journal(item).note("opinion_written" if hidden else "opinion_given", actor.userid, service=service)
    if not hidden:
        notify(OpinionActed(item.UID(), service, "given", actor.userid))
    item.reindexObject(idxs=["modified", "item_advisers"])


def ask_again(item: Any, service: str, editor: bool, actor: Actor) -> None:
    """Ask a given opinion again; what was given stays as a version."""
    file = opinion_files(item).get(service)
    if file is None:
        raise Refused(Refusal("opinions.not_given"))
    asked = rules.ask_again(file.opinion, editor)
    if asked.refusals:
        raise Refused(*asked.refusals)
    _keep(item, service, replace(file, opinion=asked.opinion))
    Journal(item).note("opinion_asked_again", actor.userid, service=service)
    notify(OpinionActed(item.UID(), service, "asked_again", actor.userid))


def set_confidential(item: Any, service: str, confidential: bool, actor: Actor) -> None:
    """Hide the opinion from the readers who are not told of confidential ones, or show it to all (ADV-13)."""
    check_manager(actor, item)
    file = opinion_files(item).get(service)
    if file is None:
        raise Refused(Refusal("opinions.not_given"))
    _keep(item, service, replace(file, opinion=replace(file.opinion, confidential=confidential)))
    Journal(item).note("opinion_confidential", actor.userid, service=service, confidential=confidential)


def back_to_previous(item: Any, service: str, actor: Actor) -> None:
    """Undo the asking again: the last version counts."""
    file = opinion_files(item).get(service)
    if file is None:
        raise Refused(Refusal("opinions.not_asked_again"))
    undone = rules.back_to_previous(file.opinion)
    if undone.refusals:
        raise Refused(*undone.refusals)
    _keep(item, service, replace(file, opinion=undone.opinion))
    Journal(item).note("opinion_restored", actor.userid, service=service)


def _keep(item: Any, service: str, file: OpinionFile) -> None:
    keep_opinion_files(item, {**opinion_files(item), service: file})


def carry_over(item: Any, new: Any, inherited: bool, services: Collection[str] = ()) -> None:
    """The opinions of a copy: shown from its origin when inherited, otherwise to be given anew.

    ``services``: those whose opinions are inherited, all of them when none is named.
    """
    files = {}
    for name, file in opinion_files(item).items():
        kept = inherited and (not services or name in services)
        origin = item.UID() if kept and is_given(file.opinion) else ""
        opinion = Opinion(name, inherited_from=origin, confidential=file.opinion.confidential)
        files[name] = OpinionFile(opinion, file.row, file.how, ClockState())
    keep_opinion_files(new, files)


def never_giveable(code: str) -> bool:
    """Whether a clock's code says that the opinion can never be given."""
    return code == Shown.NEVER


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
