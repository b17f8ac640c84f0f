"""Forms as data: pages, groups, fields, conditions and settings, read from one JSON document."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from commune.core.rules.conditions import Kind

Data = Mapping[str, object]
KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        **dict.fromkeys(("number", "amount", "quantity"), Kind.NUMBER),
        **dict.fromkeys(("yes_no", "declaration"), Kind.BOOLEAN),
        **dict.fromkeys(("choices", "file", "period", "address", "parcel"), Kind.LIST),
        "date": Kind.DATE,
        "datetime": Kind.MOMENT,
    }
)
CONTEXT: Mapping[str, Kind] = MappingProxyType(
    {"@level": Kind.NUMBER, "@delegation": Kind.TEXT, "@channel": Kind.TEXT, "@today": Kind.DATE}
)


@dataclass(frozen=True)
class Field:
    """A field. ``label`` maps a language to a text (``""`` for all); ``required`` is a flag or a condition."""

    key: str
    type: str
    label: Mapping[str, str]
    hint: Mapping[str, str] = field(default_factory=dict)
    help: Mapping[str, str] = field(default_factory=dict)
    required: bool | Data = False
    visible_when: Data | None = None
    read_only: bool = False
    default: str = ""
    options: Data = field(default_factory=dict)
    autocomplete: str = ""
    personal_data: str = ""
    erase_at_closing: bool = False
    prefill: str = ""
    searchable: bool = False
    show_in: tuple[str, ...] = ("summary", "pdf")

    @property
    def kind(self) -> Kind:
        """What conditions may compare it with."""
        return KINDS.get(self.type, Kind.TEXT)

    @property
    def holds_value(self) -> bool:
        return self.type != "notice"

    @property
    def choices(self) -> Mapping[str, Mapping[str, str]]:
        """Options of a choice in this version of the form: value, then label by language."""
        listed = self.options.get("choices", ())
        assert isinstance(listed, (list, tuple))
        return {option["value"]: label_of(option["label"]) for option in listed}


@dataclass(frozen=True)
class Group:
    """Fields asked together; with ``rows`` (least, most) the group repeats, a row at a time."""

    id: str
    title: Mapping[str, str]
    fields: tuple[Field, ...]
    visible_when: Data | None = None
    rows: tuple[int, int] | None = None


@dataclass(frozen=True)
class Check:
    """A page is not left while the condition holds; the message says why."""

    refuse_when: Data
    message: Mapping[str, str]


@dataclass(frozen=True)
class Page:
    """A page. With an ``ending`` message the form stops there ("you are not concerned")."""

    id: str
    title: Mapping[str, str]
    groups: tuple[Group, ...]
    visible_when: Data | None = None
    checks: tuple[Check, ...] = ()
    ending: Mapping[str, str] | None = None
    ending_link: str = ""


@dataclass(frozen=True)
class Form:
    """One immutable version of a form."""

    id: str
    version: int
    title: Mapping[str, str]
    pages: tuple[Page, ...]
    settings: Data = field(default_factory=dict)

    def fields(self) -> Iterator[tuple[Page, Group, Field]]:
        """Every field with its page and group, in reading order."""
        for page in self.pages:
            for group in page.groups:
                for one in group.fields:
                    yield page, group, one

    def page(self, page_id: str) -> Page | None:
        return next((page for page in self.pages if page.id == page_id), None)

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the fields that hold a value."""
        return tuple(one.key for _, _, one in self.fields() if one.holds_value)


def label_of(value: object) -> Mapping[str, str]:
    """A label as language and text; plain text counts for every language."""
    if isinstance(value, Mapping):
        return {str(language): str(text) for language, text in value.items()}
    return {"": str(value)} if value else {}


def in_language(label: Mapping[str, str], language: str) -> str:
    """The text of a label in ``language``, else the one for all, else the first."""
    return label.get(language) or label.get("") or next(iter(label.values()), "")


def load_form(document: Data) -> Form:
    """The form of a document without faults (see ``form_faults``)."""
    return Form(
        id=str(document["id"]),
        version=_int(document["version"]),
        title=label_of(document["title"]),
        pages=tuple(_page(node) for node in _nodes(document["pages"])),
        settings=_node(document["settings"]),
    )


def _page(node: Data) -> Page:
    ending = _node(node.get("ending", {}))
    return Page(
        id=str(node["id"]),
        title=label_of(node["title"]),
        groups=tuple(_group(one) for one in _nodes(node["groups"])),
        visible_when=_condition(node.get("visible_when")),
        checks=tuple(
            Check(_node(one["refuse_when"]), label_of(one["message"])) for one in _nodes(node.get("checks", []))
        ),
        ending=label_of(ending["message"]) if ending else None,
        ending_link=str(ending.get("link", "")),
    )


def _group(node: Data) -> Group:
    repeat = _node(node.get("repeat", {}))
    return Group(
        id=str(node["id"]),
        title=label_of(node.get("title", "")),
        fields=tuple(_field(one) for one in _nodes(node["fields"])),
        visible_when=_condition(node.get("visible_when")),
        rows=(_int(repeat.get("min", 0)), _int(repeat["max"])) if repeat else None,
    )


def _field(node: Data) -> Field:
    required = node.get("required", False)
    shown = node.get("show_in", ["summary", "pdf"])
    assert isinstance(shown, list)
    return Field(
        key=str(node["key"]),
        type=str(node["type"]),
        label=label_of(node["label"]),
        hint=label_of(node.get("hint", "")),
        help=label_of(node.get("help", "")),
        required=required if isinstance(required, bool) else _node(required),
        visible_when=_condition(node.get("visible_when")),
        read_only=bool(node.get("read_only", False)),
        default=str(node.get("default", "")),
        options=_node(node.get("options", {})),
        autocomplete=str(node.get("autocomplete", "")),
        personal_data=str(node.get("personal_data", "")),
        erase_at_closing=bool(node.get("erase_at_closing", False)),
        prefill=str(node.get("prefill", "")),
        searchable=bool(node.get("searchable", False)),
        show_in=tuple(str(place) for place in shown),
    )


def _condition(value: object) -> Data | None:
    return None if value is None else _node(value)


def _node(value: object) -> Data:
    assert isinstance(value, Mapping)
    return value


def _nodes(value: object) -> list[Data]:
    assert isinstance(value, list)
    return value


def _int(value: object) -> int:
    assert isinstance(value, int)
    return value
