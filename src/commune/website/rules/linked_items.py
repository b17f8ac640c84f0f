"""An agenda item, its handling, its polls and the decision, in the words of OSLO Besluit."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from commune.core.rules.public import PublicItem, PublicPoll
from commune.website.rules.identifiers import Identifiers

LANGUAGE = "http://publications.europa.eu/resource/authority/language/"
LANGUAGES = {"fr": "FRA", "nl": "NLD", "de": "DEU", "en": "ENG"}
NAMED = {"yes": "besluit:heeftVoorstander", "no": "besluit:heeftTegenstander", "abstain": "besluit:heeftOnthouder"}
COUNTED = {
    "yes": "besluit:aantalVoorstanders",
    "no": "besluit:aantalTegenstanders",
    "abstain": "besluit:aantalOnthouders",
}
Node = dict[str, Any]


def without_nothing(node: Node) -> Node:
    """The node without what has no value."""
    return {name: value for name, value in node.items() if value not in (None, "", [], ())}


def item_node(item: PublicItem, place: int, before: str, ids: Identifiers, language: str, stage: str) -> Node:
    """The item on the agenda. ``place`` counts from 1 among the public items, ``before`` is the one it follows."""
    draft = stage != "decisions" and item.decision
    return without_nothing(
        {
            "@id": ids.of("item", item.uid),
            "@type": "besluit:Agendapunt",
            "dct:title": {"@value": item.title, "@language": language},
            "besluit:geplandOpenbaar": True,
            "schema:position": place,
            "schema:alternateName": item.number,
            "besluit:aangebrachtNa": {"@id": ids.of("item", before)} if before else None,
            "besluit:heeftOntwerpbesluit": {"@id": ids.of("draft", item.uid)} if draft else None,
        }
    )


def draft_nodes(item: PublicItem, ids: Identifiers, language: str) -> list[Node]:
    """The draft decision, when there is a text."""
    if not item.decision:
        return []
    return [_text(ids.of("draft", item.uid), item, language)]


def decided_nodes(
    item: PublicItem, before: str, ids: Identifiers, language: str, published: date, words: Mapping[str, str]
) -> list[Node]:
    """How the item was handled, its polls, and the decision when there is a text."""
    votes = [_vote(item, index, poll, ids, words) for index, poll in enumerate(item.polls, 1)]
    decision = ids.of("decision", item.uid)
    handling = {
        "@id": ids.of("handling", item.uid),
        "@type": "besluit:BehandelingVanAgendapunt",
        "dct:subject": {"@id": ids.of("item", item.uid)},
        "besluit:openbaar": True,
        "besluit:gevolg": words.get(item.outcome, item.outcome),
        "besluit:gebeurtNa": {"@id": ids.of("handling", before)} if before else None,
        "besluit:heeftAanwezige": _mandates(item.present, ids),
        "besluit:heeftStemming": [{"@id": vote["@id"]} for vote in votes],
        "prov:generated": {"@id": decision} if item.decision else None,
    }
    nodes = [without_nothing(handling), *votes]
    if item.decision:
        dated = {"@value": published.isoformat(), "@type": "xsd:date"}
        nodes.append(_text(decision, item, language) | {"eli:date_publication": dated})
    return nodes


def _text(identifier: str, item: PublicItem, language: str) -> Node:
    return without_nothing(
        {
            "@id": identifier,
            "@type": ["besluit:Besluit", "eli:LegalResource"],
            "eli:title": {"@value": item.title, "@language": language},
            "eli:id_local": item.reference,
            "eli:language": {"@id": LANGUAGE + LANGUAGES[language]} if language in LANGUAGES else None,
            "prov:value": item.decision,
        }
    )


def _vote(item: PublicItem, index: int, poll: PublicPoll, ids: Identifiers, words: Mapping[str, str]) -> Node:
    node: Node = {
        "@id": ids.of("vote", item.uid, index),
        "@type": "besluit:Stemming",
        "besluit:onderwerp": poll.label or item.title,
        "besluit:geheim": poll.secret,
        "besluit:gevolg": words.get(poll.verdict, poll.verdict),
    }
    node |= {name: poll.count(value) for value, name in COUNTED.items()}
    if not poll.secret:
        node |= {name: _mandates(poll.voters(value), ids) for value, name in NAMED.items()}
        node["besluit:heeftStemmer"] = _mandates(tuple(u for _value, uids in poll.ballots for u in uids), ids)
    return without_nothing(node)


def _mandates(uids: tuple[str, ...], ids: Identifiers) -> list[Node]:
    return [{"@id": ids.of("mandate", uid)} for uid in uids]
