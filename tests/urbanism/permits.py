"""Permits of the fixture authority, for tests."""

from datetime import date

from plone import api
from plone.app.testing import login

from commune.core.interfaces import IProcess
from commune.core.workflow.actor import SYSTEM, current_actor
from commune.urbanism.rules.steps import Marker
from commune.urbanism.workflow.opening import open_permit, register
from commune.urbanism.workflow.reception import read
from commune.urbanism.workflow.recording import Entry, record

PAYLOAD = {
    "subject": "Transformation d'une grange en logement",
    "description": "Une grange du XIXe siècle.",
    "submitted_on": "2026-07-01",
    "applicants": [
        {
            "name": "Verlinde",
            "first_name": "Camille",
            "nrn": "85.07.30-033.28",
            "email": "camille@example.org",
            "phone": "+32 470 12 34 56",
            "address": "Rue des Lilas, 4 5030 Gembloux",
        }
    ],
    "project_author": {"name": "Lambotte", "first_name": "Alix", "email": "alix@example.org", "address": "Namur"},
    "locations": [{"street": "rue de l'eglise", "number": "12A", "postcode": "5030"}],
    "parcels": "92094B0012/00B002; C 14",
    "roof": "slates",
}


def permit(**changes):
    """A permit as handed over, registered by the system."""
    with api.env.adopt_roles(["Manager"]):
        made = open_permit(read({**PAYLOAD, **changes}), SYSTEM)
        register(made, SYSTEM)
    return made


def told(made, marker, day, actor=SYSTEM, **more):
    """Record a step that happened, was sent and was received that day."""
    entry = Entry(Marker(marker), day, sent_on=day, received_on=day, **more)
    return record(made, actor, entry)


def complete(made, day=date(2026, 7, 10), choice=("external_opinions",)):
    """The permit, declared complete with its acknowledgement sent that day."""
    made.procedure_choice = set(choice)
    told(made, "acknowledgment", day)
    IProcess(made).perform(SYSTEM, "mark_complete")
    return made


def as_user(portal, name):
    """Log in, and give the actor of that account."""
    login(portal, name)
    return current_actor()


def group_of(code, function):
    """Id of the group of a function in the service of that code."""
    from commune.core.workflow.units import unit_uid

    return f"{unit_uid(code)}_{function}"
