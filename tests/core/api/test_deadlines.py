"""@deadlines, @deadlines-compute, @steps, @journal and @opinions over HTTP."""

from datetime import date

import pytest
import transaction
from zope.component import getGlobalSiteManager

from commune.core.content.journal import Journal
from commune.core.content.opinions import Opinions
from commune.core.content.steps import Step, Steps
from tests.core.workflow.test_clocks import TriedClocks
from tests.golden import golden


@pytest.fixture()
def filled(served):
    getGlobalSiteManager().registerAdapter(TriedClocks)
    Steps(served.dossier).add(Step("complete", date(2026, 5, 4), by="applicant"), "edith")
    Opinions(served.dossier).ask("unit1", "edith", date(2026, 5, 4), mandatory=True)
    Journal(served.dossier).note("published", "edith", "Seen by all", internal=False)
    transaction.commit()
    yield served
    getGlobalSiteManager().unregisterAdapter(TriedClocks)


def test_readers_see_steps_and_deadlines_with_their_reasons_outsiders_nothing(filled):
    golden("steps-get", filled("olga").get("d1/@steps"))
    answer = filled("olga").get("d1/@deadlines")
    assert [(one["id"], one["due"], one["trace"][-1]["rule"]) for one in answer.json()["items"]] == [
        ("decide", "2026-06-03", "count"),
        ("answer", "2026-05-14", "count"),
    ]
    paths = ("d1/@steps", "d1/@deadlines", "d1/@journal", "d1/@opinions")
    assert {filled(name).get(path).status_code for name in ("otto", None) for path in paths} == {404}


@pytest.mark.requirement("core:DL-7")
def test_a_date_is_computed_with_the_days_skipped(served):
    wish = {"start": "2026-04-30", "n": 5, "unit": "working_days"}
    answer = served("otto").post("@deadlines-compute", json=wish)
    golden("deadlines-compute-post", answer)
    assert answer.json()["due"] == "2026-05-08"
    wrong = served("otto").post("@deadlines-compute", json={"start": "30/04", "n": -1, "unit": "moons"})
    assert wrong.status_code == 400
    assert [r["place"] for r in wrong.json()["error"]["refusals"]] == ["start", "n", "unit"]
    assert served().post("@deadlines-compute", json=wish).status_code == 401


def test_the_journal_tells_agents(filled):
    entries = filled("olga").get("d1/@journal").json()["items"]
    assert [entry["kind"] for entry in entries] == ["created", "step_added", "opinion_asked", "published"]
    assert entries[-1]["actor"] == "edith"


def test_an_adviser_writes_then_gives_and_an_observer_may_not(filled):
    wish = {"service": "unit1", "sense": "negative", "comment": "Trop haut"}
    refused = filled("olga").post("d1/@opinions", json=wish)
    assert (refused.status_code, refused.json()["error"]["refusals"][0]["code"]) == (409, "opinion.not_yours")
    assert filled("adam").post("d1/@opinions", json={**wish, "draft": True}).status_code == 200
    seen = filled("olga").get("d1/@opinions").json()["items"][0]
    assert (seen["comment"], "draft" in seen) == ("", False)
    golden("opinions-post", filled("adam").post("d1/@opinions", json=wish))
    assert filled("olga").get("d1/@opinions").json()["items"][0]["comment"] == "Trop haut"
