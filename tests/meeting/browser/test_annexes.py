"""Files of an item on its page, without scripts."""

import io

import pytest
import transaction

from commune.core.workflow.lookup import children


@pytest.mark.requirement("meeting:ANX-3")
def test_a_creator_adds_and_takes_out_while_he_edits_and_a_refusal_says_why(office, status):
    item = office.as_user("creator").item("Pont", unit="TRA")
    office.keep()
    creator = office.at("creator")

    def add(category):
        creator.open(item.absolute_url())
        form = creator.getForm(action=f"{item.absolute_url()}/@@attach")
        form.getControl(name="file").add_file(io.BytesIO(b"note"), "text/plain", "note.txt")
        form.getControl(name="category").value = [category]
        form.submit()

    add("item_annex")
    creator.getControl("Take out").click()
    assert status(creator) == "200" and "The file was taken out." in creator.contents
    transaction.begin()
    assert children(item, "annex") == []
    item.state = "validated"
    item.reindexObject()
    item.reindexObjectSecurity()
    transaction.commit()
    add("item_annex")
    assert status(creator) == "409" and "You may not add a file of this category now." in creator.contents
    add("decision_annex")
    assert status(creator) == "200" and "@@detach" not in creator.contents
