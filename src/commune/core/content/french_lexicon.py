"""French words in the text indexes of the catalog: each under its own form, for beginnings of words, and its stem."""

from collections.abc import Iterable

from Products.ZCTextIndex.interfaces import IPipelineElement
from Products.ZCTextIndex.PipelineFactory import element_factory
from zope.interface import implementer

from commune.core.rules.french import stem

GROUP, NAME = "Stemmer", "French stems and words"


@implementer(IPipelineElement)
class FrenchStems:
    """The last element of a lexicon, after the one that folds case and accents.

    Texts are indexed as their words, then the stems of all of them, so that phrases of stems stay phrases. A word
    that is asked becomes its stem; the beginning of a word (``march*``) is looked up as it is.
    """

    def process(self, words: Iterable[str]) -> list[str]:
        """What is indexed of a text."""
        found = list(words)
        return [*found, *map(stem, found)]

    def processGlob(self, words: Iterable[str]) -> list[str]:
        """The terms of a question, before their stars are read."""
        return list(words)

    def process_post_glob(self, words: Iterable[str]) -> list[str]:
        """The terms of a question without star."""
        return [stem(word) for word in words]


if GROUP not in element_factory.getFactoryGroups() or NAME not in element_factory.getFactoryNames(GROUP):
    element_factory.registerFactory(GROUP, NAME, FrenchStems)
