"""Where calls may go, how they are signed, when trying again is of no use."""

import pytest

from commune.core.rules import webcalls
from commune.core.rules.webcalls import against_address, is_final, is_private, signature


@pytest.mark.parametrize(
    ("url", "refused"),
    [
        ("https://portail.example.org/hook", False),
        ("http://portail.example.org", True),
        ("https://", True),
        ("https://moi@portail.example.org", True),
        ("https://portail.example.org/a b", True),
        ("portail.example.org", True),
    ],
)
def test_an_address_is_https_and_holds_no_account(url: str, refused: bool) -> None:
    assert bool(against_address(url)) is refused


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("10.0.0.1", True),
        ("127.0.0.1", True),
        ("169.254.169.254", True),
        ("::1", True),
        ("8.8.8.8", False),
        ("x", True),
    ],
)
def test_the_network_inside_is_not_called(address: str, private: bool) -> None:
    assert is_private(address) is private


def test_a_signature_covers_the_moment_and_the_body() -> None:
    signed = signature("key", 1, b"{}")
    assert len(signed) == 64
    assert len({signed, signature("key", 2, b"{}"), signature("key", 1, b"[]"), signature("other", 1, b"{}")}) == 4


@pytest.mark.parametrize(("status", "final"), [(400, True), (410, True), (429, False), (408, False), (500, False)])
def test_what_the_other_side_refuses_is_not_tried_again(status: int, final: bool) -> None:
    assert is_final(status) is final


@pytest.mark.parametrize(
    ("address", "networks", "allowed"),
    [
        pytest.param("193.190.1.1", (), True, id="public"),
        pytest.param("10.1.2.3", (), False, id="inside"),
        pytest.param("10.1.2.3", ("10.1.0.0/16",), True, id="inside-and-allowed"),
        pytest.param("10.2.2.3", ("10.1.0.0/16",), False, id="inside-elsewhere"),
        pytest.param("::1", ("10.1.0.0/16",), False, id="another-family"),
        pytest.param("nothing", ("10.1.0.0/16",), False, id="unreadable"),
    ],
)
def test_the_network_inside_is_called_only_where_allowed(address, networks, allowed):
    assert webcalls.is_allowed(address, networks) is allowed


def test_networks_are_networks():
    assert [one.data["network"] for one in webcalls.against_networks(("10.1.0.0/16", "x", "10.1.2.3/8"))] == [
        "x", "10.1.2.3/8"]  # fmt: skip


@pytest.mark.parametrize(
    ("header", "seconds"), [(None, 0), ("120", 120), ("x", 0), ("999999", 86400), ("1" * 9, 0), ("²", 0)]
)
def test_the_pause_asked_for_is_a_day_at_most(header, seconds):
    assert webcalls.seconds_in(header) == seconds
