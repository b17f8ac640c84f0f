"""Opinions through the application: their time, their chain, their copies, and who may do what with them."""

from datetime import date
from decimal import Decimal

import pytest
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory

from commune.core.workflow.actor import Actor, current_actor
from commune.core.workflow.process import Refused
from commune.core.workflow.units import unit_uid
from commune.meeting.content.opinions import opinion_files
from commune.meeting.documents.item_papers import finance
from commune.meeting.rules.finance import FUNCTIONS
from commune.meeting.rules.ready_made import ready_made
from commune.meeting.rules.records import to_json
from commune.meeting.workflow.configuration import configure
from commune.meeting.workflow.history import timeline
from commune.meeting.workflow.opinion_acts import act, offered
from commune.meeting.workflow.opinion_shown import opinions_seen
from commune.meeting.workflow.settings import settings_of
from tests.clocks import on

ROWS = [{**row, "service": "FIN"} for row in to_json(ready_made("college_communal").opinions.rows)]
HEAD, DIRECTOR = "proposed_to_head", "proposed_to_director"


@pytest.fixture()
def body(sitting):
    """Gives ``set_(**opinions)``, which settles the opinions of the College."""

    def set_(adaptations=(), waits="", **opinions):
        document = sitting.college.document
        document["opinions"] |= {"rows": ROWS, "give": [HEAD, DIRECTOR], "edit": [], "view": [HEAD], **opinions}
        document["adaptations"] = sorted({*document["adaptations"], *adaptations})
        for level in document["levels"]:
            level["waits"] = level["state"] == waits
        configure(sitting.college, document, "secretary")

    return set_


class Desk:
    """What people do with the opinions of one item, and see of them."""

    def __init__(self, sitting, item, service="FIN"):
        self.sitting, self.item, self.service = sitting, item, service

    def actor(self, name):
        self.sitting.as_user(name)
        return current_actor(self.item)

    def do(self, name, act_, **wish):
        """The codes of the refusals, none when it was done."""
        actor = self.actor(name)
        try:
            act(self.item, act_, {"service": self.service, **wish}, actor)
        except Refused as refused:
            return [refusal.code for refusal in refused.refusals]
        return []

    def hand(self, hand, act_, **wish):
        """The same as a person of the service who is that hand of its chain."""
        actor = self.member(hand)
        try:
            act(self.item, act_, {"service": self.service, **wish}, actor)
        except Refused as refused:
            return [refusal.code for refusal in refused.refusals]
        return []

    def member(self, *hands):
        uid = unit_uid(self.service)
        return Actor(hands[0], frozenset(f"{uid}_{FUNCTIONS[hand]}" for hand in hands))

    def seen(self, name):
        (one,) = [one for one in self.all(self.actor(name)) if one.file.opinion.service == self.service]
        return one

    def all(self, actor):
        return opinions_seen(self.item, settings_of(self.item), actor)

    def state(self, name):
        return self.seen(name).state

    def text(self, name):
        opinion = self.seen(name).opinion
        return opinion.comment if opinion is not None else None

    def due(self):
        deadline = self.seen("secretary").standing.deadline
        return deadline.due if deadline is not None else None

    def acts(self, name):
        actor = self.actor(name)
        return offered(self.item, opinion_files(self.item)[self.service], settings_of(self.item), actor).acts

    def history(self, name, kind):
        return [line for line in timeline(self.item, self.actor(name)) if line["kind"] == kind]


def asked(sitting, day=date(2026, 5, 7), unit="URB", amount="45000", **fields):
    """An item above the threshold, proposed to the head on that day."""
    with on(day):
        item = sitting.as_user("creator").item("Marché", unit=unit, amount_excl_vat=Decimal(amount), **fields)
        sitting.go(item, "propose_to_head")
    return Desk(sitting, item)


@pytest.mark.requirement("meeting:AC-61", "meeting:ADV-6")
def test_days_left_until_the_limit_and_not_over_the_weekend_after(sitting, body):
    body()
    desk, found = asked(sitting), []
    for day in (8, 13, 14, 18, 19, 21, 22, 23):
        with on(date(2026, 5, day)):
            one = desk.seen("head")
            found.append((one.standing.days_left, one.clock))
    assert desk.due() == date(2026, 5, 22)
    assert found == [(9, "in_time"), (6, "in_time"), (6, "in_time"), (4, "in_time"), (3, "alert"), (1, "alert"),
                     (0, "alert"), (0, "timed_out")]  # fmt: skip


