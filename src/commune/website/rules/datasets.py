"""What the site gives as data, described in DCAT, and the lines of its dump."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from commune.website.rules.decisions import Decision

COLUMNS = ("day", "body", "body_title", "number", "title", "category", "in_charge", "outcome", "stage", "address")
MEDIA = "https://www.iana.org/assignments/media-types/"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True)
class Distribution:
    """One form of the data: where, what, of which media type."""

    url: str
    title: str
    media: str


def catalog(
    site: str, name: str, email: str, language: str, changed: datetime, forms: Iterable[Distribution]
) -> dict[str, Any]:
    """The description of the data of the meetings, as JSON-LD; ``changed``: when they last were."""
    publisher = {"@id": f"{site}/uri/authority/self", "@type": "foaf:Agent", "foaf:name": name}
    contact = {"@type": "vcard:Kind", "vcard:fn": name, "vcard:hasEmail": {"@id": f"mailto:{email}"}} if email else None
    dataset = {
        "@id": f"{site}/@@dcat#meetings",
        "@type": "dcat:Dataset",
        "dct:title": {"@value": f"{name} – meetings and decisions", "@language": "en"},
        "dct:description": {"@value": "Agendas, decisions, votes and members of the bodies.", "@language": "en"},
        "dct:publisher": publisher,
        "dcat:contactPoint": contact,
        "dct:language": language,
        "dct:accrualPeriodicity": {"@id": "http://publications.europa.eu/resource/authority/frequency/DAILY"},
        "dct:modified": {"@value": changed.isoformat(), "@type": "xsd:dateTime"},
        "dcat:theme": {"@id": "http://publications.europa.eu/resource/authority/data-theme/GOVE"},
        "dcat:distribution": [_distribution(one) for one in forms],
    }
    return {
        "@context": CONTEXT,
        "@id": f"{site}/@@dcat",
        "@type": "dcat:Catalog",
        "dct:title": name,
        "dct:publisher": {"@id": publisher["@id"]},
        "dcat:dataset": {name: value for name, value in dataset.items() if value is not None},
    }


def _distribution(one: Distribution) -> dict[str, Any]:
    return {
        "@id": one.url,
        "@type": "dcat:Distribution",
        "dct:title": one.title,
        "dcat:accessURL": {"@id": one.url},
        "dcat:mediaType": {"@id": f"{MEDIA}{one.media}"},
    }


def as_csv(decisions: Iterable[Decision], address: str) -> bytes:
    """One line for each public item, the oldest first; UTF-8 with a mark, so that spreadsheets read it."""
    made = io.StringIO()
    lines = csv.writer(made, lineterminator="\r\n")
    lines.writerow(COLUMNS)
    for one in sorted(decisions, key=lambda row: (row.day, row.meeting, row.uid)):
        said = [one.day.isoformat(), one.body, one.body_title, one.number, one.title, one.category]
        said += ["; ".join(one.in_charge), one.outcome, one.stage, f"{address}/{one.meeting}/@@item/{one.uid}"]
        lines.writerow(map(_safe, said))
    return b"\xef\xbb\xbf" + made.getvalue().encode()


def _safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") else text
