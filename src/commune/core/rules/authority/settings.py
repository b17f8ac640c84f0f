"""``authority.toml``: read, then every key checked."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import available_timezones

from commune.core.rules.authority.faults import fault
from commune.core.rules.authority.fields import Faults, email, handle, phone, postcode
from commune.core.rules.calendars import Calendar, Community
from commune.core.rules.identifiers import parse_bce, parse_nis
from commune.core.rules.numbering import Numbering
from commune.core.rules.numbering import faults as pattern_faults

NAME = "authority.toml"
KINDS = ("municipality", "cpas", "province", "police_zone", "intermunicipal", "other")
WITH_NIS = ("municipality", "cpas")
LANGUAGES = ("fr", "nl", "de", "en")


@dataclass(frozen=True)
class Knowledge:
    """What the reader must know of the outside: modules that exist, municipalities and their postal codes."""

    modules: Collection[str]
    municipalities: Mapping[str, Collection[str]]


def read_settings(data: bytes | None) -> tuple[Mapping[str, Any], Faults]:
    """The file as nested mappings; nothing and one fault when it is absent or broken."""
    if data is None:
        return {}, [fault("missing", NAME)]
    try:
        return tomllib.loads(data.decode("utf-8-sig")), []
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as wrong:
        return {}, [fault("syntax", NAME, str(wrong), "TOML in UTF-8")]


def settings_faults(settings: Mapping[str, Any], known: Knowledge) -> Faults:
    """Every fault of the file's own keys, whatever the other files hold."""
    faults = _shape_faults(settings)
    if faults:
        return faults
    return [
        *_identity_faults(settings, known),
        *_choice_faults(settings, known),
        *_contact_faults(settings, known),
        *calendar_faults(settings),
        *_numbering_faults(settings),
    ]


SHAPE: tuple[tuple[str, type, bool], ...] = (
    ("name", str, True),
    ("site", str, True),
    ("kind", str, True),
    ("bce", str, True),
    ("languages", list, True),
    ("modules", list, True),
    ("timezone", str, False),
    ("nis", list, False),
    ("demo", bool, False),
    ("demo_password", str, False),
    ("domain", str, False),
    ("storage", str, False),
    ("contact", dict, False),
    ("calendar", dict, False),
    ("theme", dict, False),
    ("pages", dict, False),
    ("numbering", dict, False),
    ("hours", dict, False),
    ("bodies", dict, False),
)


def _shape_faults(settings: Mapping[str, Any]) -> Faults:
    faults: Faults = []
    for key, kind, required in SHAPE:
        value = settings.get(key)
        if value is None and required:
            faults.append(fault("missing", at(key)))
        elif value is not None and not isinstance(value, kind):
            faults.append(fault("type", at(key), value, kind.__name__))
    for key in ("languages", "modules", "nis"):
        value = settings.get(key)
        if isinstance(value, list) and not all(isinstance(item, str) for item in value):
            faults.append(fault("type", at(key), value, "a list of texts"))
    return faults


def _identity_faults(settings: Mapping[str, Any], known: Knowledge) -> Faults:
    faults = form_faults(at("site"), settings["site"], handle)
    if not parse_bce(settings["bce"]).ok:
        faults.append(fault("form", at("bce"), settings["bce"], "an enterprise number whose check digits are right"))
    codes = settings.get("nis", [])
    if settings["kind"] in WITH_NIS and not codes:
        faults.append(fault("missing", at("nis"), expected="the NIS code of the municipality"))
    for code in codes:
        if not parse_nis(code).ok:
            faults.append(fault("form", at("nis"), code, "five digits"))
        elif code not in known.municipalities:
            faults.append(fault("nis_unknown", at("nis"), code, "a NIS code in force in Wallonia"))
    if settings.get("demo") and len(settings.get("demo_password", "")) < 8:
        faults.append(fault("missing", at("demo_password"), expected="at least eight characters when demo = true"))
    return faults


def _choice_faults(settings: Mapping[str, Any], known: Knowledge) -> Faults:
    faults: Faults = []
    if settings["kind"] not in KINDS:
        faults.append(fault("choice", at("kind"), settings["kind"], "one of " + ", ".join(KINDS)))
    if not settings["languages"]:
        faults.append(fault("missing", at("languages"), expected="the main language first"))
    for language in settings["languages"]:
        if language not in LANGUAGES:
            faults.append(fault("choice", at("languages"), language, "one of " + ", ".join(LANGUAGES)))
    for module in settings["modules"]:
        if module not in known.modules:
            faults.append(fault("module_unknown", at("modules"), module, ", ".join(sorted(known.modules))))
    for key in ("languages", "modules"):
        faults += [fault("duplicate", at(key), item) for item in _twice(settings[key])]
    zone = settings.get("timezone", "Europe/Brussels")
    if zone not in available_timezones():
        faults.append(fault("choice", at("timezone"), zone, "a time zone such as Europe/Brussels"))
    return faults


def _contact_faults(settings: Mapping[str, Any], known: Knowledge) -> Faults:
    contact = settings.get("contact", {})
    readers = {"email": email, "phone": phone, "postcode": postcode}
    faults: Faults = []
    for key, read in readers.items():
        if key in contact:
            faults += form_faults(at(f"contact.{key}"), contact[key], read)
    allowed = {code for nis in settings.get("nis", []) for code in known.municipalities.get(nis, ())}
    found = contact.get("postcode")
    if found and allowed and found not in allowed and not faults:
        faults.append(fault("postcode", at("contact.postcode"), found, ", ".join(sorted(allowed))))
    return faults


def calendar_faults(settings: Mapping[str, Any]) -> Faults:
    """Faults of ``[calendar]``: communities, and closures each with a day and a label."""
    table = settings.get("calendar", {})
    faults: Faults = []
    for community in table.get("communities", []):
        if community not in set(Community):
            faults.append(fault("choice", at("calendar.communities"), community, ", ".join(Community)))
    for number, closure in enumerate(table.get("closures", []), start=1):
        place = at(f"calendar.closures[{number}]")
        if not isinstance(closure, dict) or type(closure.get("day")) is not date:
            faults.append(fault("form", place, closure, "{ day = YYYY-MM-DD, label = ... }"))
        elif not str(closure.get("label", "")).strip():
            faults.append(fault("missing", place, expected="a label"))
    return faults


def read_calendar(settings: Mapping[str, Any]) -> Calendar:
    """The calendar of the authority; its table must be without fault."""
    table = settings.get("calendar", {})
    days = {closure["day"]: closure["label"] for closure in table.get("closures", [])}
    return Calendar(tuple(Community(one) for one in table.get("communities", [])), days)


def _numbering_faults(settings: Mapping[str, Any]) -> Faults:
    faults: Faults = []
    for series, pattern in settings.get("numbering", {}).items():
        place = at(f"numbering.{series}")
        if not isinstance(pattern, str):
            faults.append(fault("type", place, pattern, "a pattern such as E-{year}-{seq:05}"))
            continue
        for refusal in pattern_faults(Numbering(pattern)):
            faults.append(fault("pattern", place, pattern, refusal.code.removeprefix("pattern.")))
    return faults


def form_faults(place: str, value: Any, read: Any) -> Faults:
    """The fault of one value that ``read`` refuses."""
    if not isinstance(value, str):
        return [fault("type", place, value, "a text")]
    try:
        read(value)
    except ValueError as wrong:
        return [fault("form", place, value, str(wrong))]
    return []


def at(key: str) -> str:
    """The place of a key."""
    return f"{NAME}: {key}"


def _twice(values: list[str]) -> list[str]:
    return sorted({value for value in values if values.count(value) > 1})
