"""Persons and their mandates under ``/persons``."""

from typing import Any

from commune.core.i18n import _
from commune.core.rules.authority.model import Mandate, Profile
from commune.core.workflow.creation import module_root
from commune.core.workflow.deployment.writing import agree, told

ROOT = "persons"


def apply_people(site: Any, profile: Profile) -> list[str]:
    """Create or update the persons of ``mandates.csv`` and each seat they hold; nobody is taken away."""
    root = module_root(site, ROOT, _("Persons"))
    people: dict[str, Any] = {}
    outcomes: dict[str, list[str]] = {"persons": [], "mandates": []}
    for mandate in profile.mandates:
        if mandate.person not in people:
            people[mandate.person], outcome = agree(root, mandate.person, "person", _person(mandate, profile))
            outcomes["persons"].append(outcome)
        seat = f"{mandate.body}-{mandate.role}-{mandate.start:%Y%m%d}".lower().replace("_", "-")
        outcomes["mandates"].append(agree(people[mandate.person], seat, "mandate", _mandate(mandate))[1])
    return [line for what, found in outcomes.items() for line in told(what, found)]


def _person(mandate: Mandate, profile: Profile) -> dict[str, Any]:
    seats = [one for one in profile.mandates if one.person == mandate.person]
    return {
        "last_name": mandate.last_name,
        "first_name": mandate.first_name or None,
        "gender": mandate.gender,
        "user_id": next((one.user for one in seats if one.user), None),
        "email": mandate.email or None,
    }


def _mandate(mandate: Mandate) -> dict[str, Any]:
    return {
        "role": mandate.role,
        "body": mandate.body,
        "label": mandate.label or None,
        "political_list": mandate.political_list or None,
        "rank": mandate.rank,
        "start": mandate.start,
        "end": mandate.end,
        "usages": set(mandate.usages) or None,
        "title": mandate.label or mandate.role,
    }
