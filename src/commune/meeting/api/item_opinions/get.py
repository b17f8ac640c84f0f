"""GET @item-opinions: the opinions of an item, their clocks, and what the caller may do with each."""

from typing import Any

from plone.restapi.services import Service

from commune.core.api.refused import refusal_json
from commune.core.workflow.actor import Actor, current_actor
from commune.meeting.rules.completeness import may_become
from commune.meeting.rules.opinions import Opinion
from commune.meeting.workflow.opinion_acts import offered
from commune.meeting.workflow.opinion_delays import evaluating_hands
from commune.meeting.workflow.opinion_shown import Seen, opinions_seen
from commune.meeting.workflow.settings import Settings, settings_of


class GetItemOpinions(Service):
    """The opinions whose existence the caller may know."""

    def reply(self) -> dict[str, Any]:
        return {"@id": f"{self.context.absolute_url()}/@item-opinions", **file_json(self.context, self.request)}


def file_json(item: Any, request: Any) -> dict[str, Any]:
    """The opinions, and whether the file that they are given on is complete."""
    actor, settings = current_actor(item), settings_of(item)
    seen = opinions_seen(item, settings, actor)
    return {
        "completeness": item.completeness,
        "may_become": list(may_become(item.completeness, evaluating_hands(item, actor))),
        "opinions": [_opinion_json(item, one, settings, actor, request) for one in seen],
    }


def _opinion_json(item: Any, one: Seen, settings: Settings, actor: Actor, request: Any) -> dict[str, Any]:
    """One opinion; one hidden while it is written shows its state only, the chain is for those inside."""
    file, due = one.file, one.standing.deadline.due if one.standing.deadline is not None else None
    may = offered(item, file, settings, actor)
    steps = [
        {"id": way.id, "comment": way.comment, "refusals": [refusal_json(no, request) for no in against]}
        for way, against in may.steps
    ]
    return {
        "service": file.opinion.service,
        "how": file.how,
        "row": file.row,
        "person": file.person,
        "state": one.state,
        "clock": one.clock,
        "due": due.isoformat() if due else None,
        "days_left": one.standing.days_left,
        **_content(one.opinion, one.inside),
        "versions": len(file.opinion.versions),
        "confidential": file.opinion.confidential,
        "inherited_from": file.opinion.inherited_from,
        "note": file.note,
        "acts": list(may.acts),
        "delays": [{"row": row.id, "days": row.days, "label": row.label} for row in may.delays],
        **({"stage": one.stage, "steps": steps} if one.inside else {}),
    }


def _content(opinion: Opinion | None, inside: bool) -> dict[str, Any]:
    """What it says, for those who may read it; observations for the advising service alone."""
    shown = opinion if opinion is not None else Opinion("")
    found = {
        "sense": shown.sense.value if shown.sense else None,
        "comment": shown.comment,
        "reference": shown.reference,
        "commitment": shown.commitment,
        "given_at": shown.given_at.isoformat() if shown.given_at else None,
        "given_by": shown.given_by,
    }
    return found | ({"observations": shown.hidden_observations} if inside else {})
