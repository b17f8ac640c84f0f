"""Bodies of an authority, from its profile: a ready-made body with what the profile says differently."""

import json
from collections.abc import Mapping
from typing import Any

from zope.i18n import translate
from zope.interface import implementer

from commune.core.interfaces import IDeploymentPart
from commune.core.rules.authority.faults import fault
from commune.core.rules.authority.model import Profile
from commune.core.rules.functions import Function
from commune.core.rules.refusals import Refusals
from commune.core.workflow.deployment.functions import join, make_groups
from commune.core.workflow.deployment.writing import agree, told
from commune.meeting.i18n import _
from commune.meeting.rules.bodies import Body, from_json, to_json
from commune.meeting.rules.ready_made import names, ready_made
from commune.meeting.workflow.installation import FUNCTIONS, meetings_root, raised
from commune.meeting.workflow.register import PLACE

REVIEWER = Function("reviewer", _("Reviewer of regulations"))
REGISTER = _("Regulations and orders")

DEFAULTS = {
    "college": "college_communal_four_levels",
    "council": "council_communal",
    "cpas_bureau": "cpas_bureau",
    "cpas_council": "cpas_council",
}


def document(body_id: str, table: Mapping[str, Any]) -> dict[str, Any]:
    """The settings of a body as JSON data: its ready-made form, then the tables of the profile over it."""
    name = str(table.get("ready_made") or DEFAULTS.get(str(table.get("kind")), "committee"))
    base: Any = to_json(ready_made(name)) if name in names() else {}
    own = {
        "identity": {
            "id": body_id,
            **{key: table[key] for key in ("title", "code", "kind", "places") if key in table},
        },
        **dict(table.get("settings", {})),
    }
    targets = [{"body": target, "until": "present"} for target in table.get("sends_to", ())]
    if targets:
        own["sending"] = {"targets": targets, **own.get("sending", {})}
    return with_finance(merged(base, own), str(table.get("finance_service") or ""))


FINANCE_DIRECTOR = "finance_director"
"""The service that ready-made adviser rows name; each authority has its own code for it."""


def with_finance(settings: dict[str, Any], code: str) -> dict[str, Any]:
    """The settings with the service of the finance director under the code that the authority gives it."""
    opinions = settings.get("opinions", {})
    rows = [
        {**row, "service": code} if code and row.get("service") == FINANCE_DIRECTOR else row
        for row in opinions.get("rows", ())
    ]
    return {**settings, "opinions": {**opinions, "rows": rows}} if rows else settings


def merged(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """``own`` over ``base``, tables merged, lists and values replaced."""
    found = dict(base)
    for key, value in own.items():
        below = found.get(key)
        found[key] = merged(below, value) if isinstance(below, Mapping) and isinstance(value, Mapping) else value
    return found


@implementer(IDeploymentPart)
class MeetingPart:
    """Creates or updates the bodies; settings changed through the web since are kept."""

    title = _("Meetings and decisions")
    order = 40
    profile = "commune.meeting:default"

    def check(self, profile: Profile) -> Refusals:
        found: list[Any] = []
        for body_id, table in profile.bodies.items():
            place = f"authority.toml:bodies.{body_id}"
            wanted = table.get("ready_made")
            if wanted is not None and wanted not in names():
                found.append(fault("reference", f"{place}.ready_made", str(wanted), ", ".join(names())))
                continue
            _body, faults = from_json(json.loads(json.dumps(document(body_id, table), default=str)))
            found += [fault("value", f"{place}{refusal.place.replace('/', '.')}", str(refusal.data.get("found", "")),
                            str(refusal.data.get("expected", refusal.code))) for refusal in faults]  # fmt: skip
            found += [
                fault("reference", f"{place}.sends_to", str(target), ", ".join(profile.bodies))
                for target in table.get("sends_to", ())
                if target not in profile.bodies
            ]
        return tuple(found)

    def apply(self, site: Any, profile: Profile) -> tuple[str, ...]:
        root = meetings_root(site)
        outcomes, places = [], {}
        for body_id, table in profile.bodies.items():
            body, outcome = self._body(root, body_id, table)
            outcomes.append(outcome)
            places[body_id] = body.UID()
        titles = {uid: str(profile.bodies[body_id].get("title", body_id)) for body_id, uid in places.items()}
        made = make_groups(site, titles, FUNCTIONS, profile.languages[0])
        lines = told("bodies", outcomes) + ([f"bodies: {made} groups"] if made else [])
        lines += self._register(site, profile.languages[0])
        return tuple(lines + join(site, profile, places))

    def _register(self, site: Any, language: str) -> list[str]:
        """The register of regulations, and the group of those who review its texts."""
        title = str(translate(REGISTER, target_language=language))
        found, outcome = agree(site, PLACE, "regulation_register", {} if PLACE in site else {"title": title})
        made = make_groups(site, {found.UID(): found.title}, (REVIEWER,), language)
        return told("registers", [outcome]) + ([f"register: {made} groups"] if made else [])

    def _body(self, root: Any, body_id: str, table: Mapping[str, Any]) -> tuple[Any, str]:
        found, _faults = from_json(json.loads(json.dumps(document(body_id, table), default=str)))
        assert isinstance(found, Body)
        settings = json.dumps(to_json(found), ensure_ascii=False, sort_keys=True)
        known = root.get(body_id)
        fields = {"settings": settings, "deployed": settings} if known is None or known.deployed != settings else {}
        return raised(root, body_id, found, **fields)


PART = MeetingPart()
