"""The people of a permit, kept as records inside it."""

from typing import Any

from commune.core.content.records import Records
from commune.urbanism.rules.parties import Party, Role, display_name

KIND = "parties"


def parties(permit: Any) -> tuple[Party, ...]:
    """Everybody in the dossier, in order of entry, those replaced included."""
    return tuple(Records(permit, KIND))


def parties_of(permit: Any, role: Role) -> tuple[Party, ...]:
    """The active parties of a role."""
    return tuple(party for party in parties(permit) if party.active and party.role is role)


def applicant_names(permit: Any) -> tuple[str, ...]:
    """Names of the active applicants; none for a permit that is not kept yet."""
    return tuple(display_name(party) for party in parties_of(permit, Role.APPLICANT))


def keep_party(permit: Any, party: Party) -> None:
    """Add a party, or put it in the place of the one of the same uid."""
    records = Records(permit, KIND)
    known = {one.uid: number for number, one in records.items()}
    if party.uid in known:
        records.replace(known[party.uid], party)
    else:
        records.add(party)
