"""The share of each module in a deployment."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from zope.component import getUtilitiesFor

from commune.core.interfaces import IDeploymentPart
from commune.core.rules.authority.model import Profile
from commune.core.rules.refusals import Refusals
from commune.core.workflow.deployment.core_part import PART

CORE = "core"
ROOM = "commune.{}.workflow.deployment"


def parts(profile: Profile) -> list[tuple[str, Any]]:
    """The parts of the core and of the profile's modules, in the order in which they are applied."""
    wanted = {CORE, *profile.modules}
    found = dict(getUtilitiesFor(IDeploymentPart)) or {CORE: PART, **_unregistered(profile.modules)}
    return sorted(((name, part) for name, part in found.items() if name in wanted), key=lambda pair: pair[1].order)


def _unregistered(modules: tuple[str, ...]) -> dict[str, Any]:
    """Without Zope nothing is registered: a module's part is then the ``PART`` of its deployment room."""
    rooms = {module: _part_in(ROOM.format(module)) for module in modules}
    return {module: part for module, part in rooms.items() if part is not None}


def _part_in(room: str) -> Any:
    parent = room.rpartition(".")[0]
    if find_spec(parent) is None or find_spec(room) is None:
        return None
    return getattr(import_module(room), "PART", None)


def part_faults(profile: Profile) -> Refusals:
    """The faults that the modules see in what they read of the profile."""
    return tuple(refusal for _name, part in parts(profile) for refusal in part.check(profile))


def setup_profile(module: str) -> str:
    """The installation profile of a module, without the ``profile-`` prefix."""
    return f"commune.{module}:default"
