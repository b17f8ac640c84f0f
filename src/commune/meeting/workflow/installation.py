"""A ready-made body on the site in one action (BOD-5): its folders, groups, templates and settings, then editable."""

import json
from typing import Any

from plone import api

from commune.core.content.journal import Journal
from commune.core.rules.functions import Function
from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.creation import module_root
from commune.core.workflow.deployment.functions import make_groups
from commune.core.workflow.deployment.writing import agree
from commune.core.workflow.process import Refused
from commune.meeting.i18n import _
from commune.meeting.rules.bodies import Body, from_json, to_json
from commune.meeting.rules.body_changes import NAME, faults
from commune.meeting.rules.ready_made import names, ready_made
from commune.meeting.workflow.clones import PROPOSALS
from commune.meeting.workflow.duplicates import templates_folder

FUNCTIONS = (
    Function("manager", _("Meeting manager")),
    Function("member", _("Member")),
    Function("observer", _("Observer")),
)


def meetings_root(site: Any) -> Any:
    """The folder of all bodies; made when it is not there."""
    return module_root(site, "meetings", _("Meetings"))


def raised(root: Any, body_id: str, found: Body, **fields: Any) -> tuple[Any, str]:
    """The body with its folders, and ``"added"``, ``"changed"`` or ``""``."""
    identity = found.identity
    told = {"title": identity.title, "code": identity.code, "kind": identity.kind, **fields}
    body, outcome = agree(root, body_id, "meeting_body", told)
    for folder, title in ((PROPOSALS, _("Items")), ("meetings", _("Meetings"))):
        module_root(body, folder, title)
    return body, outcome


def install(site: Any, profile: str, actor: Actor, body_id: str, title: str, code: str) -> Any:
    """Make a body of that ready-made profile; raises ``Refused`` with every reason."""
    refusals = against(site, profile, body_id, title, code)
    if refusals:
        raise Refused(*refusals)
    document: Any = to_json(ready_made(profile))
    document["identity"] |= {"id": body_id, "title": title.strip(), "code": code.strip()}
    known = {one.getId() for one in meetings_root(site).objectValues()}
    targets = document["sending"]["targets"]
    document["sending"]["targets"] = [target for target in targets if target["body"] in known]
    settings, wrong = from_json(document)
    wrong = wrong or faults(settings) if settings is not None else wrong
    if settings is None or wrong:
        raise Refused(*wrong)
    body, _outcome = raised(
        meetings_root(site), body_id, settings, settings=json.dumps(to_json(settings), sort_keys=True)
    )
    make_groups(site, {body.UID(): body.title}, FUNCTIONS, api.portal.get_default_language())
    templates_folder(body)
    Journal(body).note("installed", actor.userid, profile=profile)
    return body


def against(site: Any, profile: str, body_id: str, title: str, code: str) -> Refusals:
    """Everything that stands against installing it."""
    found = NONE
    if profile not in names():
        found += (Refusal("bodies.unknown_profile", {"profile": profile}, "profile"),)
    for place, value in (("id", body_id), ("title", title), ("code", code)):
        if not value.strip():
            found += (Refusal("bodies.blank", place=place),)
    if body_id.strip() and not NAME.fullmatch(body_id):
        found += (Refusal("bodies.bad_id", {"id": body_id}, "id"),)
    if body_id in meetings_root(site).objectIds():
        found += (Refusal("bodies.double_id", {"id": body_id}, "id"),)
    if len(code.strip()) > MOST_OF_A_CODE:
        found += (Refusal("bodies.long_code", {"most": MOST_OF_A_CODE}, "code"),)
    return found


MOST_OF_A_CODE = 10
