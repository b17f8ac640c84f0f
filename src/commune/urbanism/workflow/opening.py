"""A permit is opened: from a request handed over, or at the counter."""

from typing import Any
from uuid import uuid4

from plone import api

from commune.core.content.clock import today
from commune.core.content.records import Records
from commune.core.interfaces import IProcess
from commune.core.workflow.actor import Actor
from commune.core.workflow.creation import create, module_root, year_folder
from commune.core.workflow.process import Refused
from commune.core.workflow.units import unit_uid
from commune.urbanism.content.parties import KIND as PARTIES
from commune.urbanism.content.places import LOCATIONS, PARCELS
from commune.urbanism.content.settings import settings
from commune.urbanism.i18n import _
from commune.urbanism.rules.steps import Marker
from commune.urbanism.workflow.reception import Received
from commune.urbanism.workflow.recording import write
from commune.urbanism.workflow.streets import resolve

ROOT = "urbanism"
FOLDER = "permits"


def installed() -> bool:
    """Whether the site has permits: the code is there for every site, the module only for some."""
    return "permit" in api.portal.get_tool("portal_types")


def permits_root(site: Any) -> Any:
    """The folder of the permits, made when it is not there."""
    return module_root(module_root(site, ROOT, _("Urbanism")), FOLDER, _("Permits"))


def open_permit(received: Received, actor: Actor, channel: str = "", **fields: Any) -> Any:
    """A permit with everything that was received, deposited on its day (today when it is not said)."""
    day = received.deposited_on or today()
    permit = create(
        year_folder(permits_root(api.portal.get()), day),
        "permit",
        id=_name(),
        subject=received.subject[:500],
        description=received.description,
        responsible_unit=unit_uid(settings().unit or ""),
        **fields,
    )
    for kind, found in _records(received).items():
        records = Records(permit, kind)
        for record in found:
            records.add(record)
    write(permit, actor, Marker.DEPOSIT, day, received_on=day, channel=channel)
    return permit


def register(permit: Any, actor: Actor) -> bool:
    """Give the permit its number when nothing lacks for it; returns whether it has one."""
    try:
        IProcess(permit).perform(actor, "register")
    except Refused:
        return False
    return True


def _records(received: Received) -> dict[str, Any]:
    site = api.portal.get()
    return {
        PARTIES: received.parties,
        LOCATIONS: tuple(resolve(site, location) for location in received.locations),
        PARCELS: received.parcels,
    }


def _name() -> str:
    # The reference comes later and titles change: the address of a permit says nothing and never changes.
    return f"p-{uuid4().hex[:10]}"
