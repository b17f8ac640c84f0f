import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.website.rules import search as se

TITLES = {
    "civil": "Demander un acte d'état civil",
    "waste": "Collecte des déchets ménagers",
    "permit": "Permis d'urbanisme",
    "art": "Œuvres d'art exposées",
    "meter": "Compteur d'électricité",
    "school": "Inscriptions aux écoles",
}
SYNONYMS = [("poubelle", "déchet ménager", "duobac"), ("permis de bâtir", "permis d'urbanisme")]


@pytest.mark.requirement("website:AC-33", "website:W-3.2", "website:W-3.3", "website:W-3.4")
@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("etat civil", "civil"), ("ETAT-CIVIL", "civil"), ("dechet", "waste"), ("poubelles", "waste"),
        ("l'urbanisme", "permit"), ("l’urbanisme", "permit"), ("urbanisne", "permit"), ("oeuvre", "art"),
        ("electricite", "meter"), ("inscription ecole", "school"), ("permis de bâtir", "permit"),
    ],
)  # fmt: skip
def test_each_query_finds_its_title_first(query, key):
    assert se.find(query, TITLES, SYNONYMS)[:1] == (key,)


@pytest.mark.requirement("website:AC-33")
@pytest.mark.parametrize("query", ["zzz", "", "de la", "?!"])
def test_nothing_is_found(query):
    assert se.find(query, TITLES, SYNONYMS) == ()


@pytest.mark.requirement("website:W-3.2")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'Hôtel de ville", ("hotel", "ville")),
        ("Aujourd'hui", ("aujourdhui",)),
        ("qu'il s’agit d'eau", ("agit", "eau")),
        ("Œdème et cæcum", ("oedeme", "caecum")),
        ("bouton-pression / prêt-à-porter", ("bouton", "pression", "pret", "porter")),
    ],
)
def test_words(text, expected):
    assert se.words(text) == expected


def test_other_languages_are_folded_and_lose_their_stop_words():
    assert se.terms("Die Straße für alle", "de") == ("strasse", "alle")
    assert se.terms("De stad van morgen", "nl") == ("stad", "morgen")
    assert se.terms("The city of tomorrow", "en") == ("city", "tomorrow")


@pytest.mark.requirement("website:W-3.2")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("écoles", "école"), ("travaux", "travail"), ("eaux", "eau"), ("animaux", "animal"), ("bureaux", "bureau"),
        ("poubelles", "poubelle"), ("mandats", "mandat"), ("jeux", "jeu"), ("décisions", "décision"),
    ],
)  # fmt: skip
def test_singular_and_plural_meet(one, other):
    assert se.terms(one) == se.terms(other)


@given(st.text(alphabet="abcdefghijklmnoprtuvy", min_size=4, max_size=12))
def test_regular_plural_always_meets_its_singular(word):
    if not word.endswith(("ail", "au", "eau")):
        assert se.stem(word + "s") == se.stem(word)


@given(st.text(max_size=30))
def test_a_text_finds_itself_whatever_its_case_and_accents(text):
    wanted = se.alternatives(se.query_terms(text.upper()), ())
    assert se.matches(se.index_terms(text), wanted) or not wanted or text.upper().casefold() != text.casefold()


@pytest.mark.requirement("website:W-3.2")
@pytest.mark.parametrize("query", ["081 24 60 00", "081/24.60.00", "081246000", "24 60", "08124 6000"])
def test_numbers_are_found_in_any_spacing(query):
    index = se.index_terms("Téléphone : 081 24 60 00")
    assert se.matches(index, se.alternatives(se.query_terms(query), ()))


def test_references_are_found():
    index = se.index_terms("Demande VAL-TREE-2026-00012 reçue")
    assert se.matches(index, se.alternatives(se.query_terms("val tree 2026 00012"), ()))
    assert not se.matches(index, se.alternatives(se.query_terms("2026 00013"), ()))


@pytest.mark.requirement("website:W-3.3")
@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("chat", ()),
        ("mairi", ("mairie",)),
        ("urbanistte", ("urbaniste", "urbanisme")),
        ("12345", ()),
    ],
)
def test_tolerance_grows_with_the_length(term, expected):
    assert se.corrections(term, ["chats", "mairie", "urbanisme", "urbaniste", "12346"]) == expected


@pytest.mark.requirement("website:W-3.3")
def test_mistakes_are_forgiven_only_when_little_is_found():
    titles = {"a": "école un", "b": "école deux", "c": "école trois", "d": "ecolo quatre"}
    assert se.find("ecole", titles) == ("a", "b", "c")


@pytest.mark.requirement("website:W-3.2")
def test_exact_form_comes_before_its_stem():
    titles = {"one": "Permis de conduire", "many": "Conduites d'eau", "same": "Conduite d'eau"}
    assert se.find("conduites", titles)[0] == "many"


def test_longest_synonym_is_taken_and_the_rest_is_asked_as_it_is():
    asked = se.query_terms("permis de bâtir urgent")
    assert se.alternatives(asked, SYNONYMS) == (
        (frozenset({"permi", "batir"}), frozenset({"permi", "urbanism"})),
        (frozenset({"urgent"}),),
    )
