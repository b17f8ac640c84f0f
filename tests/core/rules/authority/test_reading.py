"""A profile is read whole or refused whole, each fault with its place."""

from datetime import date
from pathlib import Path

import pytest

from commune.core.rules.authority.faults import sentence, tell_faults
from commune.core.rules.authority.reading import read_profile
from commune.core.rules.authority.settings import Knowledge

VALMONT = Path(__file__).parents[3] / "fixtures/authorities/valmont"
KNOWN = Knowledge(
    ("website", "eguichet", "meeting", "urbanism"), {"92142": ("5030", "5031", "5032"), "63023": ("4700", "4701")}
)


@pytest.fixture()
def files():
    paths = [path for path in sorted(VALMONT.rglob("*")) if path.is_file()]
    return {path.relative_to(VALMONT).as_posix(): path.read_bytes() for path in paths}


def read(files):
    return read_profile("valmont", files, KNOWN)


def told(files):
    profile, faults = read(files)
    assert (profile is None) == bool(faults)
    return [(fault.code, fault.place) for fault in faults]


def changed(files, name, old, new):
    text = files[name].decode()
    assert old in text, f"{old} is not in {name}"
    return {**files, name: text.replace(old, new, 1).encode()}


def test_a_sound_profile_is_read_whole(files):
    profile, faults = read(files)
    assert faults == ()
    assert (profile.name, profile.site, profile.kind) == ("Commune de Valmont", "valmont", "municipality")
    assert profile.languages == ("fr", "de")
    assert [unit.code for unit in profile.units] == ["DG", "ADM", "COM", "POP", "CDV", "URB", "TRA", "FIN"]
    assert profile.units[5].parent_code == "CDV"
    assert profile.bodies["council"]["title"] == "Conseil communal"
    assert profile.calendar.holiday(date(2026, 5, 15)).name == "Pont de l'Ascension"
    assert profile.calendar.holiday(date(2026, 9, 27)) is not None
    secretary = next(account for account in profile.accounts if account.user == "secretary")
    assert ("college", "manager") in secretary.functions
    assert len([m for m in profile.mandates if m.body == "council" and m.role != "general_director"]) == 19
    assert profile.streets[0].name == "Rue de l'Église"
    assert "logo.svg" in profile.files


def test_the_profile_gives_an_empty_table_for_what_is_not_there(files):
    profile, _faults = read(files)
    assert profile.table("nowhere") == {}
    assert profile.table("name") == {}


SETTINGS = [
    ('nis = ["92142"]', 'nis = ["92999"]', "profile.nis_unknown", "nis"),
    ('nis = ["92142"]', 'nis = ["9214"]', "profile.form", "nis"),
    ('nis = ["92142"]', "nis = [92142]", "profile.type", "nis"),
    ('nis = ["92142"]', "nis = []", "profile.missing", "nis"),
    ('bce = "0999.999.130"', 'bce = "0999.999.131"', "profile.form", "bce"),
    ('"urbanism"]', '"urbanisme"]', "profile.module_unknown", "modules"),
    ('"urbanism"]', '"website"]', "profile.duplicate", "modules"),
    ('languages = ["fr", "de"]', 'languages = ["fr", "lb"]', "profile.choice", "languages"),
    ('languages = ["fr", "de"]', "languages = []", "profile.missing", "languages"),
    ('languages = ["fr", "de"]', 'languages = "fr"', "profile.type", "languages"),
    ('kind = "municipality"', 'kind = "commune"', "profile.choice", "kind"),
    ('site = "valmont"', 'site = "Val Mont"', "profile.form", "site"),
    ('site = "valmont"', "", "profile.missing", "site"),
    ("Europe/Brussels", "Europe/Valmont", "profile.choice", "timezone"),
    ('postcode = "5030"', 'postcode = "4700"', "profile.postcode", "contact.postcode"),
    ('postcode = "5030"', 'postcode = "503"', "profile.form", "contact.postcode"),
    ('postcode = "5030"', "postcode = 5030", "profile.type", "contact.postcode"),
    ('email = "commune@example.org"', 'email = "commune"', "profile.form", "contact.email"),
    ('phone = "+32 81 99 10 00"', 'phone = "12"', "profile.form", "contact.phone"),
    ('communities = ["fwb"]', 'communities = ["cfwb"]', "profile.choice", "calendar.communities"),
    ("2026-01-02, label", '"2 janvier", label', "profile.form", "calendar.closures[1]"),
    ('label = "Lendemain du Nouvel An"', 'label = " "', "profile.missing", "calendar.closures[1]"),
    ("E-{year}-{seq:05}", "E-{year}", "profile.pattern", "numbering.request"),
    ('"E-{year}-{seq:05}"', "5", "profile.type", "numbering.request"),
    ('demo_password = "valmont-demo"', 'demo_password = "short"', "profile.missing", "demo_password"),
    ('primary = "#1b5e20"', 'primary = "green"', "profile.form", "theme.primary"),
    ('primary = "#1b5e20"', 'tertiary = "#1b5e20"', "profile.choice", "theme.tertiary"),
    ('accent = "#8a3b12"', 'accent = "#ffd100"', "profile.contrast", "theme.on_accent"),
    ('accent = "#8a3b12"', 'accent = "#777777"', "profile.contrast", "theme.on_accent"),
    ('logo = "logo.svg"', 'logo = "emblem.svg"', "profile.reference", "theme.logo"),
    ('logo = "logo.svg"', 'logo = "logo.exe"', "profile.form", "theme.logo"),
]


