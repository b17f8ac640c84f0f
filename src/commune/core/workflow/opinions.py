"""Who gives an opinion, what others see of it, and how it stands."""

from collections.abc import Mapping
from typing import Any

from commune.core.content.calendar import authority_calendar
from commune.core.content.clock import now
from commune.core.content.opinions import Opinion, Opinions
from commune.core.content.refused import Refused
from commune.core.rules.opinions import Sense, Standing, blocking, standing
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import Actor

ADVISER = "adviser"


def may_give(actor: Actor, service: str) -> bool:
    """Whether the actor speaks for the service: its advisers do."""
    return actor.system or ADVISER in actor.functions(service)


def give(dossier: Any, actor: Actor, service: str, sense: Sense, comment: str = "") -> None:
    """Give the opinion of a service now; raises ``Refused`` with all the reasons."""
    _ask_adviser(actor, service)
    Opinions(dossier).give(service, sense, comment, actor.userid, now())


def write(dossier: Any, actor: Actor, service: str, sense: Sense | None, comment: str) -> None:
    """Keep a draft that only the service's advisers see; raises ``Refused``."""
    _ask_adviser(actor, service)
    Opinions(dossier).write(service, sense, comment)


def standings(dossier: Any) -> list[tuple[Opinion, Standing]]:
    """Every opinion asked, with how it stands now by the authority's calendar."""
    calendar, moment = authority_calendar(), now()
    return [(opinion, standing(opinion.request, moment, calendar)) for opinion in Opinions(dossier).list()]


def awaited(dossier: Any) -> Refusals:
    """The mandatory opinions that still hold the dossier up: for the guards of a process."""
    return blocking((opinion.request, found) for opinion, found in standings(dossier))


def adviser_grants(dossier: Any) -> Mapping[str, frozenset[str]]:
    """Roles to add to the access policy of a dossier: who was asked an opinion reads the dossier."""
    return {f"{o.request.service}_{ADVISER}": frozenset({"Dossier Reader"}) for o in Opinions(dossier).list()}


def _ask_adviser(actor: Actor, service: str) -> None:
    if not may_give(actor, service):
        raise Refused(Refusal("opinion.not_yours", {"service": service}))
