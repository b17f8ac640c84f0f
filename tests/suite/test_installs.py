"""The three ways to install the suite give the same package: buildout's, pip's editable one and the wheel."""

import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

import commune.suite
from tests.house.repository import ROOT, name, tracked

DATA = {".zcml", ".xml", ".pt", ".odt", ".json", ".csv", ".toml", ".css", ".js", ".svg", ".png", ".po", ".md", ".html"}
LOOK = """
from importlib.metadata import entry_points
from importlib.resources import files
suite = files("commune.suite")
print(suite)
print(sorted(entry.value for entry in entry_points(group="plone.autoinclude.plugin") if "commune" in entry.value))
print(sorted(entry.value for entry in entry_points(group="console_scripts", name="commune")))
print((suite / "authorities" / "README.md").is_file(), (suite / "locales" / "README.md").is_file())
"""
SEEN = ["['commune.suite']", "['commune.suite.cli:main']", "True True"]


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def pip(*arguments: str | Path, cwd: Path) -> None:
    run(sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments, "--no-deps", "--no-index", cwd=cwd)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """A copy of what git keeps, links as links."""
    copy = tmp_path_factory.mktemp("checkout")
    for path in tracked():
        target = copy / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target, follow_symlinks=False)
    return copy


@pytest.fixture(scope="module")
def wheel(checkout, tmp_path_factory):
    """The folder that the wheel, made from the source archive, is unpacked to."""
    work = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "setup.py", "-q", "sdist", "--dist-dir", work, cwd=checkout)
    (archive,) = work.glob("*.tar.gz")
    with tarfile.open(archive) as source:
        source.extractall(work / "source", filter="data")
    (unpacked,) = (work / "source").iterdir()
    pip("wheel", "--no-build-isolation", "--wheel-dir", work, unpacked, cwd=work)
    (made,) = work.glob("*.whl")
    pip("install", "--target", work / "site", made, cwd=work)
    return work / "site"


def look(python: str | Path, cwd: Path, *paths: Path) -> list[str]:
    """What a fresh Python sees of the suite, the place first."""
    code = f"import sys; sys.path[:0] = {[str(path) for path in paths]!r}\n{LOOK}"
    return run(python, "-I", "-S" if paths else "-E", "-c", code, cwd=cwd).splitlines()


def test_buildout_develops_the_sources():
    assert Path(commune.suite.__file__).parent == ROOT / "src" / "commune" / "suite"
    assert (ROOT / "src" / "commune" / "suite" / "authorities" / "README.md").is_file()


def test_a_wheel_holds_the_links_as_folders(wheel, tmp_path):
    place, *seen = look(sys.executable, tmp_path, wheel)
    assert (Path(place), seen) == (wheel / "commune" / "suite", SEEN)
    assert not (wheel / "commune" / "suite" / "authorities").is_symlink()


def test_a_wheel_holds_every_file_of_data(wheel):
    places = {"src": wheel, "profiles": wheel / "commune/suite/authorities", "locales": wheel / "commune/suite/locales"}
    lost = [
        name(path)
        for folder, place in places.items()
        for path in tracked()
        if path.is_relative_to(ROOT / folder) and path.is_file() and path.suffix in DATA | {".py"}
        if not (place / path.relative_to(ROOT / folder)).is_file()
    ]
    assert lost == []


def test_an_editable_install_sees_the_links(checkout, tmp_path):
    run(sys.executable, "-m", "venv", "--system-site-packages", "--without-pip", tmp_path / "env", cwd=tmp_path)
    site = tmp_path / "env" / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    own = run(sys.executable, "-c", "import setuptools; print(setuptools.__path__[0])", cwd=tmp_path).strip()
    (site / "tools.pth").write_text(str(Path(own).parent))
    python = tmp_path / "env" / "bin" / "python"
    command = [python, "-m", "pip", "--disable-pip-version-check", "install", "--no-deps", "--no-index"]
    run(*command, "--no-build-isolation", "--editable", checkout, cwd=tmp_path)
    place, *seen = look(python, tmp_path)
    assert (Path(place), seen) == (checkout / "src" / "commune" / "suite", SEEN)
