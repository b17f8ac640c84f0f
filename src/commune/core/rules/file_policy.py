"""Which files are taken in: name, extension and content must agree and be allowed (E-8)."""

import io
import unicodedata
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass

from commune.core.rules.identifiers import Parsed
from commune.core.rules.refusals import Refusal, Refusals

MEBIBYTE = 1024 * 1024
LONGEST_NAME = 180
_TAIL = 66_000


@dataclass(frozen=True)
class FileType:
    """A type of file: its extensions, media type, and the category that policies allow."""

    id: str
    extensions: tuple[str, ...]
    mime: str
    category: str


_OOXML = "application/vnd.openxmlformats-officedocument."
TYPES: dict[str, FileType] = {
    file_type.id: file_type
    for file_type in (
        FileType("pdf", ("pdf",), "application/pdf", "pdf"),
        FileType("png", ("png",), "image/png", "image"),
        FileType("jpeg", ("jpg", "jpeg"), "image/jpeg", "image"),
        FileType("gif", ("gif",), "image/gif", "image"),
        FileType("heic", ("heic", "heif"), "image/heic", "image"),
        FileType("webp", ("webp",), "image/webp", "image"),
        FileType("tiff", ("tif", "tiff"), "image/tiff", "image"),
        FileType("odt", ("odt",), "application/vnd.oasis.opendocument.text", "office"),
        FileType("ods", ("ods",), "application/vnd.oasis.opendocument.spreadsheet", "office"),
        FileType("docx", ("docx",), _OOXML + "wordprocessingml.document", "office"),
        FileType("xlsx", ("xlsx",), _OOXML + "spreadsheetml.sheet", "office"),
        FileType("ole", ("doc", "xls"), "application/x-ole-storage", "office_old"),
        FileType("zip", ("zip",), "application/zip", "archive"),
        FileType("dwg", ("dwg",), "image/vnd.dwg", "plan"),
        FileType("text", ("txt", "csv"), "text/plain", "text"),
        FileType("executable", (), "application/x-executable", "executable"),
    )
}
_BY_EXTENSION = {extension: file_type for file_type in TYPES.values() for extension in file_type.extensions}
_DANGEROUS = frozenset(
    "exe com bat cmd scr js vbs jar ps1 sh msi dll hta html htm svg docm xlsm pptm php py lnk".split()
)
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"AC10", "dwg"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"MZ", "executable"),
    (b"\x7fELF", "executable"),
    (b"\xca\xfe\xba\xbe", "executable"),
    (b"#!", "executable"),
)
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"})
_ZIP_MARKS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
_ZIP_MIMES = {TYPES[kind].mime.encode(): kind for kind in ("odt", "ods")}


@dataclass(frozen=True)
class FilePolicy:
    """What a field takes: categories of types, bytes per file and in all (inclusive), number of files."""

    categories: frozenset[str] = frozenset({"pdf", "image", "office"})
    largest: int = 10 * MEBIBYTE
    largest_total: int = 50 * MEBIBYTE
    most: int = 20
    required: int = 0


@dataclass(frozen=True)
class TakenFile:
    """An accepted file: cleaned display name and what it really is."""

    name: str
    file_type: FileType


def clean_name(name: str) -> str:
    """A display name: last part of a path, NFC, no control, soft hyphen or direction mark, at most 180 characters."""
    last = name.replace("\\", "/").rpartition("/")[2]
    bare = "".join(c for c in unicodedata.normalize("NFC", last) if unicodedata.category(c) not in ("Cc", "Cf"))
    stem, dot, extension = " ".join(bare.split()).rpartition(".")
    if not dot or len(extension) > 10:
        return " ".join(bare.split())[:LONGEST_NAME]
    return f"{stem.strip()[: LONGEST_NAME - len(extension) - 1]}.{extension}"


def sniff(content: bytes) -> str:
    """The id of the type that ``content`` really has, ``""`` when unknown."""
    if content.startswith(b"PK"):
        return _sniff_zip(content)
    if content[4:8] == b"ftyp":
        return "heic" if content[8:12] in _HEIC_BRANDS else ""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    found = next((kind for mark, kind in _SIGNATURES if content.startswith(mark)), "")
    return found or ("text" if _is_text(content) else "")


def _is_text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not any(unicodedata.category(c) == "Cc" and c not in "\t\r\n\f" for c in text)


