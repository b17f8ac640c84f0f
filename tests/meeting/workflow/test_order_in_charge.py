"""The order of an agenda by those in charge (AC-19)."""

import pytest
from plone import api

from commune.meeting.rules.bodies import to_json
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.place import items_on
from commune.meeting.workflow.settings import read_settings, unit_order

CHARGED = {"a": (2,), "b": (1, 3), "c": (), "d": (1,), "e": (1, 2, 3), "f": (3,), "g": (2, 3), "h": (1, 2)}


@pytest.mark.requirement("meeting:AC-19", "meeting:ORD-1")
@pytest.mark.parametrize(("reverse", "order"), [(False, "cdhebagf"), (True, "fgabehdc")], ids=["ascending", "reversed"])
def test_items_stand_in_the_order_of_those_in_charge(sitting, reverse, order):
    document = to_json(read_settings(sitting.college).body)
    document["agenda"]["rules"] = [{"kind": "in_charge", "reverse": reverse}]
    configure(sitting.college, document, "chief")
    elected = unit_order()[:3]
    meeting = sitting.as_user("secretary").meeting(2027, 1, 11, 9)
    for title, ranks in CHARGED.items():
        charged = [elected[rank - 1] for rank in ranks]
        item = sitting.item(title, services_in_charge=charged, preferred_meeting=meeting.UID())
        item.state = "validated"
        with api.env.adopt_roles(["Manager"]):
            sitting.go(item, "present")
    assert "".join(item.title for item in items_on(meeting)) == order
