"""The settings of a body as fields of a form, made from the records of the rules: no setting is ever left out."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from datetime import date, time
from enum import StrEnum
from fractions import Fraction
from typing import Any, Literal, get_args, get_origin, get_type_hints

from commune.meeting.content.settings_values import VALUES
from commune.meeting.content.settings_words import LABELS
from commune.meeting.content.vocabularies import POLLS
from commune.meeting.rules.bodies import Body, DatedAmount
from commune.meeting.workflow.choices import CHOICES, Pairs
from commune.meeting.workflow.settings import Settings
from commune.meeting.workflow.titles import SENSES
from commune.meeting.workflow.titles import VALUES as VOTES

_NAMED: dict[str, tuple[str, ...]] = {
    "identity": ("identity",), "numbering": ("numbering",), "fields": ("fields",),
    "chain": ("levels", "adaptations", "confirmations", "text_rules"), "meetings": ("meetings",),
    "agenda": ("agenda",), "deadlines": ("deadlines",), "sending": ("sending",), "opinions": ("opinions",),
    "attendance": ("attendance",), "votes": ("votes",), "access": ("access",), "publication": ("publication",),
    "notifications": ("notifications",), "acts": ("recurring", "calls"), "figures": ("figures",),
    "annexes": ("annexes",), "words": ("outcomes", "labels", "documents"),
}  # fmt: skip
_SHOWN = {part for parts in _NAMED.values() for part in parts}
SHEETS: Mapping[str, tuple[str, ...]] = {
    **_NAMED,
    "words": (*_NAMED["words"], *(part for part in Body.__dataclass_fields__ if part not in _SHOWN)),
}
"""The forms, and the parts of the document that each changes; a part that no form names is with the words."""
LONG = frozenset({"description", "motivation", "decision", "text"})
SCALARS: Mapping[Any, str] = {str: "text", int: "number", bool: "box", date: "date", time: "time", Fraction: "text"}
SHOWN = {**VALUES, **POLLS, **VOTES, **{sense.value: title for sense, title in SENSES.items()}}


@dataclass(frozen=True)
class Setting:
    """One field. ``path``: where its value stands in the document (inside its row, for a part of one).

    ``kept``: how a list is kept there: ``rows`` of records, ``values``, ``map`` (key to values or value),
    ``map_rows`` (key to records), or nothing for a plain value. ``kind``: the type of the value (or of one value).
    """

    place: str
    path: tuple[str, ...]
    shape: str
    kind: Any = str
    pairs: tuple[tuple[str, Any], ...] = ()
    parts: tuple["Setting", ...] = ()
    kept: str = ""
    optional: bool = False

    @property
    def name(self) -> str:
        return "__".join(self.path)

    @property
    def label(self) -> Any:
        """The words of the setting: the most exact that there are."""
        ends = self.place.split(".")
        exact = (".".join(ends[at:]) for at in range(len(ends)))
        return next((LABELS[name] for name in exact if name in LABELS), self.place)


def sheet(name: str, settings: Settings) -> tuple[Setting, ...]:
    """The fields of one form, in the order of the records."""
    hints = get_type_hints(Body)
    return tuple(one for part in SHEETS[name] for one in _settings(part, (part,), hints[part], settings, False))


def _settings(place: str, path: tuple[str, ...], kind: Any, settings: Settings, inside: bool) -> list[Setting]:
    if is_dataclass(kind):
        return _parts(place, path, kind, settings, inside)
    plain, optional = _bare(kind)
    if get_origin(plain) is dict or get_origin(plain) is Mapping or str(plain).startswith("collections.abc.Mapping"):
        return _mapping(place, path, plain, settings)
    if get_origin(plain) in (tuple, frozenset):
        return [replace(_listed(place, path, plain, settings, inside), optional=optional)]
    pairs = _pairs(place, plain, settings)
    shape = "choice" if pairs else SCALARS.get(plain, "text")
    shape = "long" if shape == "text" and path[-1] in LONG else shape
    return [Setting(place, path, shape, plain, tuple(pairs), optional=optional)]


def _parts(place: str, path: tuple[str, ...], kind: Any, settings: Settings, inside: bool) -> list[Setting]:
    hints, found = get_type_hints(kind), []
    for field in fields(kind):
        found += _settings(f"{place}.{field.name}", (*path, field.name), hints[field.name], settings, inside)
    return found


def _bare(kind: Any) -> tuple[Any, bool]:
    """The kind without the possibility of none."""
    rest = [arg for arg in get_args(kind) if arg is not type(None)]
    return (rest[0], True) if type(None) in get_args(kind) else (kind, False)


def _pairs(place: str, kind: Any, settings: Settings) -> Pairs:
    if place in CHOICES:
        return CHOICES[place](settings)
    keys: list[Any] = []
    if get_origin(kind) is Literal:
        keys = list(get_args(kind))
    elif isinstance(kind, type) and issubclass(kind, StrEnum):
        keys = [one.value for one in kind]
    above = place.split(".")[-2:]
    exact = lambda key: next((SHOWN[f"{one}.{key}"] for one in above if f"{one}.{key}" in SHOWN), None)  # noqa: E731
    return [(key, exact(key) or SHOWN.get(key, key)) for key in keys]


def _listed(place: str, path: tuple[str, ...], kind: Any, settings: Settings, inside: bool) -> Setting:
    one = get_args(kind)[0]
    if is_dataclass(one):
        parts = tuple(part for part in _parts(place, (), one, settings, True) if part.shape != "condition")
        return Setting(place, path, "rows", one, parts=parts, kept="rows")
    if one is int:
        days = tuple((str(day), VALUES[f"weekday.{day}"]) for day in range(7))
        return Setting(place, path, "boxes", int, days, kept="values")
    pairs = tuple(_pairs(place, one, settings))
    if inside or (
        pairs and (get_origin(kind) is frozenset or place.endswith("services") or place.startswith("fields"))
    ):
        return Setting(place, path, "boxes", one, pairs, kept="values")
    part = Setting(place, ("value",), "choice" if pairs else "text", one, pairs)
    return Setting(place, path, "rows", one, parts=(part,), kept="values")


def _mapping(place: str, path: tuple[str, ...], kind: Any, settings: Settings) -> list[Setting]:
    inner = get_args(kind)[1]
    if inner is object:
        return [Setting(place, path, "condition")]
    if path[-1] == "maps":
        return [_mapped(f"{place}", path, target.body) for target in settings.body.sending.targets]
    pairs = tuple(_pairs(f"{place}.key", str, settings))
    key = Setting(f"{place}.key", ("key",), "choice" if pairs else "text", str, pairs)
    if DatedAmount in get_args(inner):
        return [Setting(place, path, "rows", DatedAmount, parts=(key, *_parts(place, (), DatedAmount, settings, True)),
                        kept="map_rows")]  # fmt: skip
    offered = tuple(_pairs(f"{place}.values", inner, settings))
    shape = "boxes" if get_origin(inner) is tuple else "choice" if offered else SCALARS.get(inner, "text")
    value = Setting(f"{place}.values", ("values",), shape, inner, offered, kept="values" if shape == "boxes" else "")
    return [Setting(place, path, "rows", inner, parts=(key, value), kept="map")]


def _mapped(place: str, path: tuple[str, ...], target: str) -> Setting:
    return Setting(place, (*path, target), "text", str, kept="counterpart")


def required(kind: Any, name: str) -> bool:
    """Whether a record cannot do without that field."""
    field = next((one for one in fields(kind) if one.name == name), None)
    return field is not None and field.default is MISSING and field.default_factory is MISSING
