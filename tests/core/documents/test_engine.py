"""A template and plain data give a document, or a fault that names its place."""

import io
import re
import zipfile
from datetime import date

import pytest

from commune.core.documents import pdf
from commune.core.documents.engine import TemplateFault, odt, render
from commune.core.documents.pdf import PdfUnavailable, to_pdf


def write(folder, text):
    path = folder / "template.txt"
    path.write_text(text, encoding="utf-8")
    return path


def words(document):
    """The paragraphs of a document, as a reader sees them."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        content = package.read("content.xml").decode()
    found = re.findall(r"<text:(?:p|h)\b[^>/]*>(.*?)</text:(?:p|h)>", content, re.DOTALL)
    return [re.sub(r"<[^>]+>", "", paragraph).strip() for paragraph in found]


CONTEXT = {
    "day_of_meeting": date(2026, 5, 1),
    "items": [
        {"title": "Budget", "text": "<p>Hello <strong>you</strong><br>&eacute;</p>", "secret": False},
        {"title": "Nomination & suite", "text": None, "secret": True},
    ],
}
AGENDA = """# Séance du {day(day_of_meeting)}
%for item in items
## {item.title}
%if item.secret
@note à huis clos
%else
%html item.text
%end
%end
%if not items
Rien.
%end
|= Point |
%row for item in items
| {item.title} |
"""


@pytest.mark.requirement("core:1.15")
def test_loops_conditions_rows_and_html(integration, tmp_path):
    assert words(render(write(tmp_path, AGENDA), CONTEXT)) == [
        "Séance du 1er mai 2026", "Budget", "Hello youé", "Nomination &amp; suite", "à huis clos",
        "Point", "Budget", "Nomination &amp; suite",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("{item.titel}", "item.titel", "AttributeError: titel"),
        ("{nobody}", "nobody", "NameError: name 'nobody' is not defined"),
        ("%if (\na\n%end", "(", None),
        ("{item.__class__}", "item.__class__", None),
        ("{open('/etc/hostname')}", "open('/etc/hostname')", "NameError: name 'open' is not defined"),
        ("{document(at='/etc/hostname')}", "document(at='/etc/hostname')", None),
        ("a\n%end", "line 2", "%end means nothing here"),
    ],
)
@pytest.mark.requirement("core:GEN-1")
def test_a_fault_names_the_template_the_field_and_the_reason(integration, tmp_path, text, place, reason):
    with pytest.raises(TemplateFault) as fault:
        render(write(tmp_path, text), {"item": {"title": "Budget"}}, "permit.decision")
    data = fault.value.refusals[0].data
    assert (data["template"], data["place"]) == ("permit.decision", place)
    assert reason in (None, data["reason"])


def test_an_authority_may_adapt_the_odt_itself(integration, tmp_path):
    template = odt(write(tmp_path, "Bonjour {name}"))
    assert words(render(template, {"name": "Zoé"})) == ["Bonjour Zoé"]


def test_pictures_in_html_are_never_fetched(integration, tmp_path):
    made = render(write(tmp_path, "%html text"), {"text": '<p>a<img src="http://localhost:1/x.png" />b</p>'})
    assert "a" in "".join(words(made))


@pytest.mark.skipif(not pdf.available(), reason="needs LibreOffice")
def test_a_pdf_is_made(integration, tmp_path):
    assert to_pdf(render(write(tmp_path, AGENDA), CONTEXT)).startswith(b"%PDF-")


def test_without_libreoffice_the_refusal_is_clear(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(PdfUnavailable) as refusal:
        to_pdf(b"")
    assert [r.code for r in refusal.value.refusals] == ["pdf.none"]
