"""Bring locales/ up to date with the code: ``python tools/catalogs.py``.

One domain per module. The messages are found by i18ndude in the module's Python, templates, ZCML and profiles;
translations that exist are kept, new messages come empty, those that are gone go. ``--compile`` writes the compiled
form of every catalog, ours and installed, before several processes would.
"""

import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

import polib
from zope.i18n.compile import compile_mo_file

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "locales"
MODULES = ("core", "website", "eguichet", "meeting", "urbanism")
LANGUAGES = ("fr", "nl", "de")
I18NDUDE = Path(sys.executable).parent / "i18ndude"
PLURALS = "nplurals=1; plural=0;"


def messages(module: str) -> dict[str, polib.POEntry]:
    """The messages of a module's code by id, each with its places and its default text."""
    domain, folder = f"commune.{module}", f"src/commune/{module}"
    with tempfile.TemporaryDirectory() as scratch:
        pot = Path(scratch) / f"{domain}.pot"
        command = [str(I18NDUDE), "rebuild-pot", "--pot", str(pot), "--create", domain, folder]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        text = pot.read_text(encoding="utf-8")
    header = text.index('msgid ""')  # comments of i18ndude that polib cannot read come before
    return {entry.msgid: _settled(entry) for entry in polib.pofile(text[header:])}


def _settled(entry: polib.POEntry) -> polib.POEntry:
    """The entry without line numbers, which change with every edit."""
    entry.occurrences = sorted({(place.removeprefix("./"), "") for place, _ in entry.occurrences})
    return entry


def catalog(domain: str, language: str = "") -> polib.POFile:
    """An empty catalog with the headers that Zope reads."""
    made = polib.POFile(wrapwidth=120)
    made.metadata = {
        "Project-Id-Version": "commune.suite",
        "Language-Code": language or "en",
        "Language": language or "en",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS,
        "Preferred-Encodings": "utf-8",
        "Domain": domain,
    }
    return made


def merged(domain: str, language: str, found: dict[str, polib.POEntry], before: polib.POFile) -> polib.POFile:
    """The catalog of ``found`` messages with the translations of ``before``."""
    translated = {entry.msgid: entry.msgstr for entry in before}
    after = catalog(domain, language)
    for msgid in sorted(found):
        entry = found[msgid]
        after.append(
            polib.POEntry(
                msgid=msgid,
                msgstr=translated.get(msgid, "") if language else "",
                comment=entry.comment,
                occurrences=entry.occurrences,
            )
        )
    return after


def update(module: str) -> str:
    """Write the template and the catalogs of a module; a line that says how complete they are."""
    domain, found = f"commune.{module}", messages(module)
    LOCALES.mkdir(exist_ok=True)
    merged(domain, "", found, polib.POFile()).save(str(LOCALES / f"{domain}.pot"))
    lacking = []
    for language in LANGUAGES:
        path = LOCALES / language / "LC_MESSAGES" / f"{domain}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        after = merged(domain, language, found, polib.pofile(str(path)) if path.exists() else polib.POFile())
        after.save(str(path))
        lacking.append(f"{language} lacks {sum(not entry.msgstr for entry in after)}")
    return f"{domain}: {len(found)} messages, {', '.join(lacking)}"


def compile_all() -> None:
    """Write the compiled form of every catalog of ours next to it, for a wheel."""
    for path in LOCALES.glob("*/LC_MESSAGES/*.po"):
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))


def compile_installed() -> None:
    """Write the compiled form of every installed catalog that has none, as Zope does when it starts.

    Zope writes them in place: of two processes started together in a new environment, one may read what the
    other has half written, and stop.
    """
    for path in Path(sysconfig.get_path("purelib")).rglob("LC_MESSAGES/*.po"):
        compile_mo_file(path.stem, str(path.parent))


if __name__ == "__main__":
    if "--compile" in sys.argv:
        compile_all()
        compile_installed()
    else:
        for name in sys.argv[1:] or MODULES:
            print(update(name), flush=True)
