"""CSV files with everything that goes wrong in them."""

from datetime import date

from commune.core.rules.identifiers import parse_email
from commune.core.rules.tables import dated, parse_table, whole

KNOWN = ("code", "title", "since", "order")


def faults(table):
    return [(refusal.code, refusal.place) for refusal in table.refusals]


def test_a_good_file():
    table = parse_table(
        '\ufeffcode,title,since,order\nA, Un ,2026-01-01,2\n\nB,"Deux, trois",,\n', "x.csv", ("code",), KNOWN
    )
    assert faults(table) == []
    first, second = table.rows
    assert (first["title"], dated(table, first, "since"), whole(table, first, "order")) == ("Un", date(2026, 1, 1), 2)
    assert (second.line, second["title"], second["absent"], dated(table, second, "since")) == (
        4,
        "Deux, trois",
        "",
        None,
    )


def test_broken_headers_lines_and_quotes():
    assert faults(parse_table("", "x.csv", ("code",), KNOWN)) == [("table.empty", "x.csv:1")]
    table = parse_table("title,title,colour\na,b,c\na,b\na,b,c,d\n", "x.csv", ("code",), KNOWN)
    assert faults(table) == [
        ("table.column_missing", "x.csv:1"),
        ("table.column_unknown", "x.csv:1"),
        ("table.column_twice", "x.csv:1"),
        ("table.cells", "x.csv:3"),
        ("table.cells", "x.csv:4"),
    ]
    assert faults(parse_table('code\n"a"b\n', "x.csv", ("code",), KNOWN)) == [("table.quote", "x.csv:2")]


def test_bad_cells():
    table = parse_table("code,title,since,order\nA,@,demain,deux\n", "x.csv", ("code",), KNOWN)
    row = table.rows[0]
    assert dated(table, row, "since") is None and whole(table, row, "order") is None
    assert table.take(row, "title", parse_email(row["title"])) == ""
    assert faults(table) == [
        ("value.date", "x.csv:2:since"),
        ("value.number", "x.csv:2:order"),
        ("bad_format", "x.csv:2:title"),
    ]
    assert table.refusals[0].data == {"value": "demain", "expected": "YYYY-MM-DD"}
