"""The fields of a person of a permit, and reading them."""

from collections.abc import Mapping
from typing import Any

from commune.core.rules.refusals import Refusal
from commune.core.workflow.process import Refused
from commune.urbanism.browser.forms.fields import Field, text_of
from commune.urbanism.i18n import _
from commune.urbanism.rules.parties import Company, Party, Person, Role
from commune.urbanism.workflow.titles import ROLES

KINDS = (("person", _("A person")), ("company", _("A company or an association")))

IN_DOSSIER = tuple((role.value, title) for role, title in ROLES.items())


def party_fields(known: bool) -> tuple[Field, ...]:
    """``known``: the person is in the dossier already, and keeps a number that is not typed again."""
    keep = _("Leave it empty to keep the number that is known.") if known else ""
    return (
        Field("role", _("Is in the dossier as"), "select", IN_DOSSIER, required=True),
        Field("kind", _("Who it is"), "select", KINDS, required=True),
        Field("denomination", _("Name of the company"), help=_("For a company or an association only.")),
        Field("legal_form", _("Legal form")),
        Field("bce", _("Enterprise number")),
        Field("name", _("Last name"), help=_("Of the contact, for a company.")),
        Field("first_name", _("First name")),
        Field("nrn", _("National register number"), help=keep),
        Field("email", _("E-mail"), "email"),
        Field("phone", _("Phone"), "tel"),
        Field("address", _("Address")),
        Field("same_as_works", _("Lives at the address of the works"), "box"),
    )


def values_of(party: Party | None) -> dict[str, Any]:
    """What the form shows of somebody; never the national number."""
    if party is None:
        return {"role": Role.APPLICANT.value, "kind": "person"}
    company = party.who if isinstance(party.who, Company) else None
    person = company.contact if company else party.who
    shown = {name: getattr(person, name, "") for name in ("name", "first_name", "email", "phone")}
    own = {name: getattr(company, name) for name in ("denomination", "legal_form", "bce")} if company else {}
    return {
        "role": party.role.value,
        "kind": "company" if company else "person",
        "address": party.address,
        "same_as_works": party.same_as_works,
        **shown,
        **own,
    }


def party_of(form: Mapping[str, Any], known: Party | None) -> Party:
    """Somebody as typed; raises ``Refused`` when the form does not say what he or she is."""
    role = text_of(form, "role")
    if role not in set(Role):
        raise Refused(Refusal("party.role", place="role"))
    person = Person(*(text_of(form, name) for name in ("name", "first_name", "nrn", "email", "phone")))
    if known is not None and not person.nrn:
        person = Person(person.name, person.first_name, _number(known), person.email, person.phone)
    who: Person | Company = person
    if text_of(form, "kind") == "company":
        who = Company(*(text_of(form, name) for name in ("denomination", "legal_form", "bce")), person)
    uid = known.uid if known is not None else ""
    return Party(uid, Role(role), who, text_of(form, "address"), bool(form.get("same_as_works")))


def _number(known: Party) -> str:
    person = known.who.contact if isinstance(known.who, Company) else known.who
    return person.nrn if isinstance(person, Person) else ""
