"""Deploying an authority: everything is checked, then everything is written, in the caller's transaction."""

from typing import Any

from Products.CMFCore.indexing import processQueue
from zope.component.hooks import setSite
from zope.event import notify

from commune.core.events import AuthorityDeployed
from commune.core.rules.authority.faults import Report
from commune.core.rules.authority.model import Profile
from commune.core.workflow.deployment.installing import apply_modules, removal_faults
from commune.core.workflow.deployment.parts import part_faults, parts
from commune.core.workflow.deployment.site import as_deployer, make_site, place_faults, site_of
from commune.core.workflow.process import Refused

NOTHING = "nothing to change"


def deploy(app: Any, profile: Profile, report: Report) -> bool:
    """Make or update the site of the authority; returns whether anything was written.

    Raises ``Refused`` with all faults before anything is written. Commits nothing: the caller
    commits all of it or none of it. ``report`` is called with one line per change as it is made.
    """
    with as_deployer(app) as root:
        faults = (*place_faults(root, profile), *part_faults(profile))
        site = None if faults else site_of(root, profile)
        setSite(site)
        if site is not None:
            faults = removal_faults(site, profile)
        if faults:
            raise Refused(*faults)
        changed = _write(root, site, profile, report)
        processQueue()  # what waits to be indexed asks for the site's settings, so not after leaving it
        return changed


def _write(root: Any, site: Any, profile: Profile, report: Report) -> bool:
    lines: list[str] = []

    def tell(found: Any) -> None:
        for line in found:
            lines.append(line)
            report(f"  {line}")

    if site is None:
        report(f"{profile.name}: making the site /{profile.site}")
        site = make_site(root, profile)
        tell([f"site /{profile.site}: made"])
    else:
        report(f"{profile.name}: looking at /{profile.site}")
    setSite(site)
    added = apply_modules(site, profile)
    tell(added)
    for _name, part in parts(profile):
        tell(part.apply(site, profile))
    if added:
        notify(AuthorityDeployed(profile.site, profile.modules))
    if not lines:
        report(f"  {NOTHING}")
    return bool(lines)
