"""PAdES signatures: putting one on a PDF, checking those that it bears (ETSI EN 319 142-1, level B-LT)."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import DocumentSecurityStore, async_validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import PathError

from commune.core.content.refused import Refused
from commune.core.rules.refusals import Refusal
from commune.core.workflow.waiting import waited

FAULTS = (PdfError, SigningError, SignatureValidationError, PathError, ValueError)
"""What pyHanko says of a file or a certificate that is not in order."""


@dataclass(frozen=True)
class Seal:
    """One signature of a PDF: ``sound`` when certificate, digest, moment and the changes since are in order.

    ``name`` is the certificate's common name; ``whole``: nothing stands in the file after it that it does not allow.
    """

    name: str
    at: datetime | None
    sound: bool
    reason: str = ""
    fault: str = ""


def put_signature(
    pdf: bytes, signer: Any, timestamper: Any, context: ValidationContext, field: str, **said: str
) -> bytes:
    """The PDF with one more signature, time-stamped and with the proofs of its certificate in it.

    ``said``: name, reason and place that the signature tells. The bytes that came in stay as they are, at the
    beginning. Raises ``Refused`` for what is no PDF that can be signed.
    """
    try:
        metadata = PdfSignatureMetadata(
            field_name=field,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            embed_validation_info=True,
            validation_context=context,
            **said,
        )
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        made = io.BytesIO()
        waited(PdfSigner(metadata, signer=signer, timestamper=timestamper).async_sign_pdf(writer, output=made))
    except FAULTS as fault:
        raise Refused(Refusal("signing.not_signable", {"detail": str(fault)[:200]})) from fault
    return made.getvalue()


def seals(pdf: bytes, roots: Iterable[x509.Certificate]) -> tuple[Seal, ...]:
    """The signatures of the PDF, oldest first, checked with what the file itself holds and these roots alone.

    Each is checked as of the moment that its time-stamp says; nothing is fetched from anywhere. Raises ``Refused``
    for what is no PDF.
    """
    trusted = list(roots)
    try:
        found = list(PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures)
    except FAULTS as fault:
        raise Refused(Refusal("signing.not_signable", {"detail": str(fault)[:200]})) from fault
    return tuple(_checked(one, trusted) for one in found)


def _checked(signature: Any, roots: list[x509.Certificate]) -> Seal:
    reason = str(signature.sig_object.get("/Reason") or "")
    try:
        name, at = _name(signature), _stamped(signature)
        proofs = DocumentSecurityStore.read_dss(signature.reader)
        known = {"trust_roots": roots, "allow_fetching": False, "moment": at, "revocation_mode": "hard-fail"}
        context = proofs.as_validation_context(known)
        status = waited(async_validate_pdf_signature(signature, context, context))
    except FAULTS as fault:
        return Seal("", None, False, reason, str(fault)[:200])
    sound = bool(status.bottom_line and status.timestamp_validity)
    return Seal(name, at, sound, reason, "" if sound else status.summary())


def _name(signature: Any) -> str:
    return str(signature.signer_cert.subject.native.get("common_name", ""))


def _stamped(signature: Any) -> datetime:
    """The moment that its time-stamp says; raises ``ValueError`` without one."""
    stamp = next(iter(extract_tst_data_iter(signature.signer_info, signed=False)), None)
    if stamp is None:
        raise ValueError("no time-stamp")
    moment: datetime = stamp["encap_content_info"]["content"].parsed["gen_time"].native
    return moment
