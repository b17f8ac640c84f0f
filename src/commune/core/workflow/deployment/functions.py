"""Functions of services and bodies: the groups that exist, and who is in them."""

from collections.abc import Iterable, Mapping
from typing import Any

from zope.i18n import translate

from commune.core.rules.authority.model import Profile
from commune.core.rules.functions import SHIPPED, Function, group_id, required_groups
from commune.core.workflow.deployment.function_titles import TITLES
from commune.core.workflow.deployment.organisation import full_titles, unit_uids


def apply_functions(site: Any, profile: Profile) -> list[str]:
    """The groups of all shipped functions over the services of the profile, transversal ones included."""
    uids = unit_uids()
    titles = {uids[code]: title for code, title in full_titles(profile).items()}
    listed = {unit.code: unit.functions for unit in profile.units if unit.functions}
    made = make_groups(site, {}, [f for f in SHIPPED if f.transversal], profile.languages[0])
    for code, uid in ((unit.code, uids[unit.code]) for unit in profile.units):
        functions = [f for f in SHIPPED if not f.transversal and (code not in listed or f.id in listed[code])]
        made += make_groups(site, {uid: titles[uid]}, functions, profile.languages[0])
    return [f"functions: {made} groups"] if made else []


def make_groups(site: Any, units: Mapping[str, str], functions: Iterable[Function], language: str) -> int:
    """Create or rename the groups of the functions over ``units`` (full title by uid); returns how many.

    A function of a module has a message of that module as its title.
    """
    localised = [_in_language(function, language) for function in functions]
    return sum(_make_group(site, group.id, group.title) for group in required_groups(units, localised))


def _in_language(function: Function, language: str) -> Function:
    title = translate(TITLES.get(function.id, function.title), target_language=language)
    return Function(function.id, str(title), transversal=function.transversal)


def _make_group(site: Any, group: str, title: str) -> bool:
    groups = site.acl_users.source_groups
    if group not in groups._groups:
        groups.addGroup(group, title)
    elif groups._groups[group]["title"] == title:
        return False
    else:
        groups.updateGroup(group, title=title)
    site.portal_groups.getGroupById(group).setGroupProperties({"title": title})
    return True


def join(site: Any, profile: Profile, places: Mapping[str, str]) -> list[str]:
    """Put the accounts of the profile into the groups of their functions in ``places`` (uid by code or body id).

    The groups must exist. Nobody is taken out of a group here.
    """
    groups = site.acl_users.source_groups
    joined = 0
    for account in profile.accounts:
        wanted = [group_id(places[place], function) for place, function in account.functions if place in places]
        for group in wanted:
            if account.user not in groups._group_principal_map.get(group, ()):
                groups.addPrincipalToGroup(account.user, group)
                joined += 1
    return [f"memberships: {joined} added"] if joined else []
