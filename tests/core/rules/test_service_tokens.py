"""Tokens of programs: what may be made, what each opens."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from commune.core.rules.service_tokens import (
    ServiceToken,
    TokenCall,
    TokenWish,
    against_call,
    against_making,
    in_place,
    works,
)

TODAY = date(2026, 11, 21)
WISH = TokenWish("Urban", "urbanist", "read", ("college",), TODAY)
TOKEN = ServiceToken("t", "Urban", "urbanist", "read", ("college",), datetime(2026, 11, 1, tzinfo=UTC), "admin", TODAY)
CALL = TokenCall("GET", "@item", frozenset({"item", "college"}), True)


@pytest.mark.parametrize(
    ("change", "account", "places"),
    [
        pytest.param({}, True, [], id="sound"),
        pytest.param({"expires": TODAY + timedelta(days=366)}, True, [], id="a-year"),
        pytest.param({"expires": TODAY + timedelta(days=367)}, True, ["expires"], id="longer"),
        pytest.param({"expires": TODAY - timedelta(days=1)}, True, ["expires"], id="past"),
        pytest.param({"expires": None}, True, ["expires"], id="for-ever"),
        pytest.param(
            {"title": " ", "scope": "all", "places": ("x",)}, False, ["title", "account", "scope", "places"], id="all"
        ),
    ],
)
def test_every_fault_of_a_token_is_told(change, account, places):
    told = against_making(replace(WISH, **change), TODAY, account, {"college": "College"})
    assert [one.place for one in told] == places


def test_a_token_works_until_its_last_day_unless_revoked():
    assert works(TOKEN, TODAY) and not works(TOKEN, TODAY + timedelta(days=1))
    assert not works(replace(TOKEN, revoked=TOKEN.made), TODAY)


@pytest.mark.parametrize(
    ("token", "call", "there", "codes"),
    [
        pytest.param({}, {}, True, [], id="reads-in-its-body"),
        pytest.param({}, {"inside": frozenset({"council"})}, False, [], id="another-body"),
        pytest.param({"places": ()}, {"inside": frozenset()}, True, [], id="whole-site"),
        pytest.param({}, {"service": "@openapi", "inside": frozenset()}, True, [], id="the-description"),
        pytest.param({}, {"method": "POST"}, True, ["token.reading_only"], id="reading-does-not-write"),
        pytest.param({"scope": "write"}, {"method": "DELETE"}, True, [], id="writing-writes"),
        pytest.param({"scope": "write"}, {"programs": False}, True, ["token.programs_only"], id="no-pages"),
        pytest.param({}, {"programs": False, "service": "@@download"}, True, [], id="files"),
        pytest.param(
            {"scope": "write"},
            {"programs": False, "service": "@@download", "method": "POST"},
            True,
            ["token.programs_only"],
            id="files-are-read",
        ),
    ],
)
def test_what_a_token_opens(token, call, there, codes):
    one, asked = replace(TOKEN, **token), replace(CALL, **call)
    assert (in_place(one, asked), [refusal.code for refusal in against_call(one, asked)]) == (there, codes)
