"""What urbanism deploys: its settings and the folder of its permits."""

from typing import Any

from plone.registry.interfaces import IRegistry
from zope.component import getUtility
from zope.interface import implementer

from commune.core.interfaces import IDeploymentPart
from commune.core.rules.authority.faults import fault
from commune.core.rules.authority.model import Profile
from commune.core.rules.refusals import Refusals
from commune.urbanism.content.settings import PREFIX, IUrbanismSettings
from commune.urbanism.i18n import _
from commune.urbanism.workflow.opening import FOLDER, ROOT, permits_root

SERIES = "urbanism_permit"


@implementer(IDeploymentPart)
class UrbanismPart:
    """Reads ``[numbering] urbanism_permit`` and ``[urbanism]`` (``unit``, ``divisions``, ``adviser_months``)."""

    title = _("Urbanism")
    order = 40
    profile = "commune.urbanism:default"

    def check(self, profile: Profile) -> Refusals:
        """The service in charge must be one of the authority's."""
        unit = profile.table("urbanism").get("unit", IUrbanismSettings["unit"].default)
        codes = sorted(one.code for one in profile.units)
        if unit in codes:
            return ()
        return (fault("reference", "authority.toml: urbanism.unit", unit, ", ".join(codes)),)

    def apply(self, site: Any, profile: Profile) -> tuple[str, ...]:
        lines = _settings(profile)
        made = ROOT not in site.objectIds() or FOLDER not in site[ROOT].objectIds()
        permits_root(site)
        return (*lines, *(["permits: folder made"] if made else []))


def _settings(profile: Profile) -> list[str]:
    own = profile.table("urbanism")
    wanted = {
        "numbering": profile.table("numbering").get(SERIES, IUrbanismSettings["numbering"].default),
        **{name: own.get(name, IUrbanismSettings[name].default) for name in ("unit", "divisions", "adviser_months")},
    }
    registry = getUtility(IRegistry)
    changed = [name for name, value in wanted.items() if registry[f"{PREFIX}.{name}"] != value]
    for name in changed:
        registry[f"{PREFIX}.{name}"] = wanted[name]
    return [f"urbanism: {len(changed)} settings changed"] if changed else []


PART = UrbanismPart()