@pytest.mark.requirement("meeting:AC-63", "meeting:ADV-5")
def test_the_clock_counts_from_a_complete_file(sitting, body):
    body(from_complete=True)
    desk = asked(sitting)
    assert (desk.due(), desk.seen("head").clock) == (None, "suspended")
    with on(date(2026, 5, 12)):
        assert desk.do("worker", "evaluate", completeness="complete") == ["completeness.not_offered"]
        assert desk.do("adviser", "evaluate", completeness="complete") == []
        assert desk.due() == date(2026, 5, 28)
    with on(date(2026, 5, 18)):
        assert desk.do("adviser", "evaluate", completeness="incomplete") == ["completeness.comment_required"]
        assert desk.do("adviser", "evaluate", completeness="incomplete", comment="le devis") == []
    assert (desk.due(), desk.seen("head").clock) == (None, "suspended")
    kinds = ("file_complete", "file_incomplete")
    assert [line["comment"] for kind in kinds for line in desk.history("head", kind)] == ["", "le devis"]
    with on(date(2026, 5, 19)):
        assert desk.do("head", "evaluate", completeness="asked_again") == []
        assert desk.do("adviser", "evaluate", completeness="complete") == []
    assert desk.due() == date(2026, 6, 3)


@pytest.mark.requirement("meeting:AC-65", "meeting:ADV-8")
def test_a_manager_prorogues_with_a_reason_that_stays(sitting, body):
    body()
    desk = asked(sitting)
    assert desk.do("secretary", "change_delay", row="finance_20") == ["opinions.comment_required"]
    assert desk.do("secretary", "change_delay", row="finance_20", comment="prorogation demandée") == []
    assert desk.due() == date(2026, 6, 8)
    (line,) = desk.history("secretary", "opinion_delay_changed")
    assert (line["actor"], line["data"]["old"], line["data"]["new"], line["comment"]) == (
        "secretary", "finance_10", "finance_20", "prorogation demandée",
    )  # fmt: skip
    sitting.as_user("head").go(desk.item, "propose_to_director")
    assert desk.due() == date(2026, 6, 8)
    assert "change_delay" not in desk.acts("director")
    assert desk.do("director", "change_delay", row="finance_5", comment="vite") == ["opinions.delay_not_offered"]


@pytest.mark.requirement("meeting:ADV-8", "meeting:ADV-7")
def test_who_asked_by_hand_changes_the_delay_and_starts_it_anew(sitting, body):
    body()
    desk = asked(sitting, amount="1000", optional_advisers=["finance_10"])
    assert desk.do("creator", "change_delay", row="finance_5") == ["opinions.delay_not_offered"]
    assert desk.do("head", "change_delay", row="finance_5") == []
    assert desk.due() == date(2026, 5, 15)
    with on(date(2026, 5, 11)):
        assert desk.do("creator", "restart") == ["opinions.not_editor"]
        assert desk.do("head", "restart") == []
    assert (desk.due(), desk.seen("head").file.row) == (date(2026, 5, 19), "finance_5")


@pytest.mark.requirement("meeting:ADV-7")
def test_a_transition_of_the_body_starts_the_time_anew_and_others_do_not(sitting, body):
    body(give=[HEAD], restarting=["back_to_draft"])
    desk = asked(sitting)
    with on(date(2026, 5, 11)):
        sitting.as_user("head").go(desk.item, "propose_to_director")
        assert desk.seen("head").clock == "stopped_in_time"
        sitting.as_user("director").go(desk.item, "back_to_proposed_to_head", comment="revoir")
    assert desk.due() == date(2026, 5, 22)
    with on(date(2026, 5, 12)):
        sitting.as_user("head").go(desk.item, "back_to_draft", comment="revoir")
        sitting.as_user("creator").go(desk.item, "propose_to_head")
    assert desk.due() == date(2026, 5, 28)
    with on(date(2026, 6, 1)):
        sitting.as_user("head").go(desk.item, "back_to_draft", comment="revoir")
        sitting.as_user("creator").go(desk.item, "propose_to_head")
    assert desk.due() == date(2026, 5, 28)


