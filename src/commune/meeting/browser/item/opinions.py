"""The opinions of an item as lines: who was asked, until when, what was said, and who may answer."""

from dataclasses import dataclass
from typing import Any

from plone import api

from commune.core.browser.dossier.people import Names
from commune.core.rules.dates import long_date, moment
from commune.core.workflow.actor import Actor
from commune.core.workflow.units import unit_uid
from commune.meeting.content.opinions import OpinionFile, opinion_files
from commune.meeting.rules.opinions import is_given, state_shown
from commune.meeting.workflow.opinions import advises, clock_shown
from commune.meeting.workflow.reading import seen
from commune.meeting.workflow.settings import Settings
from commune.meeting.workflow.titles import OPINION_STATES, SENSES


@dataclass(frozen=True)
class OpinionLine:
    """One asked opinion. ``text`` and ``sense`` are empty for those who may not see them."""

    service: str
    title: str
    automatic: bool
    state: Any
    code: str
    sense: Any
    text: str
    by: str
    at: str
    due: str
    due_iso: str
    left: int | None
    light: str
    giveable: bool
    askable: bool
    draft: str
    draft_sense: str
    rounds: int


def opinion_lines(item: Any, settings: Settings, actor: Actor, names: Names) -> list[OpinionLine]:
    """The opinions that the actor may know of, in the order in which they were asked."""
    sees_confidential = seen(item, actor).confidential_opinions
    return [
        _line(item, settings, actor, names, service, file)
        for service, file in opinion_files(item).items()
        if sees_confidential or not file.opinion.confidential or advises(actor, service)
    ]


def _line(item: Any, settings: Settings, actor: Actor, names: Names, service: str, file: OpinionFile) -> OpinionLine:
    opinion, mine = file.opinion, advises(actor, service) or actor.administrator
    open_now = item.state in settings.body.opinions.give
    code = state_shown(opinion, open_now)
    given = is_given(opinion)
    light, standing = clock_shown(file, settings)
    due = standing.deadline.due if standing.deadline is not None else None
    language = api.portal.get_current_language()
    return OpinionLine(
        service=service,
        title=names.unit(unit_uid(service)) or service,
        automatic=file.how == "automatic",
        state=OPINION_STATES.get(code, code),
        code=code,
        sense=SENSES.get(opinion.sense, "") if given else "",
        text=opinion.comment if given else "",
        by=names.user(opinion.given_by) if given else "",
        at=moment(opinion.given_at, language) if given and opinion.given_at else "",
        due=long_date(due, language) if due else "",
        due_iso=due.isoformat() if due else "",
        left=standing.days_left,
        light=LIGHTS.get(str(light), "not_started"),
        giveable=mine and open_now and not given and not opinion.inherited_from,
        askable=given and not opinion.inherited_from and api.user.has_permission("Modify portal content", obj=item),
        draft=opinion.comment if mine and not given else "",
        draft_sense=str(opinion.sense or "") if mine and not given else "",
        rounds=len(opinion.versions),
    )


LIGHTS = {
    "in_time": "running",
    "alert": "soon",
    "timed_out": "late",
    "stopped_in_time": "met",
    "stopped_late": "late",
    "suspended": "suspended",
}
