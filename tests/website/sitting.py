"""A public sitting of the Council of Valmont for tests: decided, one secret poll, one item withdrawn."""

from dataclasses import replace
from datetime import UTC, date, datetime

from commune.core.rules.public import PublicFile, PublicItem, PublicPoll
from commune.website.rules.identifiers import Identifiers
from commune.website.rules.linked_data import Holder, Sitting
from commune.website.rules.public_meetings import Trace

IDS = Identifiers("https://www.valmont.example.org")
AT = datetime(2026, 10, 27, 8, tzinfo=UTC)
LATER = datetime(2026, 10, 28, 9, tzinfo=UTC)
OPEN = PublicPoll(False, "adopted", "", (("yes", 2), ("abstain", 1)), (("yes", ("m1", "m2")), ("abstain", ("m3",))))
SECRET = PublicPoll(True, "adopted", "Désignation", (("yes", 2), ("no", 1)))
PLAN = PublicFile("f1", "Plan", "plan.pdf", "application/pdf", 12, "aa")
WASTE = PublicItem("i1", "1", "Collecte des déchets", "Cadre de vie", "<p>Le Conseil décide.</p>", "accepted", "12",
                   files=(PLAN,), polls=(OPEN,), present=("m1", "m2", "m3"))  # fmt: skip
SEAT = PublicItem("i2", "2", "Désignation", "", "", "accepted", polls=(SECRET,))
PLACE = PublicItem("", "3", "")
LAST = PublicItem("i4", "4", "Budget 2027", "", "<p>Le budget.</p>", "delayed")
ITEMS = (WASTE, SEAT, PLACE, LAST)
GONE = Trace("i9", "9", AT, LATER, True, "Publié par erreur")
TRACES = (*(Trace(item.uid, item.number, AT, AT) for item in ITEMS if item.uid), GONE)
DECIDED = Sitting(
    uid="s1",
    body="council",
    body_title="Conseil communal",
    kind=("council", "Conseil"),
    authority="Commune de Valmont",
    enterprise_number="0999.999.130",
    title="Séance du 26 octobre",
    page="https://www.valmont.example.org/council/s1",
    language="fr",
    stage="decisions",
    day=date(2026, 10, 26),
    start=datetime(2026, 10, 26, 19, tzinfo=UTC),
    opened=datetime(2026, 10, 26, 19, 5, tzinfo=UTC),
    closed=datetime(2026, 10, 26, 21, tzinfo=UTC),
    place="Salle du Conseil",
    chair="m1",
    secretary="m4",
    present=("m1", "m2", "m3"),
    items=ITEMS,
    traces=TRACES,
    published=AT,
    changed=LATER,
)
PROJECT = replace(DECIDED, stage="project", opened=None, closed=None, chair="", secretary="", present=(),
                  items=tuple(replace(item, outcome="", polls=(), present=()) for item in ITEMS))  # fmt: skip
WITHDRAWN = replace(DECIDED, stage="withdrawn", items=(), reason="Erreur")
HOLDERS = {
    uid: Holder(uid, person, first, last, role, label, date(2024, 12, 2), None, rank)
    for uid, person, first, last, role, label, rank in (
        ("m1", "p1", "Alain", "Aubertin", "president", "Président", 1),
        ("m2", "p2", "Anne", "Baudrenne", "councillor", "Conseillère", 2),
        ("m3", "p1", "Alain", "Aubertin", "councillor", "Conseiller", 3),
        ("m4", "p4", "Julie", "Tordoir", "general_director", "Directrice générale", 0),
        ("m5", "p5", "Hugues", "Ostrevant", "councillor", "Conseiller", 5),
    )
}
WORDS = {"accepted": "Adopté", "delayed": "Reporté", "adopted": "Adopté"}
