"""Versions of what is read."""

import pytest

from commune.core.rules.etags import against_change, is_known, tag_of, tags_in

TAG = tag_of("trottoirs")


@pytest.mark.parametrize(
    ("header", "needed", "codes"),
    [
        pytest.param(None, False, [], id="no-version-asked"),
        pytest.param(None, True, ["version.needed"], id="needed-and-none"),
        pytest.param("*", True, ["version.needed"], id="star-names-no-version"),
        pytest.param(" ", True, ["version.needed"], id="blank"),
        pytest.param("*", False, [], id="star-where-not-needed"),
        pytest.param(TAG, True, [], id="same"),
        pytest.param(f'"x", {TAG}', True, [], id="one-of-two"),
        pytest.param(f"W/{TAG}", True, ["version.stale"], id="weak-says-nothing"),
        pytest.param('"x"', False, ["version.stale"], id="other"),
        pytest.param("garbage", True, ["version.stale"], id="unreadable"),
    ],
)
def test_a_change_is_done_in_the_version_that_was_read(header, needed, codes):
    assert [one.code for one in against_change(header, TAG, needed)] == codes


def test_tags_are_those_of_the_text():
    assert tag_of("a") == tag_of("a") != tag_of("b")
    assert tags_in(f'{TAG} , W/"w","y"') == {TAG, '"y"'}


@pytest.mark.parametrize(("header", "known"), [(None, False), ("*", True), (f"W/{TAG}", True), ('"x"', False)])
def test_who_has_it_is_told_nothing(header, known):
    assert is_known(header, TAG) is known
