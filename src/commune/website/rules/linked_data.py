"""A public meeting in the words of OSLO Besluit and Mandaat: one mapping, from which every form is written.

The vocabularies: data.vlaanderen.be/ns/besluit and /ns/mandaat (OSLO), ELI, PROV-O, ORG, SKOS, Dublin Core.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from commune.core.rules.public import PublicItem
from commune.website.rules.identifiers import Identifiers
from commune.website.rules.linked_items import decided_nodes, draft_nodes, item_node, without_nothing
from commune.website.rules.public_meetings import Trace

CONTEXT = {
    "besluit": "http://data.vlaanderen.be/ns/besluit#",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "mandaat": "http://data.vlaanderen.be/ns/mandaat#",
    "org": "http://www.w3.org/ns/org#",
    "person": "http://www.w3.org/ns/person#",
    "persoon": "http://data.vlaanderen.be/ns/persoon#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
Node = dict[str, Any]


@dataclass(frozen=True)
class Holder:
    """A mandate and who holds it; ``role`` is the key, ``label`` the word for it; days are inclusive."""

    mandate: str
    person: str
    first_name: str
    last_name: str
    role: str
    label: str
    start: date
    end: date | None = None
    rank: int = 0


@dataclass(frozen=True)
class Sitting:
    """A public meeting with what names its parts. ``kind``: key and word of the kind of body.

    ``outcomes``: words for the ids of outcomes; ``page``: the address at which people read it.
    """

    uid: str
    body: str
    body_title: str
    kind: tuple[str, str]
    authority: str
    enterprise_number: str
    title: str
    page: str
    language: str
    stage: str
    day: date
    start: datetime | None
    opened: datetime | None
    closed: datetime | None
    place: str
    chair: str
    secretary: str
    present: tuple[str, ...]
    items: tuple[PublicItem, ...]
    traces: tuple[Trace, ...]
    published: datetime
    changed: datetime
    reason: str = ""


def meeting_graph(sitting: Sitting, ids: Identifiers, holders: Mapping[str, Holder], words: Mapping[str, str]) -> Node:
    """The whole meeting as JSON-LD, with its context inside; of a withdrawn one only that it was withdrawn."""
    if sitting.stage == "withdrawn":
        return {"@context": CONTEXT, "@graph": [_stone(sitting, ids)]}
    nodes = [_meeting(sitting, ids), *_body(sitting, ids), *_items(sitting, sitting.items, ids, words)]
    nodes += [_gone(trace, ids) for trace in sitting.traces if trace.withdrawn]
    nodes += _people(sitting, ids, holders)
    return {"@context": CONTEXT, "@graph": nodes}


def item_graph(sitting: Sitting, uid: str, ids: Identifiers, words: Mapping[str, str]) -> Node:
    """One item of the meeting, and what was decided on it; raises ``KeyError`` when it never was public."""
    trace = {trace.uid: trace for trace in sitting.traces}[uid]
    if trace.withdrawn:
        return {"@context": CONTEXT, "@graph": [_gone(trace, ids)]}
    parent = {"@id": ids.of("meeting", sitting.uid), "besluit:behandelt": {"@id": ids.of("item", uid)}}
    chosen = tuple(item for item in sitting.items if item.uid == uid)
    return {"@context": CONTEXT, "@graph": [parent, *_items(sitting, chosen, ids, words)]}


def typed(value: date | datetime | None) -> Node | None:
    """A day or an instant as a typed literal."""
    if value is None:
        return None
    kind = "dateTime" if isinstance(value, datetime) else "date"
    return {"@value": value.isoformat(), "@type": f"xsd:{kind}"}


def _meeting(sitting: Sitting, ids: Identifiers) -> Node:
    def mandate(uid: str) -> Node | None:
        return {"@id": ids.of("mandate", uid)} if uid else None

    place = {"@id": ids.of("place", sitting.uid), "@type": "prov:Location", "rdfs:label": sitting.place}
    return without_nothing(
        {
            "@id": ids.of("meeting", sitting.uid),
            "@type": "besluit:Zitting",
            "dct:title": {"@value": sitting.title, "@language": sitting.language},
            "besluit:geplandeStart": typed(sitting.start),
            "prov:startedAtTime": typed(sitting.opened),
            "prov:endedAtTime": typed(sitting.closed),
            "prov:atLocation": place if sitting.place else None,
            "besluit:isGehoudenDoor": {"@id": ids.of("body", sitting.body)},
            "besluit:heeftVoorzitter": mandate(sitting.chair),
            "besluit:heeftSecretaris": mandate(sitting.secretary),
            "besluit:heeftAanwezigeBijStart": [{"@id": ids.of("mandate", uid)} for uid in sitting.present],
            "besluit:behandelt": [{"@id": ids.of("item", item.uid)} for item in sitting.items if item.uid],
            "dct:issued": typed(sitting.published),
            "dct:modified": typed(sitting.changed),
            "foaf:page": {"@id": sitting.page},
        }
    )


def _body(sitting: Sitting, ids: Identifiers) -> Iterable[Node]:
    kind, word = sitting.kind
    authority = ids.of("authority", sitting.enterprise_number or "self")
    classification = {"@id": ids.of("concept", "body-kind", kind)} if kind else None
    yield without_nothing(
        {
            "@id": ids.of("body", sitting.body),
            "@type": "besluit:Bestuursorgaan",
            "skos:prefLabel": sitting.body_title,
            "besluit:bestuurt": {"@id": authority},
            "org:classification": classification,
        }
    )
    yield without_nothing(
        {
            "@id": authority,
            "@type": "besluit:Bestuurseenheid",
            "skos:prefLabel": sitting.authority,
            "dct:identifier": sitting.enterprise_number,
        }
    )
    if kind:
        yield concept(ids, "body-kind", kind, word, sitting.language)


def concept(ids: Identifiers, scheme: str, key: str, word: str, language: str) -> Node:
    """An entry of one of our own lists."""
    return {
        "@id": ids.of("concept", scheme, key),
        "@type": "skos:Concept",
        "skos:notation": key,
        "skos:prefLabel": {"@value": word, "@language": language},
        "skos:inScheme": {"@id": ids.of("concept", scheme)},
    }


def _items(sitting: Sitting, items: tuple[PublicItem, ...], ids: Identifiers, words: Mapping[str, str]) -> list[Node]:
    shown = [item for item in sitting.items if item.uid]
    places = {item.uid: index for index, item in enumerate(shown)}
    nodes: list[Node] = []
    for item in items:
        if not item.uid:
            continue
        index = places[item.uid]
        before = shown[index - 1].uid if index else ""
        nodes.append(item_node(item, index + 1, before, ids, sitting.language, sitting.stage))
        if sitting.stage == "decisions":
            traces = {trace.uid: trace for trace in sitting.traces}
            nodes += decided_nodes(item, before, ids, sitting.language, traces[item.uid].created.date(), words)
        else:
            nodes += draft_nodes(item, ids, sitting.language)
    return nodes


def _people(sitting: Sitting, ids: Identifiers, holders: Mapping[str, Holder]) -> list[Node]:
    named = {sitting.chair, sitting.secretary, *sitting.present}
    for item in sitting.items:
        named |= {*item.present, *(uid for poll in item.polls for _value, uids in poll.ballots for uid in uids)}
    nodes: list[Node] = []
    people: set[str] = set()
    for uid in sorted(named & set(holders)):
        holder = holders[uid]
        nodes += mandate_nodes(holder, sitting.body, ids, sitting.language)
        if holder.person not in people:
            nodes.append(_person(holder, ids))
            people.add(holder.person)
    return nodes


def mandate_nodes(holder: Holder, body: str, ids: Identifiers, language: str) -> list[Node]:
    """A mandate and the post of the body that it fills."""
    post = ids.of("post", body, holder.role)
    role = concept(ids, "role", holder.role, holder.label, language)
    return [
        without_nothing(
            {
                "@id": ids.of("mandate", holder.mandate),
                "@type": "mandaat:Mandataris",
                "mandaat:isBestuurlijkeAliasVan": {"@id": ids.of("person", holder.person)},
                "org:holds": {"@id": post},
                "mandaat:start": typed(holder.start),
                "mandaat:einde": typed(holder.end),
                "mandaat:rangorde": {"@value": str(holder.rank), "@language": language} if holder.rank else None,
            }
        ),
        {
            "@id": post,
            "@type": "mandaat:Mandaat",
            "org:role": role,
        },
    ]


def _person(holder: Holder, ids: Identifiers) -> Node:
    return without_nothing(
        {
            "@id": ids.of("person", holder.person),
            "@type": "person:Person",
            "persoon:gebruikteVoornaam": holder.first_name,
            "foaf:familyName": holder.last_name,
        }
    )


def _gone(trace: Trace, ids: Identifiers) -> Node:
    return without_nothing(
        {
            "@id": ids.of("item", trace.uid),
            "@type": "besluit:Agendapunt",
            "prov:invalidatedAtTime": typed(trace.modified),
            "rdfs:comment": trace.reason,
        }
    )


def _stone(sitting: Sitting, ids: Identifiers) -> Node:
    return without_nothing(
        {
            "@id": ids.of("meeting", sitting.uid),
            "@type": "besluit:Zitting",
            "prov:invalidatedAtTime": typed(sitting.changed),
            "rdfs:comment": sitting.reason,
        }
    )
