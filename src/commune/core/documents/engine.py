"""Rendering: a template and plain facts give an OpenDocument text (core 1.15)."""

import io
import re
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import unescape

import appy.pod
from appy.pod.renderer import Renderer

from commune.core.documents.evaluator import DataEvaluator, Halt
from commune.core.documents.facts import facts
from commune.core.documents.formats import HELPERS
from commune.core.documents.letterhead import letterhead, logo
from commune.core.documents.package import pack
from commune.core.documents.source import SourceError, body
from commune.core.rules.refusals import Refusal
from commune.core.workflow.process import Refused

FAULT = re.compile(r"<dc:creator>POD</dc:creator>.*?<text:p>(.*?)</text:p>", re.DOTALL)
NO_PICTURE = str(Path(appy.pod.__file__).parent / "imageNotFound.jpg")


class TemplateFault(Refused):
    """A template cannot be rendered: says which one, where, and why."""

    def __init__(self, template: str, place: str, reason: str) -> None:
        super().__init__(Refusal("template.fault", {"template": template, "place": place, "reason": reason}))


def render(template: Path | str | bytes, context: Mapping[str, Any], name: str = "") -> bytes:
    """The document as .odt: ``template`` is a path to an .odt or a .txt (see ``source``), or an .odt file's bytes.

    ``context`` holds plain data; the authority and the formatting helpers (``day``, ``amount``…) are
    added. Raises ``TemplateFault`` naming the template and the expression or line at fault.
    """
    shown = name or (str(template) if not isinstance(template, bytes) else "template.odt")
    whole = facts({"authority": letterhead(), "reference": "", **context}) | HELPERS
    with tempfile.TemporaryDirectory(prefix="commune-") as folder:
        source, result = Path(folder, "template.odt"), Path(folder, "result.odt")
        source.write_bytes(template if isinstance(template, bytes) else odt(Path(template), shown))
        try:
            _renderer(source, whole, result, shown).run()
        except Halt as halt:
            raise TemplateFault(shown, halt.expression, halt.reason) from halt
        made = result.read_bytes()
    _check(made, shown)
    return made


def _check(made: bytes, name: str) -> None:
    """The renderer writes what it could not read of a statement into the document: refuse that document."""
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        for part in ("content.xml", "styles.xml"):
            fault = FAULT.search(package.read(part).decode())
            if fault:
                raise TemplateFault(name, part, unescape(fault[1])[:300])


def odt(path: Path, name: str = "") -> bytes:
    """The template as an .odt file, made from its text when it is not one already."""
    if path.suffix == ".odt":
        return path.read_bytes()
    try:
        return pack(body(path.read_text(encoding="utf-8")), *logo())
    except SourceError as error:
        raise TemplateFault(name or str(path), f"line {error.line}", error.reason) from error


def _renderer(source: Path, context: Mapping[str, Any], result: Path, name: str) -> Renderer:
    return Renderer(
        str(source),
        dict(context),
        str(result),
        raiseOnError=True,
        html=True,
        evaluator=DataEvaluator(context),
        findImage=lambda _url: NO_PICTURE,
        metadata=Path(name).stem,
    )
