"""Accounts of the profile: users, roles of the whole site, groups without a unit."""

import secrets
from typing import Any

from commune.core.rules.authority.model import Account, Profile


def apply_accounts(site: Any, profile: Profile) -> list[str]:
    """Create the accounts that are not there, and give each the roles and groups that it lacks.

    With ``demo = true`` a new account has the password of the profile; otherwise nobody knows
    it and its holder asks for a new one. An account that exists keeps its password.
    """
    made = sum(_make_account(site, account, profile) for account in profile.accounts)
    given = sum(_give(site, account) for account in profile.accounts)
    lines = [f"accounts: {made} added"] if made else []
    return lines + ([f"accounts: {given} roles and groups given"] if given else [])


def _make_account(site: Any, account: Account, profile: Profile) -> bool:
    users = site.acl_users.source_users
    if account.user in users.listUserIds():
        return False
    demo = profile.settings.get("demo", False)
    password = profile.settings["demo_password"] if demo else secrets.token_urlsafe(24)
    users.addUser(account.user, account.user, password)
    member = site.portal_membership.getMemberById(account.user)
    member.setMemberProperties({"fullname": f"{account.first_name} {account.last_name}", "email": account.email})
    return True


def _give(site: Any, account: Account) -> int:
    roles = site.acl_users.portal_role_manager
    groups = site.acl_users.source_groups
    given = 0
    for role in account.roles:
        if account.user not in {user for user, _title in roles.listAssignedPrincipals(role)}:
            roles.assignRoleToPrincipal(role, account.user)
            given += 1
    for group in account.groups:
        if account.user not in groups._group_principal_map.get(group, ()):
            groups.addPrincipalToGroup(account.user, group)
            given += 1
    return given
