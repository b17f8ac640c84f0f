"""The opinions of an item as lines: who was asked, until when, what was said, and what the reader may do."""

from dataclasses import dataclass
from typing import Any

from plone import api
from zope.i18n import translate

from commune.core.browser.dossier.people import Names
from commune.core.rules.dates import long_date, moment
from commune.core.workflow.actor import Actor
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.units import unit_uid
from commune.core.workflow.wording import sentence
from commune.meeting.rules.completeness import may_become
from commune.meeting.rules.opinions import Opinion
from commune.meeting.workflow.opinion_acts import Offered, offered
from commune.meeting.workflow.opinion_delays import evaluating_hands
from commune.meeting.workflow.opinion_shown import Seen, opinions_seen
from commune.meeting.workflow.settings import Settings
from commune.meeting.workflow.titles import COMPLETENESS, OPINION_STATES, SENSES, STEPS, word


@dataclass(frozen=True)
class Step:
    """A step of the chain: a button, or the reasons why it is none."""

    id: str
    title: Any
    comment: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class OpinionLine:
    """One asked opinion. ``content``: what it says, empty for those who may not read it; ``draft``: what the reader
    is writing; ``acts``: what he or she may do."""

    service: str
    title: str
    how: str
    person: str
    note: str
    state: Any
    code: str
    sense: Any
    content: Opinion
    by: str
    at: str
    due: str
    due_iso: str
    left: int | None
    light: str
    acts: tuple[str, ...]
    draft: Opinion | None
    draft_sense: str
    senses: tuple[tuple[str, Any], ...]
    rounds: int
    confidential: bool
    origin: str
    delays: tuple[tuple[str, str], ...]
    delay: str
    steps: tuple[Step, ...]
    stage: Any
    observations: str


def opinion_lines(item: Any, settings: Settings, actor: Actor, names: Names, request: Any) -> list[OpinionLine]:
    """The opinions that the actor may know of, in the order in which they were asked."""
    return [
        _line(one, offered(item, one.file, settings, actor), settings, names, request)
        for one in opinions_seen(item, settings, actor)
    ]


def _line(one: Seen, may: Offered, settings: Settings, names: Names, request: Any) -> OpinionLine:
    file, opinion, given = one.file, one.file.opinion, one.state == "given"
    due = one.standing.deadline.due if one.standing.deadline is not None else None
    language, said = api.portal.get_current_language(), one.opinion if given and one.opinion else Opinion("")
    writes = bool({"give", "write"} & set(may.acts))
    rows = {row.id: word(row.label or row.id) for row in settings.body.opinions.rows}
    return OpinionLine(
        service=opinion.service,
        title=names.unit(unit_uid(opinion.service)) or opinion.service,
        how=file.how,
        person=names.user(file.person) if file.person else "",
        note=file.note,
        state=OPINION_STATES.get(one.state, one.state),
        code=one.state,
        sense=SENSES.get(said.sense, "") if said.sense else "",
        content=said,
        by=names.user(said.given_by) if said.given_by else "",
        at=moment(said.given_at, language) if said.given_at else "",
        due=long_date(due, language) if due else "",
        due_iso=due.isoformat() if due else "",
        left=one.standing.days_left,
        light=LIGHTS.get(one.clock, "not_started"),
        acts=may.acts,
        draft=opinion if writes else None,
        draft_sense=str(opinion.sense or may.proposed or ""),
        senses=tuple((str(sense), SENSES[sense]) for sense in may.senses),
        rounds=len(opinion.versions),
        confidential=opinion.confidential,
        origin=_origin(opinion.inherited_from),
        delays=tuple((row.id, rows[row.id]) for row in may.delays),
        delay=rows.get(file.row, ""),
        steps=tuple(_step(way, against, request) for way, against in may.steps),
        stage=STEPS.get(one.stage, ""),
        observations=opinion.hidden_observations if one.inside and given else "",
    )


def _origin(uid: str) -> str:
    """The title of the item whose opinion is shown, for those who may open it."""
    item = by_uid(uid) if uid else None
    if item is None:
        return ""
    return str(item.title) if api.user.has_permission("View", obj=item) else "—"


def _step(way: Any, against: Any, request: Any) -> Step:
    return Step(way.id, STEPS.get(way.id, way.id), way.comment, tuple(sentence(one, request) for one in against))


def file_of_item(item: Any, actor: Actor, request: Any) -> dict[str, Any]:
    """Whether the file is complete, and what the reader may say of it."""
    offers = may_become(item.completeness, evaluating_hands(item, actor))
    titles = [(one, translate(COMPLETENESS[one], context=request)) for one in offers]
    return {"state": COMPLETENESS[item.completeness], "code": item.completeness, "offers": titles}


LIGHTS = {
    "in_time": "running",
    "alert": "soon",
    "timed_out": "late",
    "stopped_in_time": "met",
    "stopped_late": "late",
    "suspended": "suspended",
}
