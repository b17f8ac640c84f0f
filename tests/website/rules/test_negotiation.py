"""The page or its data."""

import pytest

from commune.website.rules.identifiers import Identifiers, owner
from commune.website.rules.negotiation import chosen

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "named", "form"),
    [
        pytest.param("", "", "html", id="nothing said"),
        pytest.param(BROWSER, "", "html", id="browser"),
        pytest.param("text/turtle", "", "ttl", id="turtle"),
        pytest.param("application/ld+json, text/turtle;q=0.5", "", "jsonld", id="json-ld first"),
        pytest.param("text/html;q=0.4, text/turtle;q=0.9", "", "ttl", id="by quality"),
        pytest.param("text/turtle, text/html", "", "ttl", id="equal: the first"),
        pytest.param("text/turtle;q=0", "", "html", id="refused form"),
        pytest.param("text/turtle;q=x", "", "html", id="unreadable quality"),
        pytest.param("image/png", "", "html", id="nothing of ours"),
        pytest.param(BROWSER, "ttl", "ttl", id="named in the address"),
        pytest.param("text/turtle", "html", "html", id="page named in the address"),
        pytest.param("text/turtle", "pdf", "ttl", id="unknown name"),
    ],
)
@pytest.mark.requirement("meeting:LOD-1")
def test_the_form_asked_for(accept: str, named: str, form: str) -> None:
    assert chosen(accept, named) == form


def test_identifiers_hold_kind_and_uid_only() -> None:
    ids = Identifiers("https://www.valmont.example.org")
    assert ids.of("vote", "i1", 2) == "https://www.valmont.example.org/uri/vote/i1/2"
    with pytest.raises(ValueError, match="page"):
        ids.of("page", "x")


@pytest.mark.parametrize(
    ("kind", "found"),
    [("meeting", "meeting"), ("place", "meeting"), ("decision", "item"), ("vote", "item"), ("mandate", "")],
)
def test_an_identifier_is_followed_through_its_owner(kind: str, found: str) -> None:
    assert owner(kind, "x") == (found, "x")
