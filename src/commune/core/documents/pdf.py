"""PDF by LibreOffice, where there is one; a clear refusal where there is none."""

import fcntl
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from commune.core.rules.refusals import Refusal
from commune.core.workflow.process import Refused

PLACES = 2
ARCHIVE = '{"SelectPdfVersion":{"type":"long","value":"2"},"UseTaggedPDF":{"type":"boolean","value":"true"}}'
TAGGED = '{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


class PdfUnavailable(Refused):
    """No PDF can be made here and now; the .odt is there all the same. ``reason``: none, timeout or failed."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(Refusal(f"pdf.{reason}", {"detail": detail}))


def available() -> bool:
    """Whether a LibreOffice is found on the path of this machine."""
    return _program() is not None


def to_pdf(odt: bytes, archive: bool = False, timeout: float = 120) -> bytes:
    """The .odt as tagged PDF, or PDF/A-2b with ``archive``; raises ``PdfUnavailable``.

    Several processes share ``PLACES`` user profiles of LibreOffice, kept warm; ``timeout`` is in
    seconds, waiting for one of them included.
    """
    program = _program()
    if program is None:
        raise PdfUnavailable("none")
    deadline = time.monotonic() + timeout
    with _place(deadline) as profile, tempfile.TemporaryDirectory(prefix="commune-") as folder:
        source, result = Path(folder, "document.odt"), Path(folder, "document.pdf")
        source.write_bytes(odt)
        said = _convert(program, profile, source, archive, deadline)
        if not result.exists():
            raise PdfUnavailable("failed", said)
        return result.read_bytes()


def _program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def _convert(program: str, profile: Path, source: Path, archive: bool, deadline: float) -> str:
    filters = f"pdf:writer_pdf_Export:{ARCHIVE if archive else TAGGED}"
    command = [program, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]
    command += ["--convert-to", filters, "--outdir", str(source.parent), str(source)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=max(1.0, deadline - time.monotonic()), check=False
        )
    except subprocess.TimeoutExpired as expired:
        raise PdfUnavailable("timeout") from expired
    return done.stderr.strip()[-300:]


@contextmanager
def _place(deadline: float) -> Iterator[Path]:
    """One of the profiles, held for us alone: LibreOffice serves one process per profile."""
    root = Path(tempfile.gettempdir(), f"commune-office-{os.getuid()}")
    root.mkdir(mode=0o700, exist_ok=True)
    while time.monotonic() < deadline:
        for number in range(PLACES):
            with open(root / f"{number}.lock", "w") as lock:
                if _held(lock):
                    yield root / str(number)
                    return
        time.sleep(0.1)
    raise PdfUnavailable("timeout")


def _held(lock: object) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # type: ignore[arg-type]
    except BlockingIOError:
        return False
    return True