@pytest.mark.requirement("website:AC-37")
@pytest.mark.parametrize(("old", "new", "code", "key"), SETTINGS)
def test_a_fault_of_the_settings_is_told_with_its_key(files, old, new, code, key):
    assert (code, f"authority.toml: {key}") in told(changed(files, "authority.toml", old, new))


def test_the_limit_of_contrast_is_not_rounded(files):
    assert told(changed(files, "authority.toml", 'accent = "#8a3b12"', 'accent = "#767676"')) == []


ROWS = [
    ("services.csv", "ADM,DG,", "ADM,XX,", "unit.parent", "services.csv:3"),
    ("services.csv", "ADM,DG,", "adm,DG,", "unit.code", "services.csv:3"),
    ("services.csv", "DG,,Direction", "DG,ADM,Direction", "unit.cycle", "services.csv:2"),
    ("services.csv", "ADM,DG,", "DG,,", "profile.duplicate", "services.csv:3:code"),
    ("services.csv", "ADM,DG,", 'ADM,"DG,', "table.quote", "services.csv:9"),
    ("services.csv", "ADM,DG,", "ADM,", "table.cells", "services.csv:3"),
    ("services.csv", "code,parent_code", "code,parent", "table.column_unknown", "services.csv:1"),
    ("services.csv", "Secrétariat communal,", ",", "profile.missing", "services.csv:3:title"),
    ("services.csv", ",direction,", ",bureau,", "profile.form", "services.csv:2:kind"),
    ("services.csv", ",office", ",nights", "profile.reference", "services.csv:2:hours"),
    (
        "accounts.csv",
        "URB:editor URB:creator",
        "XXX:editor URB:creator",
        "profile.reference",
        "accounts.csv:4:functions",
    ),
    ("accounts.csv", "URB:editor", "URB-editor", "profile.form", "accounts.csv:4:functions"),
    ("accounts.csv", "citizen2,", "citizen,", "profile.duplicate", "accounts.csv:3:user"),
    ("accounts.csv", "citizen2@example.org", "citizen2", "profile.form", "accounts.csv:3:email"),
    ("accounts.csv", ",Member", ",Manager", "profile.form", "accounts.csv:2:roles"),
    ("mandates.csv", "2024-12-02", "02/12/2024", "profile.form", "mandates.csv:2:start"),
    ("mandates.csv", "2024-12-02,,", "2024-12-02,2024-12-01,", "profile.period", "mandates.csv:2:end"),
    ("mandates.csv", ",college,mayor", ",senate,mayor", "profile.reference", "mandates.csv:2:body"),
    ("mandates.csv", ",m,,", ",m,nobody,", "profile.reference", "mandates.csv:2:user"),
    ("mandates.csv", ",1,2024", ",first,2024", "profile.form", "mandates.csv:2:rank"),
    ("mandates.csv", "Aubertin,Alain", "Aubertin,Albert", "profile.duplicate", None),
    ("streets.csv", ",5030,", ",503,", "profile.form", "streets.csv:2:postcode"),
    ("streets.csv", "place-du-marche,Place du Marché", "x,RUE DE L'ÉGLISE", "profile.duplicate", "streets.csv:3:name"),
]


@pytest.mark.requirement("core:ORG-1", "core:PER-1")
@pytest.mark.parametrize(("name", "old", "new", "code", "place"), ROWS)
def test_a_fault_of_a_table_is_told_with_its_line(files, name, old, new, code, place):
    found = told(changed(files, name, old, new))
    assert any(one == code and where.startswith(place or name) for one, where in found), found


