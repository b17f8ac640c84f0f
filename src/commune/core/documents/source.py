"""The text from which a document's template is made: one block per line, so that a review can read it.

::

    % a remark
    # Title                  ## Heading              ### Smaller heading
    @address {dossier.name}  a paragraph in one of the house styles (see ``STYLES``)
    - an item                a bulleted list
    |= Name | Votes |        a row of headings       | {x.name} | {x.votes} |   a row
    |~ left | right |        a row without borders (signatures)
    %row for x in votes      repeats the table row that follows
    %for x in items  …  %end        %if condition  …  %else  …  %end
    %html item.text          HTML, as paragraphs
    %page                    page break
    Text with {an.expression}, **bold** and //italic//; a line ending with \\ goes on below.

Expressions are Python, without names or attributes that begin with an underscore.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

STYLES = {
    "address": "Address", "center": "Centred", "right": "Flush_right", "small": "Small", "object": "Object",
    "reference": "Reference", "signature": "Signature_block", "article": "Article", "note": "Note",
}  # fmt: skip
HEADINGS = {"# ": ("Title", 0), "## ": ("Heading_1", 1), "### ": ("Heading_2", 2)}
_INLINE = re.compile(r"\{([^{}]+)\}|(\*\*|//)")
_BEFORE_SPACED = re.compile(r" (?=[:»%€])")
_BEFORE_NARROW = re.compile(r" (?=[;!?])")
_SPANS = {"**": "Strong", "//": "Emphasis"}


class SourceError(Exception):
    """A template's text cannot be read; ``line`` is counted from 1."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line
        self.reason = reason


@dataclass
class Body:
    """The text of a document under construction."""

    out: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    inside: str = ""
    row: str = ""
    count: int = 0

    def name(self, prefix: str) -> str:
        self.count += 1
        return f"{prefix}{self.count}"

    def enter(self, kind: str) -> None:
        """Leave the list or table that stands open, unless it is of this kind; open one if it is not."""
        if self.inside == kind:
            return
        ends = {"list": "</text:list>", "table": "</table:table>", "plain": "</table:table>"}
        if self.inside:
            self.out.append(ends[self.inside])
        self.inside = kind
        if kind == "list":
            self.out.append('<text:list text:style-name="Bullets">')


def body(text: str) -> str:
    """The ``office:text`` element of a template; raises ``SourceError``."""
    made = Body()
    number = 0
    for number, line in _lines(text):
        _block(made, line, number)
    made.enter("")
    if made.open:
        raise SourceError(number, f"missing %end of %{made.open[-1]}")
    return "".join(made.out)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    joined = ""
    for number, line in enumerate(text.splitlines(), 1):
        if line.endswith("\\"):
            joined += line[:-1].rstrip() + "\n"
            continue
        yield number, (joined + line).rstrip()
        joined = ""
    if joined:
        yield len(text.splitlines()), joined.rstrip()


def _block(made: Body, line: str, number: int) -> None:
    if not line or line.startswith("% ") or line == "%":
        made.enter(made.inside if made.row else "")
    elif line.startswith("%"):
        _statement(made, line[1:], number)
    elif line.startswith("|"):
        _row(made, line, number)
    elif line.startswith("- "):
        made.enter("list")
        made.out.append(f"<text:list-item>{_paragraph('List_item', line[2:])}</text:list-item>")
    else:
        made.enter("")
        made.out.append(_text(line, number))


def _text(line: str, number: int) -> str:
    for mark, (style, level) in HEADINGS.items():
        if line.startswith(mark):
            words = inline(line[len(mark) :])
            if not level:
                return f'<text:p text:style-name="{style}">{words}</text:p>'
            return f'<text:h text:style-name="{style}" text:outline-level="{level}">{words}</text:h>'
    if line.startswith("@"):
        name, _blank, words = line[1:].partition(" ")
        if name not in STYLES:
            raise SourceError(number, f"unknown style @{name}")
        return _paragraph(STYLES[name], words)
    return _paragraph("Text_body", line)


def _paragraph(style: str, words: str) -> str:
    return f'<text:p text:style-name="{style}">{inline(words)}</text:p>'


def _statement(made: Body, statement: str, number: int) -> None:
    word, _blank, rest = statement.partition(" ")
    if word == "row":
        made.row = f"do row {rest}"
        return
    made.enter("")
    if word in ("for", "if"):
        made.open.append(statement)
        made.out.append(_section(made, f"do section- {statement}"))
    elif word == "else" and made.open and made.open[-1].startswith("if "):
        made.out.append("</text:section>" + _section(made, f"do section- if not ({made.open[-1][3:]})"))
    elif word == "end" and made.open:
        made.open.pop()
        made.out.append("</text:section>")
    elif word == "html":
        made.out.append(f"<text:p>{annotation('do text', f'from xhtml({rest} or str())')}</text:p>")
    elif word == "page":
        made.out.append('<text:p text:style-name="Page_break"/>')
    else:
        raise SourceError(number, f"%{word} means nothing here")


def _section(made: Body, statement: str) -> str:
    return f'<text:section text:style-name="Part" text:name="{made.name("part")}">{annotation(statement)}'


def annotation(*lines: str) -> str:
    """A statement in the form in which the renderer reads it."""
    return f"<office:annotation>{''.join(f'<text:p>{escape(line)}</text:p>' for line in lines)}</office:annotation>"


def _row(made: Body, line: str, number: int) -> None:
    head, plain = line.startswith("|="), line.startswith("|~")
    cells = [cell.strip() for cell in line[2 if head or plain else 1 :].strip().strip("|").split("|")]
    kind = "plain" if plain else "table"
    if made.inside != kind:
        made.enter(kind)
        made.out.append(_table(made, len(cells), number))
    style = "Plain_cell" if plain else "Cell"
    words = "Table_heading" if head else "Table_text"
    inner = "".join(
        f'<table:table-cell table:style-name="{style}" office:value-type="string">{_paragraph(words, cell)}'
        "</table:table-cell>"
        for cell in cells
    )
    statement = annotation(made.row) if made.row else ""
    row = f"<table:table-row>{statement}{inner}</table:table-row>"
    made.out.append(f"<table:table-header-rows>{row}</table:table-header-rows>" if head else row)
    made.row = ""


def _table(made: Body, columns: int, number: int) -> str:
    if not columns:
        raise SourceError(number, "a row without cells")
    name = made.name("table")
    return (
        f'<table:table table:name="{name}" table:style-name="Table">'
        f'<table:table-column table:number-columns-repeated="{columns}"/>'
    )


def inline(text: str) -> str:
    """Words with expressions, bold and italic; spaces before French punctuation do not break."""
    out, open_marks = [], []
    for words, expression, mark in _pieces(text):
        out.append(_literal(words))
        if expression:
            out.append(f'<text:text-input text:description="">{escape(expression.strip())}</text:text-input>')
        elif mark and mark in open_marks:
            open_marks.remove(mark)
            out.append("</text:span>")
        elif mark:
            open_marks.append(mark)
            out.append(f'<text:span text:style-name="{_SPANS[mark]}">')
    return "".join(out) + "</text:span>" * len(open_marks)


def _pieces(text: str) -> Iterable[tuple[str, str, str]]:
    end = 0
    for match in _INLINE.finditer(text):
        yield text[end : match.start()], match[1] or "", match[2] or ""
        end = match.end()
    yield text[end:], "", ""


def _literal(words: str) -> str:
    words = _BEFORE_NARROW.sub("\u202f", _BEFORE_SPACED.sub("\u00a0", words)).replace("« ", "«\u00a0")
    return "<text:line-break/>".join(escape(part) for part in words.split("\n"))
