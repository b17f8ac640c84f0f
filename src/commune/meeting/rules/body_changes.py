"""What may be saved in the configuration of a body, and what is refused with its reasons."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.core.rules.webcalls import against_address
from commune.meeting.rules import annex_types, opinion_settings
from commune.meeting.rules.adaptations import conflicts
from commune.meeting.rules.bodies import Body, to_json
from commune.meeting.rules.condition_fields import faulty_conditions
from commune.meeting.rules.insertion import KINDS
from commune.meeting.rules.items import AGENDA_STATES
from commune.meeting.rules.meetings import FORWARD, OPTIONAL, states_in_use
from commune.meeting.rules.notifications import EVENTS
from commune.meeting.rules.outcomes import OUTCOMES
from commune.meeting.rules.references import check_pattern


def faults(body: Body) -> Refusals:
    """Everything that is wrong with a configuration beyond its form, each with its JSON pointer."""
    return tuple(_faults(body))


def _faults(body: Body) -> Iterator[Refusal]:
    for found in conflicts(body.adaptations, len(body.chain.enabled)):
        yield Refusal(found.code, found.data, "/adaptations")
    for found in check_pattern(body.numbering.reference):
        yield Refusal(found.code, found.data, "/numbering/reference")
    for i, rule in enumerate(body.agenda.rules):
        if rule.kind not in KINDS and not rule.kind.startswith("custom:"):
            yield Refusal("bodies.unknown_insertion_rule", {"kind": rule.kind}, f"/agenda/rules/{i}/kind")
    for state in sorted(body.meetings.optional - set(OPTIONAL)):
        yield Refusal("bodies.unknown_meeting_state", {"state": state}, "/meetings/optional")
    for i, target in enumerate(body.sending.targets):
        if target.body == body.identity.id:
            yield Refusal("bodies.sends_to_itself", {"body": target.body}, f"/sending/targets/{i}/body")
    yield from _doubles([level.state for level in body.levels], "/levels")
    yield from _doubles([term.id for term in body.agenda.list_types], "/agenda/list_types")
    yield from _doubles([term.id for term in body.agenda.categories], "/agenda/categories")
    yield from _doubles([row.id for row in body.opinions.rows], "/opinions/rows")
    yield from _doubles([label.id for label in body.labels], "/labels")
    yield from _doubles([one.service for one in body.opinions.services], "/opinions/services")
    yield from _doubles([one.service for one in body.opinions.chains], "/opinions/chains")
    yield from opinion_settings.faults(body.opinions)
    yield from annex_types.faults(body.annexes, annex_types.delivered({}))
    yield from _doubles([document.id for document in body.documents], "/documents")
    yield from _doubles([profile.id for profile in body.access.observers], "/access/observers")
    yield from _faults_of_acts(body)
    yield from _faults_of_words(body)
    yield from faulty_conditions(body)
    term_start, term_end = body.identity.term_start, body.identity.term_end
    if term_start and term_end and term_end < term_start:
        yield Refusal("bodies.term_ends_before_it_starts", place="/identity/term_end")


def _faults_of_words(body: Body) -> Iterator[Refusal]:
    """Names left empty, ids that could not stand in an address or a group, words for states that do not exist."""
    for place in _blanks(to_json(body), ""):
        yield Refusal("bodies.blank", place=place)
    named = [("/identity/id", body.identity.id)]
    named += [(f"/levels/{i}/state", level.state) for i, level in enumerate(body.levels)]
    named += [(f"/access/observers/{i}/id", one.id) for i, one in enumerate(body.access.observers)]
    named += [(f"/documents/{i}/id", one.id) for i, one in enumerate(body.documents)]
    for place, name in named:
        if name and not NAME.fullmatch(name):
            yield Refusal("bodies.bad_id", {"id": name}, place)
    for state in sorted(set(body.outcomes) - item_states(body) - set(states_in_use(frozenset(OPTIONAL)))):
        yield Refusal("bodies.unknown_state", {"state": state}, f"/outcomes/{state}")


NAME = re.compile(r"[a-z][a-z0-9_-]*")
_NEVER_BLANK = frozenset({"id", "title", "code", "state", "function", "service", "body", "act", "field"})


def _blanks(value: object, place: str) -> Iterator[str]:
    """Where a name that is required was left empty."""
    pairs: Iterable[tuple[object, object]] = ()
    if isinstance(value, Mapping) and not {"all", "any", "not", "is"} & set(value):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value)
    for key, inner in pairs:
        if key in _NEVER_BLANK and isinstance(inner, str) and not inner.strip():
            yield f"{place}/{key}"
        yield from _blanks(inner, f"{place}/{key}")


def _faults_of_acts(body: Body) -> Iterator[Refusal]:
    """Of what happens by itself: recurring items, mails."""
    yield from _doubles([model.id for model in body.recurring], "/recurring")
    for kind in sorted(body.notifications.disabled - EVENTS):
        yield Refusal("bodies.unknown_notification", {"kind": kind}, "/notifications/disabled")
    for i, call in enumerate(body.calls):
        for refusal in against_address(call.url):
            yield replace(refusal, place=f"/calls/{i}/url")
    moments = {"creation", *(FORWARD[state] for state in states_in_use(body.meetings.optional)[1:])}
    for i, model in enumerate(body.recurring):
        if model.moment not in moments:
            yield Refusal("bodies.unknown_moment", {"moment": model.moment}, f"/recurring/{i}/moment")


def _doubles(ids: list[str], place: str) -> Iterator[Refusal]:
    for one in sorted({one for one in ids if ids.count(one) > 1}):
        yield Refusal("bodies.double_id", {"id": one}, place)


def against_deactivating(body_id: str, bodies: Iterable[Body]) -> Refusals:
    """Why a body cannot be put out of use: other active bodies send to it, each is named."""
    senders = [
        b.identity.id for b in bodies
        if b.identity.active and b.identity.id != body_id and body_id in {t.body for t in b.sending.targets}
    ]  # fmt: skip
    return tuple(Refusal("bodies.receives_from", {"body": sender}) for sender in senders)


def against_deleting_term(term: str, uses: Mapping[str, int]) -> Refusals:
    """Why a list term, state, adviser row or privacy cannot be deleted: it is used; it can be retired instead."""
    count = uses.get(term, 0)
    return (Refusal("bodies.term_in_use", {"term": term, "uses": count}),) if count else NONE


def item_states(body: Body) -> frozenset[str]:
    """Every state an item of the body may stand in."""
    own = {level.state for level in body.chain.enabled}
    outcomes = {o.state for o in OUTCOMES if o.state == "accepted" or o.state in body.adaptations}
    waiting = {f"waiting_opinions_{level.state}" for level in body.chain.enabled if level.waits}
    returned = {f"returned_{state}" for state in own} if "return_all_levels" in body.adaptations else set()
    if "return_last_level" in body.adaptations:
        returned = {f"returned_{level.state}" for level in body.chain.enabled[1:]}
    if any(name.startswith("return_") for name in body.adaptations):
        returned.add("returned")
    return frozenset({"validated", *AGENDA_STATES, *own, *outcomes, *waiting, *returned})


def against_changing_states(
    old: Body, new: Body, items: Mapping[str, tuple[str, ...]], meetings: Mapping[str, tuple[str, ...]]
) -> Refusals:
    """Why a change of the chains cannot be saved: objects stand in states that would disappear.

    ``items`` and ``meetings``: per state, the objects that stand in it; they are listed as blockers.
    """
    gone = sorted(item_states(old) - item_states(new))
    lost = sorted(set(states_in_use(old.meetings.optional)) - set(states_in_use(new.meetings.optional)))
    found = [("items", state, items.get(state, ())) for state in gone]
    found += [("meetings", state, meetings.get(state, ())) for state in lost]
    return tuple(
        Refusal("bodies.state_in_use", {"kind": kind, "state": state, "objects": uids}, state)
        for kind, state, uids in found
        if uids
    )


def against_dropping(old: Body, new: Body, uses: Mapping[str, Mapping[str, int]]) -> Refusals:
    """Why entries may not be deleted: a category, classifier, list or privacy in use is retired instead.

    ``uses``: by kind of entry (the last part of its list's place), how many dossiers bear each.
    """
    found = NONE
    for place, before, after in _lists(old, new):
        kind = place.rpartition("/")[2]
        for term in (one for one in before if one not in after):
            found += tuple(replace(fault, place=place) for fault in against_deleting_term(term, uses.get(kind, {})))
    return found


def dropped(old: Body, new: Body) -> frozenset[str]:
    """The kinds of entries of which some were deleted: what has to be counted."""
    return frozenset(place.rpartition("/")[2] for place, before, after in _lists(old, new) if set(before) - set(after))


def _lists(old: Body, new: Body) -> Iterator[tuple[str, list[str], list[str]]]:
    for name in ("categories", "classifiers", "list_types"):
        before, after = getattr(old.agenda, name), getattr(new.agenda, name)
        yield f"/agenda/{name}", [term.id for term in before], [term.id for term in after]
    yield "/agenda/privacies", list(old.agenda.privacies), list(new.agenda.privacies)


def movable_to(body: Body, kind: str, source: str) -> tuple[str, ...]:
    """Where the ``items`` or ``meetings`` that stand in ``source`` may be moved together, in the order of the chain.

    Items in preparation go to another level or are validated; those on an agenda or decided move with their meeting
    or by their own transitions only. Meetings that are not closed go to another state before closing.
    """
    if kind == "meetings":
        states = states_in_use(body.meetings.optional)[:-1]
        return tuple(state for state in states if state != source) if source in states else ()
    levels = [level.state for level in body.chain.enabled]
    name = source.removeprefix("waiting_opinions_")
    if kind != "items" or name not in (*levels, "validated"):
        return ()
    return tuple(state for state in (*levels, "validated") if state != source)
