"""What the command line does once asked: check, deploy, and the commands that modules bring."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import transaction
from zope.component import getUtilitiesFor, queryUtility

from commune.core.interfaces import ICommand
from commune.core.rules.authority.faults import Report, tell_faults
from commune.core.rules.authority.model import Profile
from commune.core.rules.refusals import Refusal
from commune.core.workflow.console.listing import Read
from commune.core.workflow.console.listing import read as read_folders
from commune.core.workflow.console.startup import application
from commune.core.workflow.deployment.deploying import deploy
from commune.core.workflow.deployment.parts import part_faults
from commune.core.workflow.deployment.site import as_deployer, enter
from commune.core.workflow.process import Refused


def read(folders: Iterable[Path]) -> list[Read]:
    """Every folder with its authority or its faults, those that the modules see included."""
    found = []
    for folder, profile, faults in read_folders(folders):
        if profile is not None and (seen := part_faults(profile)):
            profile, faults = None, seen
        found.append((folder, profile, faults))
    return found


def check(folders: Iterable[Path], report: Report) -> bool:
    """Whether every profile is sound; all faults are reported, nothing is started or written."""
    sound = True
    for folder, profile, faults in read(folders):
        if profile is None:
            sound = False
            tell_faults(folder.name, faults, report)
        else:
            languages = ", ".join(profile.languages)
            report(f"{folder.name}: sound, {profile.name} in {languages}: {', '.join(profile.modules)}")
    return sound


def deploy_all(config: Path, folders: Iterable[Path], report: Report) -> bool:
    """Deploy each authority in a transaction of its own; a fault in any of the folders stops all before the first.

    Returns whether all were deployed. Raises what :func:`application` raises.
    """
    found = read(folders)
    faulty = [(folder, faults) for folder, profile, faults in found if profile is None]
    for folder, faults in faulty:
        tell_faults(folder.name, faults, report)
    if faulty:
        return False
    report("starting Zope")
    with application(config) as app:
        outcomes = [_deploy_one(app, profile, report) for _folder, profile, _faults in found if profile is not None]
    return all(outcomes)


def _deploy_one(app: Any, profile: Profile, report: Report) -> bool:
    transaction.begin()
    try:
        changed = deploy(app, profile, report)
    except Refused as refused:
        transaction.abort()
        tell_faults(profile.slug, refused.refusals, report)
        return False
    if changed:
        transaction.get().note(f"deployed {profile.slug}")
        transaction.commit()
    else:
        transaction.abort()
    return True


def perform(config: Path, name: str, site: str, arguments: Mapping[str, Any], report: Report) -> bool:
    """Run the command ``name`` that a module brings, on a site, in one transaction.

    Returns whether it was done; a refusal is reported and changes nothing.
    """
    with application(config) as app, as_deployer(app) as root:
        try:
            portal = enter(root, site)
            command = queryUtility(ICommand, name)
            if command is None:
                known = ", ".join(sorted(found for found, _command in getUtilitiesFor(ICommand))) or "none"
                raise Refused(Refusal("command.unknown", {"value": name, "expected": known}, "command"))
            command.run(portal, arguments, report)
        except Refused as refused:
            transaction.abort()
            tell_faults(name, refused.refusals, report)
            return False
        transaction.commit()
    return True
