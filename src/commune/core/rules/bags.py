"""Archive packages: BagIt (RFC 8493) with a METS description, made of plain bytes and checked the same way."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from commune.core.rules.refusals import Refusal, Refusals

VERSION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFEST, TAGS, DECLARATION, INFO = "manifest-sha256.txt", "tagmanifest-sha256.txt", "bagit.txt", "bag-info.txt"
PAYLOAD = "data/"


@dataclass(frozen=True)
class Piece:
    """One file of a package. ``path`` is relative, with slashes; ``role``: what it is, for the description."""

    path: str
    data: bytes
    mime: str
    role: str
    title: str = ""


def bag(name: str, pieces: Sequence[Piece], made: datetime, source: str, **info: str) -> dict[str, bytes]:
    """The files of the package by path, its folder ``name`` first in each. ``source``: the authority."""
    payload = {f"{PAYLOAD}{piece.path}": piece.data for piece in pieces}
    tags = {
        DECLARATION: VERSION.encode(),
        INFO: _info(payload, made, source, info),
        "mets.xml": mets(name, pieces, made, source).encode(),
        MANIFEST: _manifest(payload),
    }
    whole = {**payload, **tags, TAGS: _manifest(tags)}
    return {f"{name}/{path}": data for path, data in whole.items()}


def _info(payload: Mapping[str, bytes], made: datetime, source: str, info: Mapping[str, str]) -> bytes:
    size = sum(len(data) for data in payload.values())
    lines = {
        "Source-Organization": source,
        "Bagging-Date": f"{made:%Y-%m-%d}",
        "Payload-Oxum": f"{size}.{len(payload)}",
        **{name.replace("_", "-"): value for name, value in info.items()},
    }
    return "".join(f"{name}: {' '.join(value.split())}\n" for name, value in lines.items()).encode()


def _manifest(files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {_written(path)}\n" for path, data in files.items()).encode()


def _written(path: str) -> str:
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _read(path: str) -> str:
    return path.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def mets(name: str, pieces: Sequence[Piece], made: datetime, source: str) -> str:
    """The description of the package in METS: who made it when, each file with its digest, and their order."""
    files = "".join(
        f'<file ID="f{number}" MIMETYPE={quoteattr(piece.mime)} SIZE="{len(piece.data)}" USE={quoteattr(piece.role)} '
        f'CHECKSUM="{hashlib.sha256(piece.data).hexdigest()}" CHECKSUMTYPE="SHA-256">'
        f'<FLocat LOCTYPE="URL" xlink:href={quoteattr(PAYLOAD + piece.path)} '
        f"xlink:title={quoteattr(piece.title or piece.path)}/></file>"
        for number, piece in enumerate(pieces, start=1)
    )
    order = "".join(f'<fptr FILEID="f{number}"/>' for number in range(1, len(pieces) + 1))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f"OBJID={quoteattr(name)}>"
        f'<metsHdr CREATEDATE="{made.isoformat(timespec="seconds")}"><agent ROLE="CREATOR" TYPE="ORGANIZATION">'
        f"<name>{escape(source)}</name></agent></metsHdr>"
        f"<fileSec><fileGrp>{files}</fileGrp></fileSec>"
        f'<structMap TYPE="physical"><div LABEL={quoteattr(name)}>{order}</div></structMap></mets>'
    )


def against_bag(files: Mapping[str, bytes]) -> Refusals:
    """Everything wrong with a package: not one folder, no declaration, a file that changed, lacks or is too many."""
    names = {path.partition("/")[0] for path in files}
    if len(names) != 1:
        return (Refusal("bag.not_one", {"count": len(names)}),)
    inside = {path.partition("/")[2]: data for path, data in files.items()}
    lacking = [name for name in (DECLARATION, MANIFEST, TAGS) if name not in inside]
    if lacking:
        return tuple(Refusal("bag.lacks", {"path": name}, name) for name in lacking)
    payload = {path for path in inside if path.startswith(PAYLOAD)}
    told = _listed(inside[MANIFEST])
    found = [*_against(told, inside), *_against(_listed(inside[TAGS]), inside)]
    return (*found, *(Refusal("bag.unlisted", {"path": path}, path) for path in sorted(payload - set(told))))


def _listed(manifest: bytes) -> dict[str, str]:
    lines = (line.partition("  ") for line in manifest.decode("utf-8", "replace").splitlines() if line.strip())
    return {_read(path): digest for digest, _gap, path in lines}


def _against(told: Mapping[str, str], inside: Mapping[str, bytes]) -> list[Refusal]:
    found = []
    for path, digest in told.items():
        if path not in inside:
            found.append(Refusal("bag.lacks", {"path": path}, path))
        elif hashlib.sha256(inside[path]).hexdigest() != digest:
            found.append(Refusal("bag.changed", {"path": path}, path))
    return found
