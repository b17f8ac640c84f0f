"""From the wheel of a pinned release to the wheel of its port, byte for byte the same each time."""

import base64
import hashlib
import zipfile
from collections.abc import Iterator
from email import message_from_string
from pathlib import Path

from rules import Port, RuleError

LONG_AGO = (2020, 1, 1, 0, 0, 0)
NOT_CARRIED = ("-nspkg.pth", "/RECORD", "/namespace_packages.txt", "/WHEEL", "/")
WHEEL = "Wheel-Version: 1.0\nGenerator: ports\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def port_wheel(port: Port, original: Path, target: Path) -> int:
    """Write the port of ``original`` to ``target`` and return the number of files rewritten.

    Raises ``RuleError`` when a rule does not match and ``SyntaxError`` when a module does not compile.
    """
    with zipfile.ZipFile(original) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if not name.endswith(NOT_CARRIED)}
    rewritten = _rewrite(port, files)
    ported = dict(_carried(port, files))
    ported.update({name: path.read_bytes() for name, path in port.added.items()})
    ported[f"{_info(port)}/WHEEL"] = WHEEL.encode()
    _compile(ported)
    _write(target, ported, f"{_info(port)}/RECORD")
    return rewritten


def _info(port: Port) -> str:
    return f"{port.stem}-{port.version}.dist-info"


def _rewrite(port: Port, files: dict[str, bytes]) -> int:
    touched = {rule.file for rule in port.rewrites}
    if missing := touched - files.keys():
        raise RuleError(f"{port.name}: no such file: {', '.join(sorted(missing))}")
    for rule in port.rewrites:
        files[rule.file] = rule.apply(files[rule.file].decode("utf-8")).encode("utf-8")
    return len(touched)


def _carried(port: Port, files: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for folder in port.left_out:
        if not any(name.startswith(folder) for name in files):
            raise RuleError(f"{port.name}: nothing to leave out in {folder}")
    for name, data in files.items():
        if name.startswith(port.left_out):
            continue
        folder, _, rest = name.partition(".dist-info/")
        if not rest:
            yield name, data
        elif rest == "METADATA":
            yield f"{_info(port)}/{rest}", _metadata(port, data.decode("utf-8")).encode("utf-8")
        else:
            yield f"{_info(port)}/{rest}", data


def _metadata(port: Port, text: str) -> str:
    message = message_from_string(text)
    declared = [line for line in message.get_all("Requires-Dist", []) if "extra ==" not in line]
    if tuple(declared) != port.required:
        raise RuleError(f"{port.name}: the release requires {declared}, not {list(port.required)}")
    del message["Requires-Dist"], message["Provides-Extra"], message["Version"]
    message["Version"] = port.version
    for requirement in port.requires:
        message["Requires-Dist"] = requirement
    return message.as_string()


def _compile(files: dict[str, bytes]) -> None:
    for name, data in files.items():
        if name.endswith(".py"):
            compile(data, name, "exec")


def _write(target: Path, files: dict[str, bytes], record: str) -> None:
    lines = [f"{name},sha256={_digest(data)},{len(data)}" for name, data in sorted(files.items())]
    files[record] = "\n".join([*lines, f"{record},,", ""]).encode("utf-8")
    draft = target.with_suffix(".part")
    with zipfile.ZipFile(draft, "w") as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    draft.replace(target)


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
