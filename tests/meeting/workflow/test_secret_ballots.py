"""A secret ballot leaves no way from a person to a vote, in whatever is stored or told."""

import json
import random

import pytest
import transaction
from plone import api
from ZODB.serialize import ObjectWriter

from commune.core.content.journal import Journal
from commune.core.interfaces import IProcess
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.meeting.api.votes.votes_json import votes_json
from commune.meeting.rules.attendance import Member
from commune.meeting.rules.votes import Kind, Value
from commune.meeting.workflow import session
from commune.meeting.workflow.explanation import actor_named, explain_right, explain_transition

MEMBERS = [f"{number:032x}" for number in range(101, 108)]


@pytest.fixture()
def ballot(sitting):
    """An item to be voted on in secret by seven members who are there."""
    meeting = sitting.as_user("secretary").meeting(2027, 1, 11, 9)
    item = sitting.item(poll_type="secret")
    item.state = "validated"
    sitting.go(item, "present").go(meeting, "freeze", "decide")
    session.set_members(meeting, [Member(uid) for uid in MEMBERS], "secretary")
    transaction.savepoint(optimistic=True)
    return item


def stored_since(item):
    """The records that the database would keep of everything changed since the last savepoint."""
    changed = list(item._p_jar._registered_objects)
    assert changed
    return b"".join(ObjectWriter(part).serialize(part) for one in changed for part in ObjectWriter(one))


@pytest.mark.requirement("meeting:VOT-8")
def test_no_record_of_a_secret_vote_names_a_member(ballot):
    session.enter_counts(ballot, 0, {Value.YES: 4, Value.NO: 3}, "secretary")
    records = stored_since(ballot)
    assert b"secret_votes_entered" in records
    assert [uid for uid in MEMBERS if uid.encode() in records] == []
    entry = Journal(ballot).last()
    assert (entry.kind, entry.actor, dict(entry.data)) == ("secret_votes_entered", "secretary", {})
    told = json.dumps(votes_json(ballot))
    assert [uid for uid in MEMBERS if uid in told] == [] and votes_json(ballot)["polls"][0]["counts"]["yes"] == 4


@pytest.mark.requirement("meeting:VOT-8")
def test_a_named_vote_is_refused_and_leaves_nothing(ballot):
    for act in (lambda: session.enter_votes(ballot, 0, {MEMBERS[0]: Value.NO}, "secretary"),
                lambda: session.unanimous(ballot, 0, "secretary")):  # fmt: skip
        with pytest.raises(Refused):
            act()
    assert ballot.polls == ()


@pytest.mark.requirement("meeting:VOT-5", "meeting:VOT-8")
def test_what_was_said_in_public_goes_when_the_poll_becomes_secret(ballot):
    session.change_kind(ballot, Kind.PUBLIC, True, "secretary")
    session.enter_votes(ballot, 0, {MEMBERS[0]: Value.NO}, "secretary")
    with pytest.raises(Refused):
        session.change_kind(ballot, Kind.SECRET, False, "secretary")
    session.change_kind(ballot, Kind.SECRET, True, "secretary")
    assert MEMBERS[0] not in repr(ballot.polls) + "".join(repr(entry) for entry in Journal(ballot))


ACCOUNTS = ("creator", "head", "director", "dg", "secretary", "finance", "adviser", "councillor", "manager", "citizen")
PERMISSIONS = {"view": "View", "add": "Add portal content", "edit": "Modify portal content"}


@pytest.mark.requirement("meeting:AC-107", "meeting:ROL-6")
def test_what_is_explained_is_what_is_checked(sitting):
    dice = random.Random(107)
    items = [_anywhere(sitting, dice) for _ in range(24)]
    actions = [*PERMISSIONS, "manage"]
    manage = "commune.meeting: Manage a body and its meetings"
    for _turn in range(1000):
        name, item, action = dice.choice(ACCOUNTS), dice.choice(items), dice.choice(actions)
        verdict = explain_right(item, actor_named(name, item), action)
        real = api.user.has_permission(PERMISSIONS.get(action, manage), user=api.user.get(name), obj=item)
        assert (name, item.state, action, verdict.allowed) == (name, item.state, action, bool(real))
        assert not verdict.allowed or verdict.rules


@pytest.mark.requirement("meeting:AC-107")
def test_a_transition_explained_as_possible_is_made_and_another_is_refused(sitting):
    dice = random.Random(1)
    for _turn in range(40):
        item = _anywhere(sitting, dice)
        name, wish = dice.choice(ACCOUNTS), dice.choice(["propose_to_head", "validate", "back_to_draft", "present"])
        verdict = explain_transition(item, actor_named(name, item), wish)
        sitting.as_user(name)
        try:
            IProcess(item).perform(current_actor(item), wish, "motif")
            made = True
        except Refused:
            made = False
        assert (name, wish, verdict.allowed) == (name, wish, made)


def _anywhere(sitting, dice):
    item = sitting.as_user("creator").item(
        unit=dice.choice(["URB", "TRA", "FIN", "ADM"]), privacy=dice.choice(["public", "secret"])
    )
    item.state = dice.choice(["draft", "proposed_to_head", "proposed_to_director", "validated", "frozen", "accepted"])
    return item
