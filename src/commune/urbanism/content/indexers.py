"""What the catalog knows of a permit. What depends on the day (the next deadline) is in ``workflow.indexing``."""

from datetime import date
from typing import Any

from plone.indexer import indexer

from commune.urbanism.content.parties import applicant_names, parties
from commune.urbanism.content.permit import IPermit
from commune.urbanism.content.places import address_line, locations, parcels
from commune.urbanism.content.steps import day_of
from commune.urbanism.rules.parties import display_name
from commune.urbanism.rules.steps import Marker


@indexer(IPermit)
def permit_applicants(permit: Any) -> tuple[str, ...]:
    return applicant_names(permit)


@indexer(IPermit)
def permit_address(permit: Any) -> str:
    return address_line(permit)


@indexer(IPermit)
def permit_streets(permit: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(location.street for location in locations(permit) if location.street))


@indexer(IPermit)
def permit_parcels(permit: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(record.key for record in parcels(permit)))


@indexer(IPermit)
def permit_deposited(permit: Any) -> date:
    day = day_of(permit, Marker.DEPOSIT)
    if day is None:
        raise AttributeError("no deposit yet")
    return day


@indexer(IPermit)
def searchable_text(permit: Any) -> str:
    """Reference, subject, people and places: the words by which an officer looks for it."""
    found = [permit.reference or "", permit.subject or "", permit.description or ""]
    found += [display_name(party) for party in parties(permit)]
    found += [location.line for location in locations(permit)]
    found += [f"{record.key} {record.line}" for record in parcels(permit)]
    return " ".join(found)
