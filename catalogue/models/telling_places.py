"""The municipalities that tell something, for the map, its list and its table. Read once for each state of the
stories."""

from collections.abc import Callable
from typing import NamedTuple

from accounts.enums import MunicipalityKind
from catalogue.models.municipality_page import MunicipalityPage
from catalogue.models.story_index import StoryIndex, story_index
from catalogue.querysets import danish_order

ABROAD = (MunicipalityKind.ABROAD, MunicipalityKind.DISTRICT)


class Place(NamedTuple):
    municipality_id: int
    code: str
    title: str
    path_on_site: str
    story_count: int


class TellingPlaces:
    """By name, in Danish order. What is drawn and listed from them is kept with them (`kept`)."""

    def __init__(self, index: StoryIndex):
        self.stories = index.stamps
        self.on_map: list[Place] = []
        self.guests: list[Place] = []
        self.examples: list[Place] = []
        self._kept: dict[str, str] = {}
        lists = {MunicipalityKind.MUNICIPALITY: self.on_map, MunicipalityKind.EXAMPLE: self.examples}
        for page in pages_of(index):
            place = Place(
                page.municipality_id,
                page.municipality.code,
                page.title,
                page.path_on_site,
                index.stories_in[page.municipality_id],
            )
            lists.get(page.municipality.kind, self.guests).append(place)

    def kept(self, name: str, made: Callable[[], str]) -> str:
        """What was made under this name, made now if it was not."""
        found = self._kept.get(name)
        if found is None:
            found = self._kept[name] = made()
        return found


def pages_of(index: StoryIndex):
    pages = MunicipalityPage.objects.live_public().filter(municipality__in=index.stories_in)
    return pages.select_related("municipality").order_by(danish_order("municipality__name"))


def telling_places() -> TellingPlaces:
    """One query, and one or three more when something has changed."""
    index = story_index()
    found = index.kept.get(TellingPlaces)
    if found is None:
        found = index.kept[TellingPlaces] = TellingPlaces(index)
    return found