@pytest.mark.requirement("meeting:ADV-2", "meeting:BOD-2")
def test_a_row_by_which_an_opinion_was_asked_keeps_its_figures(sitting, body):
    body(rows=[{**ROWS[0], "days": 9}, *ROWS[1:]])
    body()
    desk = asked(sitting)
    with pytest.raises(Refused) as refused:
        body(rows=[{**ROWS[0], "days": 12, "alert": 1}, *ROWS[1:]])
    assert [one.place for one in refused.value.refusals] == ["/opinions/rows/0/days", "/opinions/rows/0/alert"]
    with pytest.raises(Refused):
        body(rows=[])
    body(rows=[{**ROWS[0], "valid_until": "2030-01-01", "help": "Au-dessus du seuil"}, *ROWS[1:]])
    assert desk.due() == date(2026, 5, 22)


@pytest.mark.requirement("meeting:ADV-4")
def test_a_service_has_its_own_states_and_its_opinion_closes_and_opens(sitting, body):
    body(services=[{"service": "FIN", "mode": "replace", "give": [DIRECTOR]}])
    desk = asked(sitting, optional_advisers=["TRA"])
    assert desk.do("finance", "write", sense="positive") == ["opinions.not_giveable"]
    works = Desk(sitting, desk.item, "TRA")
    assert works.do("adviser", "give", sense="positive") == []
    sitting.as_user("head").go(desk.item, "propose_to_director")
    assert desk.do("finance", "write", sense="positive", comment="brouillon") == []
    sitting.as_user("director").go(desk.item, "validate")
    assert desk.do("finance", "give", sense="positive") == ["opinions.not_giveable"]
    sitting.as_user("secretary").go(desk.item, "back_to_proposed_to_director", comment="revoir")
    assert [line["actor"] for kind in ("opinion_closed", "opinion_reopened") for line in desk.history("head", kind)
            if line["data"]["service"] == "FIN"] == ["system", "system"]  # fmt: skip
    assert desk.do("finance", "give", sense="positive") == []


@pytest.mark.requirement("meeting:AC-109", "meeting:ADV-3")
def test_a_text_hidden_while_it_is_written_is_found_again(sitting, body):
    body(give=[HEAD], view=[HEAD, DIRECTOR])
    desk = asked(sitting)
    wish = {"sense": "negative", "comment": "Zizanie", "observations": "Pour nous", "reference": "F/12"}
    assert desk.do("creator", "write", **wish) == ["opinions.not_adviser"]
    assert desk.do("finance", "write", **wish) == []
    assert (desk.state("head"), desk.text("head")) == ("hidden_during_writing", None)
    sitting.as_user("head").go(desk.item, "propose_to_director")
    assert (desk.state("director"), desk.text("director")) == ("considered_not_given", None)
    assert "give" not in desk.acts("finance")
    sitting.as_user("director").go(desk.item, "back_to_proposed_to_head", comment="revoir")
    assert (desk.text("finance"), desk.seen("finance").opinion.hidden_observations) == ("Zizanie", "Pour nous")
    assert {"give", "write"} <= set(desk.acts("finance")) and desk.text("head") is None
    assert desk.do("finance", "give", **wish) == []
    assert (desk.state("head"), desk.text("head"), desk.seen("head").opinion.reference) == ("given", "Zizanie", "F/12")


WAITING = {"adaptations": ["waiting_opinions"], "waits": HEAD}


def chained(sitting, body, **chain):
    body(give=[f"waiting_opinions_{HEAD}"], view=[HEAD], chains=[{"service": "FIN", **chain}], **WAITING)
    desk = asked(sitting)
    sitting.as_user("head").go(desk.item, "wait_for_opinions")
    return desk


