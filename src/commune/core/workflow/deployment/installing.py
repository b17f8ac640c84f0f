"""Modules on a site: installed, upgraded, taken away when they hold nothing."""

from typing import Any

from plone import api

from commune.core.rules.authority.faults import fault
from commune.core.rules.authority.model import Profile
from commune.core.rules.refusals import Refusals
from commune.core.workflow.deployment.folder import modules
from commune.core.workflow.deployment.parts import CORE, setup_profile


def installed(site: Any, module: str) -> bool:
    """Whether the module's profile was applied to the site."""
    return bool(site.portal_setup.getLastVersionForProfile(setup_profile(module)) != "unknown")


def content_of(site: Any, module: str) -> int:
    """How many objects of the module's types the site holds."""
    prefix = f"commune.{module}."
    types = [fti.getId() for fti in site.portal_types.objectValues() if getattr(fti, "klass", "").startswith(prefix)]
    if not types:
        return 0
    return len(api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type=types))


def switched_off(site: Any, profile: Profile) -> list[str]:
    """Modules that the site has and the profile no longer names."""
    return [module for module in modules() if module not in profile.modules and installed(site, module)]


def removal_faults(site: Any, profile: Profile) -> Refusals:
    """Why modules cannot be switched off: they hold content, which would be left without its code."""
    counts = {module: content_of(site, module) for module in switched_off(site, profile)}
    return tuple(
        fault("module_off", "authority.toml: modules", f"{module}: {count} objects", f'"{module}" among the modules')
        for module, count in counts.items()
        if count
    )


def apply_modules(site: Any, profile: Profile) -> list[str]:
    """Install, upgrade and take away modules as the profile says; one line per change."""
    setup = site.portal_setup
    lines = []
    for module in (CORE, *profile.modules):
        name = setup_profile(module)
        if not installed(site, module):
            setup.runAllImportStepsFromProfile(f"profile-{name}")
            lines.append(f"module {module}: installed")
        elif setup.listUpgrades(name):
            setup.upgradeProfile(name)
            lines.append(f"module {module}: upgraded")
    for module in switched_off(site, profile):
        setup.runAllImportStepsFromProfile(f"profile-commune.{module}:uninstall")
        setup.unsetLastVersionForProfile(setup_profile(module))
        lines.append(f"module {module}: taken away, it held nothing")
    return lines
