"""Build the ported wheels: ``python ports/build.py WHEELHOUSE``. Needs pip in the running Python."""

import subprocess
import sys
import tempfile
from pathlib import Path

from rules import Port, read_all
from wheels import port_wheel

HERE = Path(__file__).resolve().parent


def fetch(port: Port, folder: Path) -> Path:
    """The wheel of the pinned release, fetched (or built from its source archive) by pip into ``folder``."""
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder)]
    subprocess.run([*command, f"{port.name}=={port.release}"], check=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def build(port: Port, wheelhouse: Path) -> None:
    """Put the port's wheel into ``wheelhouse`` unless it is there and newer than its rules."""
    target = wheelhouse / port.wheel
    if target.exists() and target.stat().st_mtime > _last_change():
        return
    with tempfile.TemporaryDirectory() as folder:
        count = port_wheel(port, fetch(port, Path(folder)), target)
    print(f"{target.name}: {count} files rewritten", flush=True)


def _last_change() -> float:
    return max(path.stat().st_mtime for path in HERE.rglob("*") if path.suffix in {".py", ".toml"})


def main(wheelhouse: Path) -> None:
    wheelhouse.mkdir(parents=True, exist_ok=True)
    ports = read_all(HERE)
    for port in ports:
        build(port, wheelhouse)
    for stale in {path.name for path in wheelhouse.glob("*.whl")} - {port.wheel for port in ports}:
        (wheelhouse / stale).unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
