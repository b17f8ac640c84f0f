"""Somebody who fills the form of a planning permit of Valmont; every person is invented."""

from commune.core.workflow.actor import Actor
from commune.core.workflow.lookup import by_uid
from commune.eguichet.rules.drafts import submission_key
from commune.eguichet.workflow.drafts import Begun, begin, save
from commune.eguichet.workflow.forms import form_of
from commune.eguichet.workflow.submission import submit
from commune.eguichet.workflow.uploads import add_file

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
NRN = "79031412330"
ANSWERS = {
    "acting_as": "self",
    "last_name": "Verlinde",
    "first_name": "Camille",
    "nrn": "",
    "email": "citizen@example.org",
    "phone": "0470 12 34 56",
    "home_address.street": "Rue du Moulin",
    "home_address.number": "12",
    "home_address.postal_code": "5031",
    "home_address.city": "Grand-Pré",
    "works_address.street": "Rue de l'Église",
    "works_address.number": "4",
    "works_address.postal_code": "5030",
    "works_address.city": "Valmont",
    "parcels": "92001 A 123/2 C",
    "subject": "Construire un garage",
    "description": "Un garage de 24 m² accolé au pignon gauche.",
    "needs_author": "no",
}


def nrn():
    """A well-formed national number of nobody."""
    body = "790314123"
    return f"{body}{97 - int(body) % 97:02d}"


def answers(**changed):
    return {**ANSWERS, "nrn": nrn(), **changed}


def procedure(portal):
    return portal["demarches"]["permis-d-urbanisme"]


def begun(portal, user="citizen", channel="web"):
    """A new draft of that person (empty: nobody signed in)."""
    return begin(procedure(portal), Begun(Actor(user), "fr", channel))


def filled(portal, user="citizen", **changed):
    """A draft that lacks nothing."""
    stored = begun(portal, user)
    save(stored, stored.draft.version, answers(**changed))
    plans = next(one for _, _, one in form_of(stored).fields() if one.key == "plans")
    assert add_file(stored, plans, "plans", "plan.pdf", PDF) == ()
    return stored


def sent(portal, user="citizen", **changed):
    """A request that somebody sent."""
    stored = filled(portal, user, **changed)
    return submit(stored, submission_key(stored.draft), True, Actor(user))


def unit(portal, code="URB"):
    """Uid of a service."""
    brains = portal.portal_catalog.unrestrictedSearchResults(portal_type="organisation_unit", unit_code=code)
    return by_uid(brains[0].UID).UID()


def officer(portal, code="URB", name="urbanist", function="editor"):
    """The facts of an officer of a service."""
    return Actor(name, frozenset({f"{unit(portal, code)}_{function}"}), frozenset({"Agent", "Authenticated"}))


PASSWORD = "valmont-demo"
WORKS = ("works_address", "parcels", "subject", "description", "needs_author", "author")


def page_answers(page, said):
    """The answers of one page of the form."""
    return {name: value for name, value in said.items() if name.startswith(WORKS) is (page == "works")}
