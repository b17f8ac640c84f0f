"""The text of a template becomes the inside of an OpenDocument text."""

import pytest

from commune.core.documents.source import SourceError, body, inline


def test_words_expressions_bold_and_italic():
    assert inline("Le {day(d)}, **vu** //la loi//") == (
        'Le <text:text-input text:description="">day(d)</text:text-input>, <text:span text:style-name="Strong">vu'
        '</text:span> <text:span text:style-name="Emphasis">la loi</text:span>'
    )


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Objet : avis", "Objet\u00a0: avis"),
        ("Vraiment ?", "Vraiment\u202f?"),
        ("« oui »", "«\u00a0oui\u00a0»"),
        ("a & b < c", "a &amp; b &lt; c"),
        ("10 %", "10\u00a0%"),
    ],
)
def test_french_spaces_do_not_break(typed, written):
    assert inline(typed) == written


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("%if a\nb", 2, "missing %end of %if a"),
        ("a\n%end", 2, "%end means nothing here"),
        ("%for a in b\n%else\n%end", 2, "%else means nothing here"),
        ("@purple a", 1, "unknown style @purple"),
        ("%jump", 1, "%jump means nothing here"),
    ],
)
def test_a_fault_names_its_line(text, line, reason):
    with pytest.raises(SourceError) as error:
        body(text)
    assert (error.value.line, error.value.reason) == (line, reason)


def test_a_line_may_go_on_below():
    assert body("a\\\nb") == '<text:p text:style-name="Text_body">a<text:line-break/>b</text:p>'


def test_items_make_one_list_and_rows_one_table():
    made = body("- a\n- b\n\n|= A | B |\n%row for x in xs\n| {x} | 1 |\nfin")
    assert (made.count("<text:list "), made.count("<table:table "), made.count("do row for x in xs")) == (1, 1, 1)
    assert made.endswith("</table:table>" + '<text:p text:style-name="Text_body">fin</text:p>')
