"""What one file of a profile says of another: services, bodies, accounts, functions."""

from collections.abc import Collection, Mapping

from commune.core.rules.authority.faults import fault
from commune.core.rules.authority.fields import Faults
from commune.core.rules.authority.model import Account, Mandate, Unit
from commune.core.rules.organisation import OrgUnit, tree_faults
from commune.core.rules.refusals import Refusal


def unit_faults(units: tuple[Unit, ...], hours: Collection[str]) -> Faults:
    """The shape of the tree (ORG-1), and opening hours that exist."""
    lines = {unit.code: f"services.csv:{unit.line}" for unit in units}
    tree = [
        OrgUnit(unit.code, unit.title, unit.parent_code, valid_from=unit.valid_from, valid_until=unit.valid_until)
        for unit in units
    ]
    faults: Faults = [
        fault_of_tree(refusal, lines[refusal.place])
        for refusal in tree_faults(tree)
        if refusal.code != "unit.duplicate"
    ]
    for unit in units:
        if unit.hours and unit.hours not in hours:
            place = f"services.csv:{unit.line}:hours"
            faults.append(fault("reference", place, unit.hours, "a table [hours.…] of authority.toml"))
    return faults


def fault_of_tree(refusal: Refusal, place: str) -> Refusal:
    """A refusal of the tree's rules, at the line of its unit."""
    return Refusal(refusal.code, {"value": ", ".join(str(value) for value in refusal.data.values())}, place)


def account_faults(accounts: tuple[Account, ...], units: Mapping[str, Unit], bodies: Collection[str]) -> Faults:
    """Functions stand in a service that exists and that has them, or in a body."""
    faults: Faults = []
    for account in accounts:
        place = f"accounts.csv:{account.line}:functions"
        for code, function in account.functions:
            unit = units.get(code)
            if unit is None and code not in bodies:
                faults.append(fault("reference", place, code, "the code of a service or the id of a body"))
            elif unit is not None and unit.functions and function not in unit.functions:
                expected = f"a function of {code}: " + ", ".join(unit.functions)
                faults.append(fault("reference", place, f"{code}:{function}", expected))
    return faults


def mandate_faults(mandates: tuple[Mandate, ...], places: set[str], users: set[str]) -> Faults:
    """Mandates stand in bodies or services that exist, belong to known accounts and end after they begin."""
    faults: Faults = []
    names: dict[str, tuple[str, str]] = {}
    for mandate in mandates:
        place = f"mandates.csv:{mandate.line}"
        if mandate.body not in places:
            faults.append(fault("reference", f"{place}:body", mandate.body, "a body or the code of a service"))
        if mandate.user and mandate.user not in users:
            faults.append(fault("reference", f"{place}:user", mandate.user, "a user of accounts.csv"))
        if mandate.end and mandate.end < mandate.start:
            faults.append(fault("period", f"{place}:end", mandate.end, f"{mandate.start} or later"))
        name = (mandate.last_name, mandate.first_name)
        if names.setdefault(mandate.person, name) != name:
            faults.append(fault("duplicate", f"{place}:person", mandate.person, "one name for one person"))
    return faults
