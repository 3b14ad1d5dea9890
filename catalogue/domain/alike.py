"""Which municipalities tell of a work like one's own: found, ranked and explained in words."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db.models import F, Window
from django.db.models.functions import RowNumber
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import Municipality
from catalogue.domain.likeness import Likeness, Part, Place, Reason, Wish, likeness
from catalogue.enums import SelfManagement, Status, Theme
from catalogue.models import MunicipalityPage, StoryPage, StoryTheme
from catalogue.models.wording import number_text, short_region
from catalogue.querysets import danish_order

SHOWN, STORIES_EACH = 6, 2
LABELS = {
    Reason.POPULATION: gettext_lazy("Inhabitants"),
    Reason.REGION: gettext_lazy("Region"),
    Reason.SELF_MANAGEMENT: gettext_lazy("Self-management"),
    Reason.STATUS: gettext_lazy("How far they are"),
    Reason.THEMES: gettext_lazy("Themes"),
}


class Line(NamedTuple):
    """One reason in words, with the points it gave and the most it could give."""

    label: str
    words: str
    points: str
    of: int


class Suggestion(NamedTuple):
    page: MunicipalityPage
    percent: int
    points: str
    possible: int
    lines: list[Line]
    stories: list[StoryPage]


def reason_label(reason: Reason):
    return LABELS[reason]


def municipalities() -> list[Any]:
    """Every municipality one may call one's own, by name, with its region."""
    return list(Municipality.objects.danish().with_region().order_by(danish_order("name")))


def places(known: list[Any]) -> dict[int, Place]:
    """What each municipality is and tells, by its number. Two queries."""
    public = StoryPage.objects.live_public().order_by()
    levels: dict[int, set] = defaultdict(set)
    statuses: dict[int, set] = defaultdict(set)
    themes: dict[int, set] = defaultdict(set)
    for pk, status, level in public.values_list("municipality_id", "status", "self_management_level").distinct():
        levels[pk] |= {level} - {None}
        statuses[pk] |= {status} - {""}
    told = StoryTheme.objects.filter(page__in=public).order_by()
    for pk, theme in told.values_list("page__municipality_id", "theme").distinct():
        themes[pk].add(theme)
    regions = {each.pk: (each.population, each.region_name or "") for each in known}
    return {
        pk: Place(*regions.get(pk, (None, "")), frozenset(levels[pk]), frozenset(statuses[pk]), frozenset(themes[pk]))
        for pk in {*levels, *regions}
    }


def suggestions(own: int, wish: Wish, known: dict[int, Place]) -> list[Suggestion]:
    """The municipalities most alike that tell something, the likest first, `own` left out."""
    pages = [page for page in MunicipalityPage.objects.telling() if page.municipality_id != own]
    judged = [(likeness(wish, known[page.municipality_id]), page) for page in pages if page.municipality_id in known]
    judged = [(like, page) for like, page in judged if like.tenths]
    judged.sort(key=lambda pair: -pair[0].percent)  # stable: those equally like stand by name
    stories = newest_stories(page.municipality_id for _like, page in judged[:SHOWN])
    return [
        suggestion(wish, known[page.municipality_id], like, page, stories[page.municipality_id])
        for like, page in judged[:SHOWN]
    ]


def newest_stories(of: Iterable[int]) -> dict[int, list[StoryPage]]:
    """The newest few public stories of each municipality, in one query."""
    turn = Window(RowNumber(), partition_by=F("municipality_id"), order_by=(F("first_published_at").desc(), "-pk"))
    found = StoryPage.objects.live_public().filter(municipality__in=list(of)).annotate(turn=turn)
    stories = defaultdict(list)
    for story in found.filter(turn__lte=STORIES_EACH).only("title", "url_path", "municipality_id").order_by("turn"):
        stories[story.municipality_id].append(story)
    return stories


def suggestion(wish: Wish, place: Place, like: Likeness, page, stories: list[StoryPage]) -> Suggestion:
    lines = [
        Line(str(reason_label(part.reason)), in_words(part, wish, place), points(part.tenths), part.weight)
        for part in like.parts
    ]
    return Suggestion(page, like.percent, points(like.tenths), like.possible, lines, stories)


def points(tenths: int) -> str:
    return number_format(tenths / 10, decimal_pos=None if tenths % 10 else 0)


def in_words(part: Part, wish: Wish, place: Place) -> str:
    if part.share is None:
        return _("not stated")
    match part.reason:
        case Reason.POPULATION:
            told = {"theirs": number_text(place.population or 0), "yours": number_text(wish.population or 0)}
            return _("%(theirs)s, and %(yours)s where you are") % told
        case Reason.REGION:
            name = short_region(place.region)
            return (_("the same: %(name)s") if part.share else _("another: %(name)s")) % {"name": name}
        case Reason.SELF_MANAGEMENT:
            return level_words(wish, place)
        case Reason.STATUS:
            names = named(Status, place.statuses)
            kinds = {1.0: _("the same: %(name)s"), 0.5: _("one step away: %(name)s")}
            return kinds.get(part.share, _("another: %(name)s")) % {"name": names}
        case Reason.THEMES:
            return theme_words(wish, place)


def level_words(wish: Wish, place: Place) -> str:
    level = min(place.levels, key=lambda each: (abs(each - (wish.level or 0)), each))
    steps = abs(level - (wish.level or 0))
    name = SelfManagement(level).label
    if not steps:
        return _("the same: %(name)s") % {"name": name}
    away = ngettext("%(number)s step away: %(name)s", "%(number)s steps away: %(name)s", steps)
    return away % {"number": steps, "name": name}


def theme_words(wish: Wish, place: Place) -> str:
    shared = wish.themes & place.themes
    if not shared:
        return _("none of those you chose")
    told = {"number": len(shared), "all": len(wish.themes), "names": named(Theme, shared)}
    return _("%(number)s of %(all)s: %(names)s") % told


def named(choices: Any, values: frozenset[str]) -> str:
    return ", ".join(str(each.label) for each in choices if each.value in values)


def own_answers(place: Place) -> dict[str, list[str]]:
    """What a municipality's own published stories say of it, as the form asks: its highest step and status."""
    far = [status.value for status in Status if status.value in place.statuses]
    return {
        "trin": [str(max(place.levels))] if place.levels else [],
        "status": far[-1:],
        "tema": [theme.value for theme in Theme if theme.value in place.themes],
    }
