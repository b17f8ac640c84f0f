from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.refusals import Refusal
from commune.eguichet.rules import tracking
from commune.eguichet.rules.tracking import TrackedRequest

CODES = st.lists(st.integers(0, 31), min_size=10, max_size=10)
NOW = datetime(2026, 6, 15, 10, 0)
CODE = tracking.new_access_code(lambda n: 7)
REQUEST = TrackedRequest(CODE, mail="Anne@example.org", birth_date=date(1979, 3, 14))


def code_of(numbers):
    source = iter(numbers)
    return tracking.new_access_code(lambda n: next(source))


@pytest.mark.requirement("eguichet:E-9")
def test_reference_is_readable_and_read_back():
    reference = tracking.request_reference("val", "tree", 2026, 12)
    assert reference == "VAL-TREE-2026-00012"
    assert tracking.parse_reference(" val-tree-2026- 00012 ") == ("VAL", "TREE", 2026, 12)


@pytest.mark.parametrize("text", ["", "VAL-TREE-2026", "VAL-TREE-26-00012", "VAL-TREE-2026-00012-1"])
def test_other_texts_are_no_references(text):
    assert tracking.parse_reference(text) is None


@pytest.mark.requirement("eguichet:E-9")
@given(CODES)
def test_codes_have_eleven_letters_of_the_alphabet(numbers):
    code = code_of(numbers)
    assert len(code) == 11
    assert not set(code) & set("ILOU")
    assert tracking.read_access_code(code) == code


@given(CODES, st.integers(0, 10), st.integers(1, 31))
def test_one_wrong_letter_is_always_caught(numbers, place, shift):
    code = code_of(numbers)
    other = tracking.ALPHABET[(tracking.ALPHABET.index(code[place]) + shift) % 32]
    assert tracking.read_access_code(code[:place] + other + code[place + 1 :]) is None


def test_code_typed_by_hand_is_forgiven():
    code = code_of([1, 0, 1, 0, 5, 6, 7, 8, 9, 10])
    typed = f"{code[:4].replace('1', 'l').replace('0', 'o')}-{code[4:].lower()} "
    assert tracking.read_access_code(typed) == code


@pytest.mark.parametrize("text", ["", "7777", "7777777777U", "777777777777"])
def test_texts_that_are_no_codes(text):
    assert tracking.read_access_code(text) is None


@pytest.mark.requirement("eguichet:E-10")
@pytest.mark.parametrize(
    ("tracked", "code", "mail", "birth"),
    [
        pytest.param(None, CODE, "anne@example.org", None, id="no such request"),
        pytest.param(REQUEST, code_of(range(10)), "anne@example.org", None, id="wrong code"),
        pytest.param(REQUEST, "?", "anne@example.org", None, id="not a code"),
        pytest.param(REQUEST, CODE, "other@example.org", None, id="wrong mail"),
        pytest.param(REQUEST, CODE, "", date(1979, 3, 15), id="wrong birth date"),
        pytest.param(REQUEST, CODE, "", None, id="neither mail nor birth date"),
        pytest.param(TrackedRequest(CODE), CODE, "", None, id="empty never equals empty"),
        pytest.param(None, "0" * 11, "", None, id="the stand-in code opens nothing"),
    ],
)
def test_every_mistake_gets_the_same_answer(tracked, code, mail, birth):
    assert tracking.follow_up_refusals(tracked, code, mail, birth) == (Refusal("tracking.no_match"),)


@pytest.mark.requirement("eguichet:E-10")
def test_code_with_mail_or_birth_date_opens():
    assert tracking.follow_up_refusals(REQUEST, CODE.lower(), mail=" anne@EXAMPLE.org") == ()
    assert tracking.follow_up_refusals(REQUEST, CODE, birth_date=date(1979, 3, 14)) == ()


@pytest.mark.requirement("eguichet:E-10")
def test_erased_request_says_no_data():
    erased = TrackedRequest(CODE, mail="anne@example.org", erased=True)
    assert tracking.follow_up_refusals(erased, CODE, "anne@example.org") == (Refusal("tracking.no_data"),)


@pytest.mark.requirement("eguichet:E-26")
def test_five_failures_in_a_quarter_close_the_door():
    failures = [NOW - timedelta(minutes=m) for m in (14, 10, 5, 2, 1)]
    assert tracking.attempt_refusals(failures[1:], NOW) == ()
    assert tracking.attempt_refusals(failures, NOW) == (Refusal("rate_limited", {"retry_after": 60}),)
    assert tracking.attempt_refusals(failures, NOW + timedelta(minutes=1)) == ()