def _sniff_zip(content: bytes) -> str:
    names = _zip_names(content)
    if names is None:
        return ""
    if "mimetype" in names and content[30:38] == b"mimetype":
        declared = content[38:138]
        return next((kind for mime, kind in _ZIP_MIMES.items() if declared.startswith(mime + b"PK")), "zip")
    return next((kind for mark, kind in _ZIP_MARKS.items() if mark in names), "zip")


def _zip_names(content: bytes) -> frozenset[str] | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return None


def megabytes(size: int) -> str:
    """A size in bytes as a person reads it, in megabytes of 1024 × 1024 bytes: ``10``, ``0.5``."""
    return f"{size / MEBIBYTE:.2g}" if size < MEBIBYTE else f"{size // MEBIBYTE}"


def check_file(name: str, content: bytes, policy: FilePolicy) -> Parsed[TakenFile]:
    """Whether a file is taken in, by its name and its whole content.

    Refusals: ``file_name``, ``file_empty``, ``file_too_big``, ``file_type``, ``file_mismatch``,
    ``file_double_extension``, ``file_macros``, ``file_encrypted``, ``file_polyglot``.
    """
    shown = clean_name(name)
    extension = shown.rpartition(".")[2].lower() if "." in shown else ""
    expected = _BY_EXTENSION.get(extension)
    codes = _name_faults(shown, policy, expected)
    if not content:
        codes.append("file_empty")
    if len(content) > policy.largest:
        codes.append("file_too_big")
    if content and not codes:
        codes = _content_faults(content, expected)
    if codes or expected is None:
        data = {"name": shown, "largest": policy.largest, "megabytes": megabytes(policy.largest)}
        return Parsed(None, tuple(Refusal(code, data) for code in codes))
    return Parsed(TakenFile(shown, expected))


def _name_faults(shown: str, policy: FilePolicy, expected: FileType | None) -> list[str]:
    if not shown.rpartition(".")[0].strip(". "):
        return ["file_name"]
    inner = [part.lower().strip() for part in shown.split(".")[1:-1]]
    faults = []
    if expected is None or expected.category not in policy.categories:
        faults.append("file_type")
    if any(part in _BY_EXTENSION or part in _DANGEROUS for part in inner):
        faults.append("file_double_extension")
    return faults


def _content_faults(content: bytes, expected: FileType | None) -> list[str]:
    kind = sniff(content)
    faults = []
    if expected is None or kind != expected.id:
        faults.append("file_mismatch")
    if _has_macros(content):
        faults.append("file_macros")
    if _is_encrypted(content):
        faults.append("file_encrypted")
    if _is_polyglot(content, kind):
        faults.append("file_polyglot")
    return faults


def _has_macros(content: bytes) -> bool:
    if content.startswith(b"PK"):
        names = _zip_names(content) or frozenset()
        return any(n.endswith("vbaProject.bin") or n.startswith(("Basic/", "Scripts/")) for n in names)
    ole = content.startswith(b"\xd0\xcf\x11\xe0")
    return ole and "_VBA_PROJECT".encode("utf-16-le") in content


def _is_encrypted(content: bytes) -> bool:
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return "EncryptedPackage".encode("utf-16-le") in content
    if not content.startswith(b"PK") or _zip_names(content) is None:
        return False
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return any(entry.flag_bits & 1 for entry in archive.infolist())


def _is_polyglot(content: bytes, kind: str) -> bool:
    hidden_pdf = kind != "pdf" and b"%PDF-" in content[:1024] and not content.startswith(b"PK")
    hidden_zip = not content.startswith(b"PK") and b"PK\x05\x06" in content[-_TAIL:]
    return hidden_pdf or hidden_zip


def check_files(sizes: Iterable[int], policy: FilePolicy) -> Refusals:
    """Whether a set of files fits the policy: how many, how much in all. ``file_count``, ``file_total``."""
    listed = tuple(sizes)
    found = []
    if not policy.required <= len(listed) <= policy.most:
        found.append(Refusal("file_count", {"found": len(listed), "least": policy.required, "most": policy.most}))
    if sum(listed) > policy.largest_total:
        data = {"found": sum(listed), "most": policy.largest_total, "megabytes": megabytes(policy.largest_total)}
        found.append(Refusal("file_total", data))
    return tuple(found)
