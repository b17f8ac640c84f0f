"""Answers carried into the words of another module."""

from datetime import date
from decimal import Decimal

import pytest

from commune.eguichet.rules.payload import fill, plain

ADDRESS = {
    "street": "Rue du Moulin",
    "number": "12",
    "box": "",
    "postal_code": "5030",
    "city": "Valmont",
    "country": "BE",
    "street_id": "rue-du-moulin",
    "verified": True,
}


@pytest.mark.parametrize(
    ("template", "values", "expected"),
    [
        pytest.param({"subject": "$subject"}, {"subject": "Un garage"}, {"subject": "Un garage"}, id="answer"),
        pytest.param({"kind": "garage"}, {}, {"kind": "garage"}, id="text-without-dollar-stays"),
        pytest.param({"author": {"name": "$author"}}, {}, {}, id="nobody-named-leaves-no-author"),
        pytest.param(
            {"applicants": [{"name": "$name"}, {"name": "$other"}]},
            {"name": "Verlinde"},
            {"applicants": [{"name": "Verlinde"}]},
            id="absent-person-leaves-the-list",
        ),
        pytest.param(
            {"location": "$address"},
            {"address": ADDRESS},
            {
                "location": {
                    "street": "Rue du Moulin",
                    "number": "12",
                    "postcode": "5030",
                    "locality": "Valmont",
                    "street_id": "rue-du-moulin",
                }
            },
            id="address-in-the-words-of-others",
        ),
        pytest.param({"parcels": "$p"}, {"p": ("A", "B")}, {"parcels": ["A", "B"]}, id="several-parcels"),
        pytest.param({"no": "$flag"}, {"flag": False}, {"no": False}, id="no-is-an-answer"),
    ],
)
@pytest.mark.requirement("eguichet:E-24")
def test_a_template_is_filled_with_the_answers(template, values, expected):
    assert fill(template, values) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(date(2026, 5, 4), "2026-05-04", id="day"),
        pytest.param({"a": date(2026, 5, 4)}, {"a": "2026-05-04"}, id="mapping"),
        pytest.param(Decimal("2.50"), "2.50", id="decimal"),
        pytest.param(None, "", id="nothing"),
        pytest.param(
            {**ADDRESS, "street_id": ""},
            {"street": "Rue du Moulin", "number": "12", "postcode": "5030", "locality": "Valmont"},
            id="free-address",
        ),
    ],
)
def test_values_travel_as_plain_data(value, expected):
    assert plain(value) == expected
