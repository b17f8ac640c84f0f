"""Authorities read and told about without Plone: a list is there in a moment."""

from collections.abc import Iterable
from pathlib import Path

from commune.core.content.clock import today
from commune.core.rules.authority.faults import Report, fault, tell_faults
from commune.core.rules.authority.model import Profile
from commune.core.rules.refusals import Refusals
from commune.core.workflow.deployment.folder import read_folder

Read = tuple[Path, Profile | None, Refusals]


def read(folders: Iterable[Path]) -> list[Read]:
    """Every folder with its authority or its faults, two sites of one id included; the modules are not asked."""
    found: list[Read] = []
    sites: dict[str, str] = {}
    for folder in folders:
        profile, faults = read_folder(folder, today())
        if profile is not None and sites.setdefault(profile.site, folder.name) != folder.name:
            expected = f"another id than {sites[profile.site]} has"
            profile, faults = None, (fault("duplicate", "authority.toml: site", profile.site, expected),)
        found.append((folder, profile, faults))
    return found


def list_authorities(folders: Iterable[Path], report: Report, port: int, accounts: bool) -> None:
    """Every authority with its address and, when asked, its demo accounts with their password."""
    for folder, profile, faults in read(folders):
        if profile is None:
            tell_faults(folder.name, faults, report)
            continue
        report(f"{profile.name}  http://localhost:{port}/{profile.site}  ({', '.join(profile.modules)})")
        if accounts and profile.settings.get("demo"):
            for account in profile.accounts:
                report(f"  {account.user:<12} {profile.settings['demo_password']:<16} {account.label}")
