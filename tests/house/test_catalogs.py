"""Every message of every module has its words in French, Dutch and German."""

import polib
import pytest

from tests.house.repository import MODULES, ROOT, name

LOCALES = ROOT / "locales"
LANGUAGES = ("fr", "nl", "de")


def template(module: str):
    path = LOCALES / f"commune.{module}.pot"
    assert path.exists(), f"{name(path)} is missing: run make i18n"
    return polib.pofile(str(path))


@pytest.mark.requirement("meeting:NFR-4")
@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalog_is_complete(module, language):
    path = LOCALES / language / "LC_MESSAGES" / f"commune.{module}.po"
    assert path.exists(), f"{name(path)} is missing: run make i18n"
    wanted = {entry.msgid for entry in template(module)}
    entries = [entry for entry in polib.pofile(str(path)) if not entry.obsolete]
    assert {entry.msgid for entry in entries} == wanted
    assert [entry.msgid for entry in entries if entry.fuzzy or not entry.msgstr.strip()] == []


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_places_of_the_data(module, language):
    path = LOCALES / language / "LC_MESSAGES" / f"commune.{module}.po"
    lost = [
        entry.msgid
        for entry in (polib.pofile(str(path)) if path.exists() else ())
        if entry.msgstr and _places(entry.msgstr) != _places(_english(entry))
    ]
    assert lost == []


def _english(entry) -> str:
    """The default text noted by the extraction, or the id, which is the default text."""
    comment = entry.comment.replace("\n", " ")
    return comment.partition('Default: "')[2].rstrip('"') or entry.msgid


def _places(text: str) -> set[str]:
    return {part.split("}")[0] for part in text.split("${")[1:]}


@pytest.mark.parametrize("module", MODULES)
def test_the_template_holds_every_message_of_the_code(module):
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("catalogs", ROOT / "tools" / "catalogs.py")
    catalogs = module_from_spec(spec)
    spec.loader.exec_module(catalogs)
    assert {entry.msgid for entry in template(module)} == catalogs.messages(module).keys()
