"""What is known of the past of an item: changes of its fields, what was frozen, what a reader may see."""

import pytest
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

from commune.core.content.records import Records
from commune.core.workflow.actor import current_actor
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.history import since_frozen, timeline
from commune.meeting.workflow.snapshots import snapshots
from commune.meeting.workflow.texts import rich


def edit(item, **values):
    for name, value in values.items():
        setattr(item, name, value)
    notify(ObjectModifiedEvent(item))


def changes(item):
    return [(change.actor, change.field, change.old, change.new) for change in Records(item, "field_changes")]


@pytest.mark.requirement("meeting:HIS-1")
def test_each_change_of_a_chosen_field_is_kept_once(sitting):
    item = sitting.as_user("creator").item(title="Trottoirs")
    edit(item, title="Trottoirs, rue du Moulin", internal_notes=rich("<p>x</p>"))
    edit(item)
    edit(item, decision=rich("<p>Refus.</p>"))
    assert changes(item) == [
        ("creator", "title", "Trottoirs", "Trottoirs, rue du Moulin"),
        ("creator", "decision", "<p>Le Collège marque son accord.</p>", "<p>Refus.</p>"),
    ]
    kinds = [line["kind"] for line in timeline(item, current_actor(item))]
    assert kinds[0] == "created" and kinds.count("field_changed") == 2


def test_a_text_written_by_a_rule_is_a_change_too(sitting):
    document = sitting.college.document
    rule = {"transition": "propose_to_head", "field": "decision", "text": "<p>À décider.</p>"}
    configure(sitting.college, {**document, "text_rules": [*document.get("text_rules", []), rule]}, "x")
    item = sitting.as_user("creator").item(decision="<p>Projet.</p>")
    sitting.go(item, "propose_to_head")
    assert changes(item) == [("creator", "decision", "<p>Projet.</p>", "<p>À décider.</p>")]


def test_only_in_the_states_chosen(sitting):
    document = sitting.college.document
    document["fields"]["history_states"] = ["proposed_to_head"]
    configure(sitting.college, document, "x")
    item = sitting.as_user("creator").item(title="Un")
    edit(item, title="Deux")
    sitting.go(item, "propose_to_head")
    edit(item, title="Trois")
    assert [change[1:] for change in changes(item)] == [("title", "Deux", "Trois")]


@pytest.mark.requirement("meeting:AC-113", "meeting:HIS-3")
def test_what_was_adopted_is_compared_with_what_was_frozen(sitting):
    meeting = sitting.as_user("secretary").meeting(2027, 1, 11, 9)
    item = sitting.item(decision="<p>Article 1. Oui.</p><p>Article 2. Dix euros.</p>")
    item.state = "validated"
    sitting.go(item, "present").go(meeting, "freeze")
    sealed = snapshots(meeting)[0].digest
    assert since_frozen(item) == ({}, ())
    sitting.go(meeting, "decide")
    edit(item, decision=rich("<p>Article 1. Oui.</p><p>Article 2. Douze euros.</p>"))
    sitting.go(item, "accept")
    changed, (warning,) = since_frozen(item)
    assert changed == {
        "decision": [
            ("same", "Article 1. Oui. Article 2."), ("removed", "Dix"), ("added", "Douze"), ("same", "euros."),
        ]
    }  # fmt: skip
    assert warning.code == "items.text_was_modified"
    sitting.go(item, "back_to_decidable", "accept_but_modify")
    assert since_frozen(item)[1] == ()
    sitting.go(meeting, "close")
    assert snapshots(meeting)[0].digest == sealed


def test_comments_and_mails_are_not_for_everybody(sitting):
    item = sitting.as_user("creator").item(copy_groups=["AuthenticatedUsers"])
    sitting.go(item, "propose_to_head").as_user("head").go(item, "back_to_draft", comment="revoir l'article 2")
    comments = {}
    for name in ("creator", "secretary", "finance"):
        actor = current_actor((sitting.as_user(name), item)[1])
        lines = timeline(item, actor)
        comments[name] = ("revoir l'article 2" in [line.get("comment") for line in lines],
                          any(line["kind"].startswith("mail_") for line in lines))  # fmt: skip
    assert comments == {"creator": (True, False), "secretary": (True, True), "finance": (False, False)}
