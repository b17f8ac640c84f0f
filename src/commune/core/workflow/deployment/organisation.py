"""The tree of services under ``/organisation``."""

import json
from typing import Any

from plone import api

from commune.core.i18n import _
from commune.core.rules.authority.model import Profile, Unit
from commune.core.rules.organisation import OrgUnit, full_title
from commune.core.workflow.creation import module_root
from commune.core.workflow.deployment.writing import agree, told

ROOT = "organisation"


def apply_units(site: Any, profile: Profile) -> list[str]:
    """Create or update the services, parents first; one that left the profile stays where it is."""
    root = module_root(site, ROOT, _("Organisation"))
    made: dict[str, Any] = {}
    outcomes = []
    for unit in _parents_first(profile.units):
        container = made.get(unit.parent_code, root)
        made[unit.code], outcome = agree(container, unit.code.lower(), "organisation_unit", _fields(unit, profile))
        outcomes.append(outcome)
    return told("services", outcomes)


def _parents_first(units: tuple[Unit, ...]) -> list[Unit]:
    ordered: list[Unit] = []
    waiting = list(units)
    while waiting:
        placed = {unit.code for unit in ordered} | {""}
        ready = [unit for unit in waiting if unit.parent_code in placed]
        ordered += ready
        waiting = [unit for unit in waiting if unit not in ready]
    return ordered


def _fields(unit: Unit, profile: Profile) -> dict[str, Any]:
    hours = profile.table("hours").get(unit.hours)
    return {
        "code": unit.code,
        "title": unit.title,
        "short_title": unit.short_title or None,
        "kind": unit.kind,
        "email": unit.email or None,
        "phone": unit.phone or None,
        "address": unit.address or None,
        "hours": json.dumps(hours, ensure_ascii=False, default=str) if hours else None,
        "valid_from": unit.valid_from,
        "valid_until": unit.valid_until,
    }


def unit_uids() -> dict[str, str]:
    """Uid of every service by its code."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="organisation_unit")
    return {brain.unit_code: brain.UID for brain in brains}


def full_titles(profile: Profile) -> dict[str, str]:
    """Full title of every service of the profile by its code."""
    tree = {unit.code: OrgUnit(unit.code, unit.title, unit.parent_code) for unit in profile.units}
    return {code: full_title(code, tree) for code in tree}
