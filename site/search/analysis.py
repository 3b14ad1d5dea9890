"""How text becomes the words that are kept and looked for: the same for what is indexed and for what is asked.

A word is folded first, so that one can write Aabenraa for Åbenrå and aeldre for ældre, and then cut to its stem, so
that plejen finds pleje. Both databases get stems and know no Danish themselves, so both give the same answers.
"""

import re
import threading
import unicodedata
from functools import lru_cache

import snowballstemmer

WORD = re.compile(r"[^\W_]+")
LONGEST_WORD = 60
TWO_LETTERS = (("aa", "å"), ("ae", "æ"), ("oe", "ø"))
UNSEEN = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0xFEFF))
NEIGHBOURS = str.maketrans({"ä": "æ", "ö": "ø"})
# A question is answered by the other words in it. In quotation marks these count, too.
LIGHT = """
    af alle alt at bliver blive da de den der deres det disse du dem en er et eller efter for fra får få gør
    gøre ham han har havde have hen hos hun hvad hvem hvilke hvilken hvis hvor hvordan hvorfor hvornår i ikke
    ind jeg jer jeres kan kunne man med men mig min mine mit må når nogle noget nogen og også om op os over på
    se selv sig sin sine sit skal skulle som så til ud under var ved vi vil ville være vores
"""
LIGHT_WORDS = frozenset(LIGHT.split())

_stemmer = snowballstemmer.stemmer("danish")
_one_at_a_time = threading.Lock()  # the stemmer keeps the word it works on


def composed(text: str) -> str:
    """With each letter as one character, and without the hyphens that only show at the end of a line."""
    text = text.translate(UNSEEN)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


@lru_cache(50_000)
def folded(word: str) -> str:
    """Without capitals and accents, and with the three Danish letters where they are written as two."""
    word = unicodedata.normalize("NFKC", word).casefold().translate(NEIGHBOURS)
    if not word.isascii():
        word = "å".join(_without_accents(part) for part in word.split("å"))
    for two, one in TWO_LETTERS:
        word = word.replace(two, one)
    return word[:LONGEST_WORD]


def _without_accents(part: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", part) if not unicodedata.combining(letter))


@lru_cache(50_000)
def stem(word: str) -> str:
    with _one_at_a_time:
        return _stemmer.stemWord(folded(word))


def words_of(text: str) -> list[str]:
    return WORD.findall(composed(text))


def stems_of(text: str) -> list[str]:
    """The stems of all its words, in order. A word that folds to nothing, such as a lone accent, is left out."""
    return [found for found in map(stem, words_of(text)) if WORD.fullmatch(found)]
