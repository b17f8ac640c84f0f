"""The letters that are made from a permit."""

from pathlib import Path

from commune.core.documents.registry import Document
from commune.urbanism.documents import acknowledgement, decision_letter, missing_pieces
from commune.urbanism.i18n import _

HERE = Path(__file__).parent
KINDS = ("permit",)
CATEGORY = "letter"

ACKNOWLEDGEMENT = Document(
    "urbanism.acknowledgement",
    _("Acknowledgement of a complete file"),
    KINDS,
    HERE / "acknowledgement.txt",
    acknowledgement.facts,
    acknowledgement.offered,
    CATEGORY,
)
MISSING_PIECES = Document(
    "urbanism.missing_pieces",
    _("Statement of missing pieces"),
    KINDS,
    HERE / "missing_pieces.txt",
    missing_pieces.facts,
    missing_pieces.offered,
    CATEGORY,
)
DECISION = Document(
    "urbanism.decision",
    _("Letter with the decision"),
    KINDS,
    HERE / "decision_letter.txt",
    decision_letter.facts,
    decision_letter.offered,
    CATEGORY,
)
