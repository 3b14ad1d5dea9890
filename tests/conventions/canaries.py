"""A unique word in everything private, and who may meet it. A word that turns up elsewhere is a leak."""

from typing import NamedTuple

from tests.conventions.cast import Persona, Thing, may


class Canary(NamedTuple):
    word: str
    row: int
    thing: Thing


class Aviary:
    """The canaries of one world."""

    def __init__(self):
        self.canaries: list[Canary] = []
        self.links: dict[str, set[str]] = {}

    def plant(self, name: str, row: int, thing: Thing) -> str:
        """A word to put into something that row of the matrix is about. Lower-case letters only, fit for anything."""
        return self.watch(f"zq{name}qz", row, thing)

    def watch(self, word: str, row: int, thing: Thing) -> str:
        """The same for a word there already is, such as a secret token."""
        self.canaries.append(Canary(word, row, thing))
        return word

    def hidden_from(self, persona: Persona) -> list[str]:
        """The words that may not reach the persona. What is about oneself may."""
        return [
            canary.word
            for canary in self.canaries
            if canary.thing.holder != persona.name and not may(persona, canary.row, "R", canary.thing)
        ]

    def told_by(self, path: str) -> set[str]:
        """What the secret link in an address entitles to: to know the link is the right."""
        return {word for link, words in self.links.items() if link in path for word in (link, *words)}


def searched_for(word: str) -> str:
    """The word that stands beside a canary, to search for: an answer that only repeats the question leaks nothing."""
    return word.replace("zq", "zx").replace("qz", "xz")


def beside(word: str) -> str:
    return f"{word} {searched_for(word)}"


def text_of(response) -> str:
    """All that an answer says: its headers, cookies but the visitor's own session, and its body, streamed or not."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    return headers + "\n" + body.decode("utf-8", errors="replace")


def leaks(response, hidden: list[str]) -> list[str]:
    text = text_of(response)
    return [word for word in hidden if word in text]
