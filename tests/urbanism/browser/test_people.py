"""People of a permit: entered with every fault told, their numbers shown for a reason only."""

import pytest

from commune.core.content.journal import Journal
from commune.urbanism.content.parties import parties


def forms(browser, name):
    """The form of the page that holds a field of that name."""
    for index in range(browser.contents.count("<form")):
        form = browser.getForm(index=index)
        try:
            form.getControl(name=name)
        except LookupError:
            continue
        return form
    raise LookupError(name)


@pytest.mark.requirement("urbanism:S59")
def test_a_person_with_faults_comes_back_as_typed(made, browse):
    page = browse("urbanist")
    page.open(f"{made.absolute_url()}/@@party")
    form = forms(page, "nrn")
    form.getControl(name="role").value = ["owner"]
    form.getControl(name="name").value = "Dumortier"
    form.getControl(name="nrn").value = "85.07.30-033.29"
    form.submit()
    assert page.headers["status"].startswith("409")
    assert 'href="#party-nrn"' in page.contents and 'href="#party-address"' in page.contents
    form = forms(page, "nrn")
    assert (form.getControl(name="name").value, form.getControl(name="nrn").value) == ("Dumortier", "85.07.30-033.29")
    form.getControl(name="nrn").value = "85.07.30-033.28"
    form.getControl(name="same_as_works").value = ["on"]
    form.submit()
    assert [(party.role.value, party.who.name) for party in parties(made)][2:] == [("owner", "Dumortier")]


def test_changing_somebody_keeps_the_number_that_is_not_typed_again(made, browse):
    page = browse("urbanist")
    page.open(f"{made.absolute_url()}/@@party?uid=p1")
    assert "033.28" not in page.contents
    form = forms(page, "nrn")
    form.getControl(name="first_name").value = "Camilla"
    form.submit()
    (applicant, _author) = parties(made)
    assert (applicant.who.first_name, applicant.who.nrn) == ("Camilla", "85.07.30-033.28")


@pytest.mark.requirement("urbanism:S65")
def test_a_number_is_shown_for_a_purpose_that_is_kept(made, browse):
    page = browse("urbanist")
    page.open(f"{made.absolute_url()}/@@reveal-number?uid=p1")
    forms(page, "purpose").submit()
    assert page.headers["status"].startswith("409") and "033.28" not in page.contents
    form = forms(page, "purpose")
    form.getControl(name="purpose").value = "Vérifier l'identité"
    form.submit()
    assert "85.07.30-033.28" in page.contents
    last = Journal(made).last()
    assert (last.kind, last.actor, last.comment) == ("number_revealed", "urbanist", "Vérifier l'identité")


def test_another_service_finds_neither_form(made, browse):
    for name in ("@@party", "@@reveal-number?uid=p1"):
        page = browse("worker")
        page.open(f"{made.absolute_url()}/{name}")
        assert page.headers["status"].startswith("404")
