"""Persons, bodies and memberships in the words of Popolo (www.popoloproject.com)."""

from collections.abc import Iterable, Mapping
from typing import Any

from commune.website.rules.identifiers import Identifiers
from commune.website.rules.oparl import Held, Member

CONTEXT = "http://www.popoloproject.com/contexts/"
GENDERS = {"m": "male", "male": "male", "f": "female", "female": "female"}
Data = dict[str, Any]


def popolo(members: Iterable[Member], bodies: Mapping[str, str], authority: str, ids: Identifiers) -> Data:
    """All of it; ``bodies``: their names by id. No address, mail or birth date is told."""
    listed = tuple(members)
    return {
        "persons": [_person(member, ids) for member in listed],
        "organizations": [
            {"@type": "Organization", "id": ids.of("authority", "self"), "name": authority},
            *(_body(body, name, ids) for body, name in sorted(bodies.items())),
        ],
        "posts": [
            {"id": ids.of("post", body, role), "organization_id": ids.of("body", body), "label": role}
            for body, role in sorted({(held.body, held.role) for member in listed for held in member.seats})
        ],
        "memberships": [_membership(member, held, ids) for member in listed for held in member.seats],
    }


def _body(body: str, name: str, ids: Identifiers) -> Data:
    told = {"@type": "Organization", "id": ids.of("body", body), "name": name}
    return told | {"parent_id": ids.of("authority", "self")}


def _person(member: Member, ids: Identifiers) -> Data:
    told: Data = {
        "@type": "Person",
        "id": ids.of("person", member.uid),
        "name": f"{member.first_name} {member.last_name}".strip(),
        "given_name": member.first_name,
        "family_name": member.last_name,
        "gender": GENDERS.get(member.gender.lower(), ""),
        "created_at": member.created.isoformat(),
        "updated_at": member.modified.isoformat(),
    }
    return {name: value for name, value in told.items() if value}


def _membership(member: Member, held: Held, ids: Identifiers) -> Data:
    told: Data = {
        "@type": "Membership",
        "id": ids.of("mandate", held.uid),
        "person_id": ids.of("person", member.uid),
        "organization_id": ids.of("body", held.body),
        "post_id": ids.of("post", held.body, held.role),
        "role": held.role,
        "start_date": held.start.isoformat(),
        "end_date": held.end.isoformat() if held.end else "",
    }
    return {name: value for name, value in told.items() if value}
