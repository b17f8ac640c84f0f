"""How each language of the site is read by the search."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Language:
    """Folded words that say nothing; ``french``: elides and is stemmed."""

    stop_words: frozenset[str]
    french: bool = False


_FRENCH = """
a au aux avec ce ces cette dans de des du elle en est et eux il ils je la le les leur leurs lui ma mais me mes moi
mon ne nos notre nous on ou par pas pour que qui sa sans se ses son sur ta te tes toi ton tu un une vos votre vous y
"""
_DUTCH = """
aan als bij dat de den der die dit een en er het hij ik in is je met na naar niet of om op te tot uit van voor was
wat we wij ze zij zijn
"""
_GERMAN = """
am an als auf aus bei das dem den der des die ein eine einem einen einer es fur im in ist mit nach nicht oder sie
sich und uns vom von vor wie wir zu zum zur
"""
_ENGLISH = """
a an and are as at be by for from in is it of on or our that the this to we with you your
"""
LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {
        "fr": Language(frozenset(_FRENCH.split()), french=True),
        "nl": Language(frozenset(_DUTCH.split())),
        "de": Language(frozenset(_GERMAN.split())),
        "en": Language(frozenset(_ENGLISH.split())),
    }
)