CONTENT = [
    (b"[", "profile.syntax", "content/pages.json:1"),
    (b"{}", "profile.type", "content/pages.json"),
    (b"[1]", "profile.type", "content/pages.json"),
    (b'[{"id": "a"}]', "profile.missing", "content/pages.json: entry 1, title"),
    (b'[{"id": "a", "title": "A"}, {"id": "a", "title": "B"}]', "profile.duplicate", "content/pages.json: entry 2, id"),
    (b'[{"id": "a", "title": "A", "unit": "XX"}]', "profile.reference", "content/pages.json: entry 1, unit"),
    (b"\xff", "profile.syntax", "content/pages.json"),
]


@pytest.mark.parametrize(("data", "code", "place"), CONTENT)
def test_a_fault_of_a_content_file(files, data, code, place):
    assert (code, place) in told({**files, "content/pages.json": data})


@pytest.mark.parametrize("name", ["services.csv", "authority.toml"])
def test_a_file_that_is_not_text(files, name):
    assert ("profile.syntax", name) in told({**files, name: b"\xff\xfe"})


def test_all_faults_come_at_once(files):
    broken = changed(files, "authority.toml", 'nis = ["92142"]', 'nis = ["92999"]')
    broken = changed(broken, "services.csv", "ADM,DG,", "ADM,")
    broken = changed(broken, "mandates.csv", "2024-12-02", "yesterday")
    assert {code for code, _place in told(broken)} >= {"profile.nis_unknown", "table.cells", "profile.form"}


def test_a_folder_without_authority(files):
    files.pop("authority.toml")
    assert ("profile.missing", "authority.toml") in told(files)


def test_documents_are_given_by_their_path(files):
    profile, faults = read({**files, "documents/urbanism/decision.odt": b"x"})
    assert (profile.documents, faults) == ({"urbanism/decision.odt": b"x"}, ())


def test_a_fault_reads_as_one_line(files):
    _profile, faults = read(changed(files, "authority.toml", 'nis = ["92142"]', 'nis = ["92999"]'))
    expected = "no municipality of Wallonia has this NIS code (found: 92999); expected: a NIS code in force in Wallonia"
    assert [sentence(fault) for fault in faults] == [f"authority.toml: nis: {expected}"]
    _profile, faults = read(changed(files, "services.csv", "ADM,DG,", "ADM,"))
    assert "services.csv:3: the line has another number of cells than the header (found: 7); expected: 8" in [
        sentence(fault) for fault in faults
    ]


def test_faults_are_counted_above_their_lines(files):
    _profile, faults = read(changed(files, "authority.toml", 'kind = "municipality"', 'kind = "castle"'))
    lines = []
    tell_faults("valmont", faults, lines.append)
    tell_faults("valmont", faults * 2, lines.append)
    assert [line for line in lines if line.startswith("valmont")] == [
        "valmont: refused, 1 fault",
        "valmont: refused, 2 faults",
    ]
    assert lines[1].startswith("  authority.toml: kind: ")


def test_what_may_be_left_out_is_no_fault(files):
    lean = {name: content for name, content in files.items() if name != "streets.csv"}
    lean = changed(lean, "authority.toml", 'logo = "logo.svg"\n', "")
    lean = changed(lean, "authority.toml", 'email = "commune@example.org"\n', "")
    assert told(lean) == []


def test_a_theme_that_is_no_table(files):
    text = files["authority.toml"].decode()
    start, end = text.index("[theme]"), text.index("[numbering]")
    plain = {**files, "authority.toml": ('theme = "green"\n' + text[:start] + text[end:]).encode()}
    assert told(plain) == [("profile.type", "authority.toml: theme")]


def test_a_function_that_its_service_does_not_have(files):
    head, *lines = files["services.csv"].decode().splitlines()
    narrowed = [line + (",observer" if line.startswith("URB,") else ",") for line in lines]
    tables = {**files, "services.csv": "\n".join([head + ",functions", *narrowed]).encode()}
    found = told(tables)
    assert found and {code for code, _place in found} == {"profile.reference"}
    assert all(place.startswith("accounts.csv:") for _code, place in found)


def test_an_empty_key_is_missing_and_not_double(files):
    lines = files["streets.csv"].decode().splitlines()
    blank = ["," + line.partition(",")[2] for line in lines[1:3]]
    streets = {**files, "streets.csv": "\n".join([lines[0], *blank, *lines[3:]]).encode()}
    assert told(streets) == [("profile.missing", "streets.csv:2:id"), ("profile.missing", "streets.csv:3:id")]
