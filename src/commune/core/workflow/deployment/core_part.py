"""What the core itself deploys: settings, services, functions, people, streets, accounts, calendar."""

from typing import Any

from zope.interface import implementer

from commune.core.content.calendar import keep_calendar
from commune.core.content.streets import Street, keep_streets
from commune.core.i18n import _
from commune.core.interfaces import IDeploymentPart
from commune.core.rules.authority.faults import fault
from commune.core.rules.authority.model import Profile
from commune.core.rules.functions import SHIPPED
from commune.core.rules.refusals import Refusals
from commune.core.workflow.creation import module_root
from commune.core.workflow.deployment.accounts import apply_accounts
from commune.core.workflow.deployment.functions import apply_functions, join
from commune.core.workflow.deployment.organisation import apply_units, unit_uids
from commune.core.workflow.deployment.people import apply_people
from commune.core.workflow.deployment.settings import apply_settings
from commune.core.workflow.tasks import ROOT, ROOT_TITLE


@implementer(IDeploymentPart)
class CorePart:
    """The first part of every deployment."""

    title = _("Core")
    order = 0
    profile = "commune.core:default"

    def check(self, profile: Profile) -> Refusals:
        """Functions and groups that exist; a module answers for the functions in its bodies."""
        units = {unit.code for unit in profile.units}
        functions = {function.id for function in SHIPPED if not function.transversal}
        transversal = {function.id for function in SHIPPED if function.transversal}
        wrong = [
            (account, "functions", f"{place}:{function}", functions)
            for account in profile.accounts
            for place, function in account.functions
            if place in units and function not in functions
        ] + [
            (account, "groups", group, transversal)
            for account in profile.accounts
            for group in account.groups
            if group not in transversal
        ]
        return tuple(
            fault("reference", f"accounts.csv:{account.line}:{column}", found, ", ".join(sorted(known)))
            for account, column, found, known in wrong
        )

    def apply(self, site: Any, profile: Profile) -> tuple[str, ...]:
        """Create or update everything that every module stands on."""
        lines = apply_settings(site, profile)
        lines += apply_units(site, profile)
        lines += apply_functions(site, profile)
        lines += apply_people(site, profile)
        lines += _streets(site, profile)
        lines += apply_accounts(site, profile)
        lines += join(site, profile, unit_uids())
        if keep_calendar(site, profile.calendar):
            lines.append("calendar: changed")
        if ROOT not in site.objectIds():
            module_root(site, ROOT, ROOT_TITLE)
            lines.append("tasks: folder made")
        return tuple(lines)


def _streets(site: Any, profile: Profile) -> list[str]:
    streets = (Street(s.id, s.name, s.postcode, s.locality, s.name_de) for s in profile.streets)
    changed = keep_streets(site, streets)
    return [f"streets: {changed} kept"] if changed else []


PART = CorePart()
