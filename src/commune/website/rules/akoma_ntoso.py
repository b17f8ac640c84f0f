"""The public part of the minutes of a sitting as Akoma Ntoso 3.0 (OASIS LegalDocML): a debate that is minutes."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, tostring

from commune.core.rules.html_words import plain
from commune.core.rules.public import PublicItem
from commune.website.rules.linked_data import Holder, Sitting

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
COUNTRY = "be"


def akoma_ntoso(sitting: Sitting, holders: Mapping[str, Holder], words: Mapping[str, str]) -> bytes:
    """The document; items of the closed part are no part of it. ``words``: outcomes in the language of the sitting."""
    root = Element("akomaNtoso", xmlns=NAMESPACE)
    debate = SubElement(root, "debate", name="minutes", contains="originalVersion")
    _meta(debate, sitting, holders)
    preface = SubElement(debate, "preface")
    heading = SubElement(preface, "p")
    SubElement(heading, "docTitle").text = f"{sitting.body_title} – {sitting.title}"
    day = SubElement(preface, "p")
    SubElement(day, "docDate", date=sitting.day.isoformat()).text = sitting.day.isoformat()
    body = SubElement(debate, "debateBody")
    _roll_call(body, sitting, holders)
    for item in sitting.items:
        if item.uid:
            _section(body, item, words)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _meta(debate: Element, sitting: Sitting, holders: Mapping[str, Holder]) -> None:
    meta = SubElement(debate, "meta")
    identification = SubElement(meta, "identification", source="#authority")
    work = f"/akn/{COUNTRY}/debate/{sitting.day.isoformat()}/{sitting.uid}"
    for level, end in (
        ("Work", ""),
        ("Expression", f"/{sitting.language}@"),
        ("Manifestation", f"/{sitting.language}@.xml"),
    ):
        frbr = SubElement(identification, f"FRBR{level}")
        SubElement(frbr, "FRBRthis", value=f"{work}{end}/!main")
        SubElement(frbr, "FRBRuri", value=f"{work}{end}")
        SubElement(frbr, "FRBRdate", date=sitting.changed.date().isoformat(), name="publication")
        SubElement(frbr, "FRBRauthor", href="#authority")
        if level == "Work":
            SubElement(frbr, "FRBRcountry", value=COUNTRY)
        elif level == "Expression":
            SubElement(frbr, "FRBRlanguage", language=sitting.language)
    references = SubElement(meta, "references", source="#authority")
    SubElement(references, "TLCOrganization", eId="authority", href="/ontology/organization/authority",
               showAs=sitting.authority)  # fmt: skip
    for uid in dict.fromkeys((sitting.chair, sitting.secretary, *sitting.present)):
        if uid in holders:
            name = _name(holders[uid])
            SubElement(references, "TLCPerson", eId=_eid(uid), href=f"/ontology/person/{uid}", showAs=name)


def _roll_call(body: Element, sitting: Sitting, holders: Mapping[str, Holder]) -> None:
    known = [uid for uid in sitting.present if uid in holders]
    if not known:
        return
    call = SubElement(body, "rollCall", eId="rollCall")
    for uid in known:
        line = SubElement(call, "p")
        SubElement(line, "person", refersTo=f"#{_eid(uid)}").text = _name(holders[uid])


def _section(body: Element, item: PublicItem, words: Mapping[str, str]) -> None:
    name = item.number.replace(".", "-")
    section = SubElement(body, "debateSection", name="item", eId=f"item_{name}")
    SubElement(section, "num").text = item.number
    SubElement(section, "heading").text = item.title
    for poll in item.polls:
        counted = ", ".join(f"{words.get(value, value)}: {count}" for value, count in poll.counts)
        told = SubElement(section, "summary")
        told.text = f"{poll.label} {words.get(poll.verdict, poll.verdict)} {counted}".strip()
    text = plain(item.decision)
    if text or item.outcome:
        resolution = SubElement(section, "resolutions")
        if item.outcome:
            SubElement(resolution, "p").text = words.get(item.outcome, item.outcome)
        if text:
            SubElement(resolution, "p").text = text


def _name(holder: Holder) -> str:
    return f"{holder.first_name} {holder.last_name}".strip()


def _eid(uid: str) -> str:
    return f"person_{uid}"
