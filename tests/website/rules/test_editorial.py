from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.website.rules import editorial as ed
from commune.website.rules.editorial import Publication

SINCE, UNTIL = datetime(2026, 9, 15, 8), datetime(2026, 9, 15, 18)


def codes(html):
    return [w.code.removeprefix("editorial.") for w in ed.html_warnings(html)]


@pytest.mark.requirement("website:W-9.2")
@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h2>Déchets</h2><h3>Tri</h3><p>Trier <a href='/tri'>les déchets</a>.</p><h2>Plus</h2>", []),
        ("<img src='a.png'>", ["alt_missing"]),
        ("<img src='a.png' alt='  '>", ["alt_missing"]),
        ("<img src='a.png' alt=''>", ["alt_missing"]),
        ("<img src='a.png' alt='' role='presentation'>", []),
        ("<img src='a.png' data-decorative>", []),
        ("<img src='a.png' alt='The town hall'/>", []),
        ("<h2>A</h2><h4>B</h4>", ["heading_skipped"]),
        ("<h3>A</h3>", ["heading_skipped"]),
        ("<h2> </h2>", ["heading_empty"]),
        ("<a href='/x'></a>", ["link_empty"]),
        ("<a href='/x'><img src='i.png' alt='Waste'></a>", []),
        ("<a href='/x' aria-label='Waste'></a>", []),
        ("<a href='/x'>Cliquez <b>ici</b></a>", ["link_vague"]),
        ("<a href='/x'>En savoir plus…</a>", ["link_vague"]),
        ("<a href='/x' target='_blank'>Waste</a>", ["new_window"]),
        ("<table><tr><td>1</td></tr></table>", ["table_without_header"]),
        ("<table><tr><th>A</th></tr></table>", []),
        ("<th>A</th></table>", []),
        ("<p>ATTENTION TRAVAUX RUE HAUTE</p>", ["capitals"]),
        ("<p>CPAS ET CODT</p>", []),
        ("<p>Les champs en rouge sont requis</p>", ["colour_only"]),
        ("<p>open <a href='/x'>Waste</p></a>", []),
        ("</p>", []),
    ],
)
def test_guard_rails(html, expected):
    assert codes(html) == expected


@pytest.mark.requirement("website:W-9.2")
def test_only_a_missing_alternative_stops_the_publication():
    warnings = ed.html_warnings("<h4>x</h4>\n<img src='a.png'>")
    assert [w.place for w in warnings] == ["line 1", "line 2"]
    assert [w.code for w in ed.blocking(warnings)] == ["editorial.alt_missing"]


@given(st.text(alphabet="<>/ahp1='\"& ", max_size=60))
def test_any_text_is_read_without_error(html):
    assert isinstance(ed.html_warnings(html), tuple)


@pytest.mark.requirement("website:W-9.2")
def test_files_and_videos():
    found = ed.file_warnings([("a.pdf", True), ("b.pdf", False)], [("c", False), ("d", True)])
    assert [(w.code, w.place) for w in found] == [("editorial.pdf_untagged", "b.pdf"), ("editorial.no_captions", "c")]


@pytest.mark.requirement("website:W-15")
@pytest.mark.parametrize(
    ("now", "public", "change"),
    [
        (datetime(2026, 9, 15, 7, 59, 59), False, SINCE),
        (SINCE, True, UNTIL),
        (datetime(2026, 9, 15, 17, 59, 59), True, UNTIL),
        (UNTIL, False, None),
    ],
)
def test_public_from_and_until(now, public, change):
    news = Publication(SINCE, UNTIL)
    assert (news.is_public(now), news.next_change(now)) == (public, change)
    assert Publication().is_public(now)


def test_publication_bounds_and_review():
    assert ed.publication_refusals(Publication(SINCE, UNTIL)) == ed.publication_refusals(Publication()) == ()
    assert [r.code for r in ed.publication_refusals(Publication(SINCE, SINCE))] == ["publication.reversed"]
    assert ed.review_due(date(2026, 1, 1)) == date(2027, 1, 1)
