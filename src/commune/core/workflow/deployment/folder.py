"""The folder of an authority, and what the outside world must know to read it."""

import pkgutil
from datetime import date
from pathlib import Path

import commune
from commune.core.rules.authority.faults import fault
from commune.core.rules.authority.model import Profile
from commune.core.rules.authority.reading import read_profile
from commune.core.rules.authority.settings import NAME, Knowledge
from commune.core.rules.municipalities import on_day
from commune.core.rules.refusals import Refusals


def modules() -> tuple[str, ...]:
    """Ids of the modules that this installation holds: packages with an installation profile, the core apart."""
    found = []
    for root in commune.__path__:
        for package in pkgutil.iter_modules([root]):
            if (Path(root) / package.name / "profiles/default/metadata.xml").exists():
                found.append(package.name)
    return tuple(sorted(set(found) - {"core"}))


def knowledge(day: date) -> Knowledge:
    """The modules at hand and the municipalities in force on ``day``."""
    return Knowledge(modules(), {municipality.nis: municipality.postcodes for municipality in on_day(day)})


def read_folder(folder: Path, day: date) -> tuple[Profile | None, Refusals]:
    """The authority of a folder, or all its faults; reads only."""
    if not folder.is_dir():
        return None, (fault("folder", str(folder)),)
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    return read_profile(folder.name, files, knowledge(day))


def folders(root: Path) -> tuple[Path, ...]:
    """The folders of authorities in ``root``, by name."""
    return tuple(sorted(path.parent for path in root.glob(f"*/{NAME}")))
