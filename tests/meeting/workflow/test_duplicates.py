"""Templates and copies: what follows, what stays behind, who may."""

import pytest
from plone import api

from commune.core.content.journal import Journal
from commune.core.workflow.actor import current_actor
from commune.core.workflow.annexes import attach
from commune.core.workflow.creation import create
from commune.core.workflow.lookup import children
from commune.core.workflow.process import Refused
from commune.core.workflow.units import unit_uid
from commune.meeting.workflow.duplicates import duplicate, from_template, templates, templates_folder
from commune.meeting.workflow.texts import raw, rich


def titles(sitting, name):
    return [one.title for one in templates(sitting.college, current_actor(sitting.as_user(name).portal))]


@pytest.fixture()
def template(sitting):
    """Restricted to the works, with two annexes of which one follows."""
    sitting.as_user("secretary")
    category = sitting.college.document["agenda"]["categories"][:1]
    made = create(
        templates_folder(sitting.college), "meeting_template", title="Travaux de voirie",
        description=rich("<p>Voirie</p>"), decision=rich("<p>Accord.</p>"), services=[unit_uid("TRA")],
        privacy="public", category=category[0]["id"] if category else None,
    )  # fmt: skip
    kept = attach(made, "plan.txt", b"plan", title="Plan")
    attach(made, "note.txt", b"note", title="Note")
    made.kept_annexes = [kept.UID()]
    return made


@pytest.mark.requirement("meeting:AC-11", "meeting:ITM-1")
def test_a_template_is_for_its_services_and_gives_its_texts(sitting, template):
    api.group.add_user(groupname=f"{unit_uid('FIN')}_creator", username="finance")
    assert titles(sitting, "finance") == ["—"]
    assert titles(sitting, "creator") == ["—", "Travaux de voirie"]
    actor = current_actor(sitting.as_user("creator").portal)
    item = from_template(sitting.college, template.UID(), unit_uid("TRA"), actor)
    assert (item.title, raw(item, "description"), raw(item, "decision"), item.category, item.privacy) == (
        "Travaux de voirie", "<p>Voirie</p>", "<p>Accord.</p>", template.category, "public",
    )  # fmt: skip
    assert [annex.title for annex in children(item, "annex")] == ["Plan"]
    assert (item.state, item.reference, item.predecessor) == ("draft", None, None)
    assert [entry.kind for entry in Journal(item)] == ["created", "proposed"]


def test_a_template_is_refused_for_another_service_and_to_another_creator(sitting, template):
    actor = current_actor(sitting.as_user("creator").portal)
    with pytest.raises(Refused):
        from_template(sitting.college, template.UID(), unit_uid("URB"), actor)
    urbanist = current_actor(sitting.as_user("urbanist").portal)
    with pytest.raises(Refused):
        from_template(sitting.college, template.UID(), unit_uid("TRA"), urbanist)


def test_nobody_deletes_the_empty_template(sitting):
    empty = templates_folder(sitting.college)["empty"]
    sitting.as_user("secretary")
    assert not api.user.has_permission("Delete objects", obj=empty)
    other = create(templates_folder(sitting.college), "meeting_template", title="Autre")
    assert api.user.has_permission("Delete objects", obj=other)
    assert not api.user.has_permission("Delete objects", user=api.user.get("creator"), obj=other)


@pytest.mark.requirement("meeting:ITM-2")
def test_a_duplicate_takes_texts_and_the_annexes_chosen(sitting):
    item = sitting.as_user("creator").item(title="Trottoirs", unit="TRA", to_discuss=True, external_id="X-1")
    kept = attach(item, "plan.txt", b"plan", title="Plan")
    attach(item, "note.txt", b"note", title="Note")
    new = duplicate(item, current_actor(item), annexes=[kept.UID()])
    assert (new.title, new.to_discuss, new.external_id, new.state) == ("Trottoirs", True, "", "draft")
    assert (new.predecessor, item.successors, new.creators) == (item.UID(), (new.UID(),), ("creator",))
    assert [annex.title for annex in children(new, "annex")] == ["Plan"]
    loose = duplicate(item, current_actor(item), unit=unit_uid("URB"), link=False)
    assert (loose.predecessor, item.successors, loose.responsible_unit) == (None, (new.UID(),), unit_uid("URB"))


@pytest.mark.requirement("meeting:AC-105", "meeting:ITM-3", "meeting:ROL-5")
def test_a_copy_group_reads_a_closed_item_in_its_states_and_does_not_duplicate_it(sitting):
    group = f"{unit_uid('URB')}_editor"
    draft, item = (sitting.as_user("creator").item(unit="TRA", privacy="secret", copy_groups=[group]) for _ in range(2))
    item.state = "validated"
    urbanist = api.user.get("urbanist")
    assert not api.user.has_permission("View", user=urbanist, obj=draft)
    assert api.user.has_permission("View", user=urbanist, obj=item)
    with pytest.raises(Refused) as refused:
        duplicate(item, current_actor(sitting.as_user("urbanist").portal), unit=unit_uid("URB"))
    assert [refusal.code for refusal in refused.value.refusals] == ["items.closed_session"]
    assert duplicate(item, current_actor(sitting.as_user("creator").portal)).privacy == "secret"


@pytest.mark.requirement("meeting:AC-105")
def test_only_managers_write_the_restricted_list(sitting):
    from commune.meeting.workflow.proposals import read_values

    given = {"restricted_copy_groups": ["x"]}
    assert [r.code for r in read_values(sitting.college, given, over_body=False)[1]] == ["items.unknown_field"]
    assert read_values(sitting.college, given, over_body=True) == ({"restricted_copy_groups": ["x"]}, ())
    item = sitting.as_user("creator").item(unit="TRA")
    manage = "commune.meeting: Manage a body and its meetings"
    item.state = "validated"
    rights = [api.user.has_permission(manage, user=api.user.get(name), obj=item) for name in ("creator", "secretary")]
    assert rights == [False, True]
