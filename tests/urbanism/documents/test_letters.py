"""The letters about a permit say what its data say, and are offered when they make sense."""

import io
import re
import zipfile
from datetime import date

import pytest

from commune.core.documents.registry import offered, produce
from commune.core.interfaces import IProcess
from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.process import Refused
from tests.clocks import on
from tests.urbanism.permits import complete, permit, told


@pytest.fixture()
def made(integration):
    with on(date(2026, 7, 15)):
        yield permit()


def text(document):
    """The words of a document, blanks folded."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        content = package.read("content.xml").decode()
    return " ".join(re.sub(r"<[^>]+>", " ", content).split())


def ids(made):
    return [one.id for one in offered(made)]


@pytest.mark.requirement("urbanism:13")
def test_each_letter_is_offered_in_its_time(made):
    seen = [ids(made)]
    made.missing_pieces = ["Plan d'implantation"]
    seen.append(ids(made))
    made.missing_pieces = []
    seen.append(ids(complete(made)))
    told(made, "decision", date(2026, 7, 14), data={"sense": "granted", "by": "college"})
    IProcess(made).perform(SYSTEM, "grant")
    seen.append(ids(made))
    assert seen == [[], ["urbanism.missing_pieces"], ["urbanism.acknowledgement"], ["urbanism.decision"]]


@pytest.mark.requirement("urbanism:13")
def test_the_acknowledgement_announces_the_term_of_the_decision(made):
    words = text(produce(complete(made), "urbanism.acknowledgement"))
    for said in ("Verlinde Camille", "Rue des Lilas, 4 5030 Gembloux", "PU/2026/0001", "75 jours", "23 septembre 2026"):
        assert said in words
    assert "None" not in words


@pytest.mark.requirement("urbanism:S03")
def test_the_statement_lists_exactly_the_missing_pieces(made):
    made.missing_pieces = ["Plan d'implantation", "Photos du bâtiment"]
    told(made, "missing_part", date(2026, 7, 14))
    IProcess(made).perform(SYSTEM, "mark_incomplete")
    words = text(produce(made, "urbanism.missing_pieces"))
    assert "Il nous manque : Plan d'implantation Photos du bâtiment Vous avez 180 jours" in words
    assert "10 janvier 2027" in words


def test_the_decision_tells_the_refusal_and_the_appeal(made):
    complete(made)
    told(made, "decision", date(2026, 7, 14), data={"sense": "refused", "number": "12", "text": "<p>Refuse.</p>"})
    IProcess(made).perform(SYSTEM, "refuse")
    words = text(produce(made, "urbanism.decision"))
    for said in ("Permis d'urbanisme refusé", "14 juillet 2026", "12", "Refuse.", "30 jours"):
        assert said in words
    assert "Affichez" not in words


def test_a_letter_out_of_its_time_is_refused(made):
    with pytest.raises(Refused):
        produce(made, "urbanism.decision")
