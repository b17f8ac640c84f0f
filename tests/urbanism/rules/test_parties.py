from dataclasses import replace
from datetime import date

import pytest

from commune.urbanism.rules import parties as pt
from commune.urbanism.rules.parties import Company, Couple, Party, Person, Role, SendTo

TODAY = date(2026, 6, 15)
ANNE = Party("a", Role.APPLICANT, Person("Dupont", "Anne"), same_as_works=True)
ARCHITECT = Party("b", Role.REPRESENTATIVE, Person("Lebrun", "Ben"), address="rue Haute 1")
FIRM = Party("c", Role.APPLICANT, Company("Bois", "SRL", "0888.000.158"), address="rue Basse 2")
PAIR = Party("d", Role.APPLICANT, Couple(Person("Dupont", "Anne"), Person("Klein", "Cyr")), address="rue Basse 3")


def found(party):
    return [(r.code, r.place) for r in pt.party_refusals(party, TODAY)]


@pytest.mark.requirement("urbanism:3.6")
@pytest.mark.parametrize("party", [ANNE, ARCHITECT, FIRM, PAIR])
def test_complete_parties(party):
    assert found(party) == []


@pytest.mark.requirement("urbanism:S59", "urbanism:3.6")
def test_numbers_of_people_and_companies():
    def with_nrn(nrn):
        return found(replace(ANNE, who=Person("Dupont", nrn=nrn)))

    assert with_nrn("85.07.30-033.28") == []
    assert with_nrn("85.07.30-033.29") == [("nrn_checksum", "nrn")]
    assert found(replace(FIRM, who=Company("Bois", bce="0123.456.749"))) == []
    assert found(replace(FIRM, who=Company("Bois", bce="0123.456.748"))) == [("bce_checksum", "bce")]


@pytest.mark.requirement("urbanism:3.6")
@pytest.mark.parametrize(
    ("party", "expected"),
    [
        (replace(ANNE, who=Person(), same_as_works=False), [("required", "name"), ("required", "address")]),
        (replace(FIRM, who=Company(contact=Person(email="x", phone="1"))), [
            ("required", "denomination"), ("bad_format", "contact.email"), ("phone_invalid", "contact.phone"),
        ]),
        (replace(PAIR, who=Couple(Person("A"), Person())), [("required", "second.name")]),
        (replace(ANNE, send_to=SendTo.BOTH), [("party.no_representative", "send_to")]),
        (replace(ANNE, represented_by=("a",)), [("party.represents_itself", "represented_by")]),
    ],
)  # fmt: skip
def test_faults(party, expected):
    assert found(party) == expected


@pytest.mark.requirement("urbanism:3.6")
def test_parties_of_a_dossier():
    assert pt.parties_refusals([ANNE]) == ()
    assert [r.code for r in pt.parties_refusals([replace(ANNE, active=False)])] == ["party.no_applicant"]
    assert pt.parties_refusals([], needs_applicant=False) == ()
    lost = [replace(ANNE, represented_by=("zz",)), replace(FIRM, replaced_by="yy")]
    assert [(r.code, r.place) for r in pt.parties_refusals(lost)] == [("party.unknown", "a"), ("party.unknown", "c")]


@pytest.mark.requirement("urbanism:3.6")
@pytest.mark.parametrize(
    ("send_to", "expected"),
    [(SendTo.PARTY, ("a",)), (SendTo.REPRESENTATIVE, ("b",)), (SendTo.BOTH, ("a", "b"))],
)
def test_letters_go_where_the_party_wants(send_to, expected):
    anne = replace(ANNE, send_to=send_to, represented_by=("b",))
    former = replace(FIRM, active=False)
    assert pt.addressees([anne, ARCHITECT, former, anne]) == expected


@pytest.mark.requirement("urbanism:3.2")
def test_title_names_the_active_applicants():
    assert pt.dossier_title("P/2026/42", "Shed", [ANNE, ARCHITECT, FIRM, PAIR]) == (
        "P/2026/42 – Shed – Dupont Anne, Bois SRL, Dupont Anne - Klein Cyr"
    )
    assert pt.dossier_title("P/2026/42", "", [replace(ANNE, active=False)]) == "P/2026/42"
