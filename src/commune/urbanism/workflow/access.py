"""Who may do what with a permit now."""

from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta
from zope.component import adapter
from zope.interface import implementer

from commune.core.content.clock import today
from commune.core.interfaces import IAccessPolicy
from commune.core.rules.functions import group_id
from commune.core.workflow.actor import Actor
from commune.core.workflow.units import unit_uid
from commune.urbanism.content.permit import IPermit
from commune.urbanism.content.settings import settings
from commune.urbanism.content.steps import records
from commune.urbanism.rules.steps import Marker
from commune.urbanism.workflow.machine import FINAL

READER = frozenset({"Dossier Reader"})
WHOLE = READER | {"Confidential Reader"}
EDITOR = frozenset({"Dossier Editor"})
ACTING = ("editor", "director")
WATCHING = ("observer", "creator")
ADVISING = "adviser"
EVERYWHERE = "general_director"


@implementer(IAccessPolicy)
@adapter(IPermit)
class PermitAccess:
    """Editors and the head of the service in charge act on an open dossier and read one that is final.

    Advisers of a service that was asked for its opinion read it (see ``sees_all`` for what they read of it).
    """

    def __init__(self, context: Any) -> None:
        self.context = context

    def grants(self) -> dict[str, frozenset[str]]:
        permit, unit = self.context, self.context.responsible_unit
        found: dict[str, frozenset[str]] = {EVERYWHERE: WHOLE}
        for asked in advising_units(permit):
            found[group_id(asked, ADVISING)] = READER
        if unit:
            acting = WHOLE if permit.state in FINAL else EDITOR
            found |= {group_id(unit, function): WHOLE for function in WATCHING}
            found |= {group_id(unit, function): acting for function in ACTING}
        return found


def advising_units(permit: Any) -> tuple[str, ...]:
    """Uids of the services whose advisers read the dossier today: asked, and not too long after its end."""
    if permit.final_on and today() > _closing(permit.final_on):
        return ()
    asked = (one for one in records(permit) if one.step.marker is Marker.OPINION_REQUEST and one.step.sent_on)
    return tuple(dict.fromkeys(one.data["unit"] for one in asked if one.data.get("unit")))


def _closing(final_on: date) -> date:
    return final_on + relativedelta(months=settings().adviser_months or 0)


def sees_all(permit: Any, actor: Actor) -> bool:
    """Whether the actor reads the whole dossier, people and internal papers included; an adviser does not."""
    held = actor.functions(permit.responsible_unit) & {*ACTING, *WATCHING}
    return actor.administrator or bool(held) or EVERYWHERE in actor.groups


def acts(permit: Any, actor: Actor) -> bool:
    """Whether the actor handles the dossier: editor or head of the service in charge."""
    return actor.administrator or bool(actor.functions(permit.responsible_unit) & set(ACTING))


def reads_permits(actor: Actor) -> bool:
    """Whether the actor reads the permits of the service that opens them."""
    held = actor.functions(unit_uid(settings().unit or "")) & {*ACTING, *WATCHING}
    return actor.administrator or bool(held) or EVERYWHERE in actor.groups
