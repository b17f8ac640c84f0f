"""Moving the items or meetings that stand in a state which a change of settings would take away (BOD-3)."""

from typing import Any

from commune.core.content.journal import Journal
from commune.core.interfaces import IProcess
from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.lookup import by_uids
from commune.core.workflow.process import Refused
from commune.meeting.rules.bodies import Body
from commune.meeting.rules.body_changes import movable_to
from commune.meeting.workflow.configuration import TYPES, standing
from commune.meeting.workflow.settings import read_settings


def move_all(body: Any, kind: str, source: str, target: str, comment: str, actor: Actor) -> int:
    """Move every ``items`` or ``meetings`` of the body in ``source`` to ``target``; returns how many moved.

    They are told in each journal with the reason. Raises ``Refused`` with every reason, and moves nothing then.
    """
    refusals = against(read_settings(body).body, kind, source, target, comment)
    if refusals:
        raise Refused(*refusals)
    moved = by_uids(standing(body, TYPES[kind]).get(source, ()))
    for dossier in moved:
        IProcess(dossier).move(target)
        Journal(dossier).note("moved_by_settings", actor.userid, comment, source=source, target=target)
        dossier.reindexObject()
        dossier.reindexObjectSecurity()
    Journal(body).note("mass_move", actor.userid, comment, what=kind, source=source, target=target, count=len(moved))
    return len(moved)


def against(body: Body, kind: str, source: str, target: str, comment: str) -> Refusals:
    """Why they may not be moved there."""
    found = NONE
    if target not in movable_to(body, kind, source):
        found += (Refusal("bodies.not_movable_to", {"state": target}, "to"),)
    if not comment.strip():
        found += (Refusal("transition.comment_required", place="comment"),)
    return found
