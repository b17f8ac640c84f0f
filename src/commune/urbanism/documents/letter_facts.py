"""What every letter about a permit says: to whom, about what, by whom."""

from typing import Any

from plone import api

from commune.core.content.clock import today
from commune.core.workflow.lookup import by_uid
from commune.urbanism.content.parties import applicant_names, parties
from commune.urbanism.content.places import locations, parcels
from commune.urbanism.content.steps import day_of, steps
from commune.urbanism.rules.parties import Role, addressees, display_name
from commune.urbanism.rules.regimes import Regime, regime_on
from commune.urbanism.rules.steps import Marker, first_deposit


def letter_facts(permit: Any) -> dict[str, Any]:
    """Plain facts shared by the letters; nothing is ``None``, what is not known is empty."""
    main = locations(permit)
    return {
        "today": today(),
        "addressees": addressed(permit),
        "applicants": list(applicant_names(permit)),
        "subject": permit.subject or "",
        "address": main[0].line if main else "",
        "parcels": [record.line for record in parcels(permit)],
        "deposited_on": day_of(permit, Marker.DEPOSIT),
        "reformed": regime_on(first_deposit(steps(permit)), today()) is Regime.CODT_2024,
        "service": _service(permit),
        "officer": _officer(permit.assigned_to),
    }


def addressed(permit: Any) -> list[dict[str, str]]:
    """Name and address of those who get the letters meant for the applicants."""
    known = {party.uid: party for party in parties(permit)}
    wanted = [known[uid] for uid in addressees(known.values(), Role.APPLICANT) if uid in known]
    works = locations(permit)
    at_works = works[0].line if works else ""
    return [{"name": display_name(p), "address": at_works if p.same_as_works else p.address} for p in wanted]


def _service(permit: Any) -> dict[str, str]:
    unit = by_uid(permit.responsible_unit)
    return {name: getattr(unit, name, "") or "" for name in ("title", "phone", "email")}


def _officer(userid: str | None) -> str:
    user = api.user.get(userid=userid) if userid else None
    return (user.getProperty("fullname") or "") if user else ""