@pytest.mark.requirement("meeting:AC-67", "meeting:ADV-10")
def test_the_opinion_of_finance_goes_from_hand_to_hand(sitting, body):
    desk = chained(sitting, body)
    assert desk.hand("editor", "step", step="mark_incomplete", comment="non") == ["opinions.step_not_offered"]
    assert desk.hand("controller", "step", step="mark_incomplete") == ["completeness.comment_required"]
    assert desk.hand("controller", "step", step="mark_incomplete", comment="le devis") == []
    assert (desk.item.state, desk.state("head")) == (HEAD, "back_in_service")
    assert [line["comment"] for line in desk.history("head", "file_incomplete")] == ["le devis"]
    sitting.as_user("head").go(desk.item, "wait_for_opinions")
    assert (desk.item.completeness, desk.state("head")) == ("asked_again", "being_written")
    assert desk.hand("controller", "step", step="mark_complete") == []
    assert desk.hand("editor", "step", step="to_reviewing") == ["opinions.nothing_written"]
    assert desk.hand("reviewer", "write", sense="negative", comment="Trop cher") == ["opinions.not_adviser"]
    assert desk.hand("editor", "write", sense="negative", comment="Trop cher") == []
    assert desk.do("finance", "give", sense="positive") == ["opinions.not_adviser"]
    for hand, step in (("editor", "to_reviewing"), ("reviewer", "to_managing"), ("manager", "sign")):
        assert (desk.state("head"), desk.text("head")) == ("being_written", None)
        assert desk.hand(hand, "step", step=step) == []
    assert desk.history("head", "opinion_step") == []
    assert (desk.state("head"), desk.seen("finance").stage) == ("being_written", "signed")
    assert desk.hand("manager", "step", step="give") == []
    assert (desk.state("head"), desk.text("head")) == ("given", "Trop cher")


@pytest.mark.requirement("meeting:AC-67", "meeting:ADV-11")
def test_asked_again_the_chain_begins_anew_and_may_be_undone(sitting, body):
    desk = chained(sitting, body, variant="manager_only", completeness=False)
    assert desk.hand("manager", "write", sense="negative", comment="Trop cher") == []
    assert desk.hand("manager", "step", step="sign") == [] == desk.hand("manager", "step", step="give")
    assert desk.do("creator", "ask_again") == ["opinions.not_editor"]
    assert desk.do("head", "ask_again") == []
    assert (desk.state("head"), len(desk.seen("head").file.opinion.versions)) == ("asked_again", 1)
    assert desk.hand("manager", "step", step="sign") == ["opinions.asked_again"]
    assert desk.do("creator", "restore") == ["opinions.not_editor"]
    assert desk.do("head", "restore") == []
    assert (desk.state("head"), desk.text("head")) == ("given", "Trop cher")
    assert [line["number"] for line in desk.history("head", "opinion_version")] == [1]


@pytest.mark.requirement("meeting:ADV-1")
def test_ways_of_asking_and_an_opinion_that_nobody_asked(sitting, body):
    body(initiative=["FIN"])
    item = sitting.as_user("creator").item("Marché", unit="URB")
    keys = [term.value for term in getUtility(IVocabularyFactory, "commune.meeting.advisers")(item)]
    assert {"FIN", "finance_10", "FIN/finance", "TRA/adviser"} <= set(keys) and "finance_20" not in keys
    item.optional_advisers = ["TRA/adviser"]
    sitting.go(item, "propose_to_head")
    desk, works = Desk(sitting, item), Desk(sitting, item, "TRA")
    assert works.seen("head").file.person == "adviser"
    assert desk.do("creator", "give", sense="positive") == ["opinions.not_adviser"]
    assert desk.do("finance", "give", sense="positive", comment="Prévu au budget") == []
    assert (desk.state("head"), desk.seen("head").file.how) == ("given", "initiative")
    assert desk.do("head", "ask_again") == ["opinions.own_initiative"]
    assert [(one["initiative"], one["text"]) for one in finance(item)["opinions"]] == [(True, "Prévu au budget")]


@pytest.mark.requirement("meeting:ADV-10")
@pytest.mark.parametrize(("amount", "asks"), [("30000.01", ["FIN"]), ("30000", [])], ids=["above", "at"])
def test_finance_is_heard_above_the_threshold_of_its_body(sitting, body, amount, asks):
    body()
    desk = asked(sitting, amount=amount)
    assert list(opinion_files(desk.item)) == asks
    with on(date(2026, 5, 23)):
        desk.actor("head")
        facts = [(one["late"], one["due"], one["given"]) for one in finance(desk.item)["opinions"]]
    assert facts == [(True, date(2026, 5, 22), None)] * len(asks)
