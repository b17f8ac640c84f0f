"""Fields as the template shows them: plain data, one record a control."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from commune.core.rules.refusals import Refusals
from commune.core.workflow.wording import sentence
from commune.eguichet.content.drafts import StoredDraft
from commune.eguichet.rules.field_values import ADDRESS_PARTS
from commune.eguichet.rules.forms import Field, Form, in_language

LINES = frozenset({"number", "amount", "quantity", "date", "time", "datetime", "nrn", "bce", "iban", "phone", "email"})
INPUT_MODES = {
    "number": "decimal", "amount": "decimal", "quantity": "numeric", "nrn": "numeric", "bce": "numeric",
    "phone": "tel", "email": "email", "url": "url", "postal_code": "numeric", "eid_card": "numeric",
}  # fmt: skip
INPUT_TYPES = {"email": "email", "phone": "tel", "url": "url"}
KINDS = {
    "long_text": "area", "choice": "radios", "choices": "checks", "yes_no": "yes_no", "declaration": "declaration",
    "file": "files", "address": "address", "period": "period", "notice": "notice",
}  # fmt: skip
ACCEPTED = {
    "pdf": ".pdf",
    "image": ".png,.jpg,.jpeg,.gif,.heic,.webp,.tif,.tiff",
    "office": ".odt,.ods,.docx,.xlsx",
    "plan": ".dwg",
}


@dataclass(frozen=True)
class Widget:
    """One control. ``kind`` names its markup; ``values`` are texts as typed; ``controls``: others depend on it."""

    name: str
    kind: str
    label: str
    values: tuple[str, ...] = ()
    hint: str = ""
    help: str = ""
    errors: tuple[str, ...] = ()
    required: bool = False
    optional: bool = False
    read_only: bool = False
    controls: bool = False
    autocomplete: str = ""
    inputmode: str = ""
    type: str = "text"
    short: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict)
    part_errors: Mapping[str, str] = field(default_factory=dict)
    confirm: str | None = None
    other: str | None = None
    files: tuple[tuple[str, str, str], ...] = ()
    accept: str = ""
    many: bool = False

    @property
    def id(self) -> str:
        return f"f-{self.name.replace('.', '-')}"

    @property
    def value(self) -> str:
        return next(iter(self.values), "")

    @property
    def target(self) -> str:
        """Id of the control that a link of the error summary leads to."""
        first = next(iter(self.part_errors), "street")
        ends = {"address": f"-{first}", "radios": "-0", "checks": "-0", "yes_no": "-yes", "period": "-from"}
        return f"{self.id}{ends.get(self.kind, '')}"

    @property
    def described(self) -> str | None:
        """Ids of the texts that describe the control, for ``aria-describedby``."""
        ids = [f"{self.id}-{what}" for what in ("hint", "error") if getattr(self, what if what == "hint" else "errors")]
        return " ".join(ids) or None

    @property
    def invalid(self) -> str | None:
        return "true" if self.errors else None


class Widgets:
    """Makes the widgets of one draft, in one language."""

    def __init__(self, form: Form, stored: StoredDraft, request: Any, language: str, controls: frozenset[str]) -> None:
        self.form, self.stored, self.request, self.language = form, stored, request, language
        self.controls = controls

    def make(self, name: str, one: Field, refusals: Refusals = ()) -> Widget:
        """The widget of a posted field with what is wrong with it."""
        raw = self.stored.draft.answers
        said = raw.get(name, one.default)
        kind = KINDS.get(one.type, "line")
        parts = {part: self._text(f"{name}.{part}") for part in ADDRESS_PARTS} if kind == "address" else {}
        return Widget(
            name=name,
            kind=kind,
            label=in_language(one.label, self.language),
            values=(said,) if isinstance(said, str) else tuple(said),
            hint=in_language(one.hint, self.language) if one.hint else "",
            help=in_language(one.help, self.language) if one.help else "",
            errors=tuple(dict.fromkeys(self._sentence(one, refusal) for refusal in refusals)),
            required=one.required is True,
            optional=one.required is False and one.type != "notice",
            read_only=one.read_only,
            controls=one.key in self.controls,
            autocomplete=one.autocomplete,
            inputmode=INPUT_MODES.get(one.type, ""),
            type=INPUT_TYPES.get(one.type, "text"),
            short=one.type in LINES - {"email"},
            choices=tuple((value, in_language(label, self.language)) for value, label in one.choices.items()),
            parts=parts,
            part_errors={r.place: sentence(r, self.request) for r in refusals if r.place in ADDRESS_PARTS},
            confirm=self._text(f"{name}.confirm") if one.options.get("confirm") else None,
            other=self._text(f"{name}.other") if one.options.get("other") else None,
            files=tuple((key, file.name, size_text(file.size)) for key, file in self.stored.files_of(name)),
            accept=",".join(ACCEPTED.get(str(kind), "") for kind in _listed(one.options.get("file_types"))),
            many=one.options.get("max_count") != 1,
        )

    def _text(self, name: str) -> str:
        said = self.stored.draft.answers.get(name, "")
        return said if isinstance(said, str) else next(iter(said), "")

    def _sentence(self, one: Field, refusal: Any) -> str:
        return sentence(refusal, self.request)


def size_text(size: int) -> str:
    """A size as people say it: ``312 kB``, ``4,2 MB``."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
