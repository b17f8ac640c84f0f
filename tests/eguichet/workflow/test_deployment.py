"""Procedures come with the authority: checked whole, written once, published when complete."""

import json
from dataclasses import replace

import pytest
from plone import api
from plone.app.testing import login
from Products.CMFCore.WorkflowCore import WorkflowException

from commune.core.workflow.process import Refused
from commune.eguichet.workflow.deployment import PART, shipped_form
from commune.eguichet.workflow.forms import current_form, publish_form
from commune.eguichet.workflow.sheets import lacks
from tests.eguichet.filling import procedure
from tests.layers import valmont


def with_entry(**change):
    profile = valmont()
    entry = {**profile.content["procedures"][0], **change}
    return replace(profile, content={**profile.content, "procedures": (entry,)})


@pytest.mark.requirement("eguichet:E-1.1")
def test_the_procedure_is_published_complete_and_with_its_form(portal):
    found = procedure(portal)
    assert api.content.get_state(found) == "published"
    assert lacks(found) == ()
    assert (current_form(found).id, current_form(found).version) == ("urbanism-permit", 1)
    assert [brain.getId for brain in api.content.find(portal_type="procedure")] == ["permis-d-urbanisme"]


def test_a_second_deployment_changes_nothing(portal):
    assert PART.apply(portal, valmont()) == ()


@pytest.mark.parametrize(
    ("change", "place"),
    [
        pytest.param({"identifier": ""}, "content/procedures.json: entry 1, identifier", id="no-identifier"),
        pytest.param({"colour": "red"}, "content/procedures.json: entry 1, colour", id="unknown-key"),
        pytest.param({"form": "no-such"}, "content/procedures.json: entry 1, form", id="no-such-form"),
        pytest.param({"verified_on": "soon"}, "content/procedures.json: entry 1, verified_on", id="no-day"),
    ],
)
def test_a_faulty_entry_is_told_before_anything_is_written(change, place):
    assert [one.place for one in PART.check(with_entry(**change))] == [place]


@pytest.mark.requirement("eguichet:E-2.1")
def test_a_form_with_a_fault_is_told_with_its_path():
    document = json.loads(shipped_form("urbanism-permit"))
    document["pages"][0]["groups"][0]["fields"][0]["type"] = "magic"
    profile = replace(with_entry(form="own"), files={"forms/own.json": json.dumps(document).encode()})
    assert [one.place for one in PART.check(profile)] == ["forms/own.json: $.pages[0].groups[0].fields[0].type"]


@pytest.mark.requirement("eguichet:E-29")
def test_a_published_version_never_changes(portal):
    document = json.loads(shipped_form("urbanism-permit"))
    document["title"] = "Autre titre"
    with pytest.raises(Refused):
        publish_form(procedure(portal), document)
    assert publish_form(procedure(portal), {**document, "version": 2})
    assert current_form(procedure(portal)).version == 2


@pytest.mark.requirement("eguichet:E-1.1")
def test_an_incomplete_sheet_is_not_published(portal):
    login(portal, "manager")
    with api.env.adopt_roles(["Manager"]):
        made = api.content.create(portal["demarches"], "procedure", title="Abattre un arbre", identifier="x/arbre")
        with pytest.raises(WorkflowException):
            portal.portal_workflow.doActionFor(made, "publish")
        assert api.content.get_state(made) == "private"
