"""The real case stories, each fact with its source."""

import datetime
import json
from pathlib import Path
from typing import Any

from django.utils import timezone

from accounts.models import Municipality
from catalogue.domain.municipalities import open_municipality
from catalogue.domain.stories import publish_story, write_story
from catalogue.enums import ConfirmedBy, Participation
from catalogue.models import StoryPage
from catalogue.models.wording import readable_slug
from demo.seed import story_mapping as mapping
from demo.seed.story_tables import THEME_OF

CASES = Path(__file__).resolve().parents[1] / "data" / "cases.json"
# The stories are put on the site one an hour, the first in the file last, so that it is the newest.
LAST_PUBLISHED = datetime.datetime(2026, 11, 20, 12, tzinfo=datetime.UTC)
AUDIENCES = {"leder": "for_leader", "medarbejder": "for_staff", "projektleder": "for_project_leader"}
PARTICIPATION = {True: Participation.YES, False: Participation.NO, None: ""}


def seed_stories() -> None:
    """The real case stories, each fact with its source. Run twice, it changes nothing."""
    for place, case in enumerate(read_cases()):
        seed_story(case, at=LAST_PUBLISHED - datetime.timedelta(hours=place))


def read_cases() -> list[mapping.Case]:
    return json.loads(CASES.read_text(encoding="utf-8"))


def seed_story(case: mapping.Case, *, at: datetime.datetime) -> None:
    code = case["code"] if case["country"] == "DK" else f"{case['country']}-{case['code']}"
    page = open_municipality(by=None, municipality=Municipality.objects.get(code=code))
    if StoryPage.objects.child_of(page).filter(slug=readable_slug(title_of(case))).exists():
        return
    told = story(case) | {"first_published_at": timezone.localtime(at)}
    publish_story(by=None, story=write_story(by=None, under=page, told=told))


def title_of(case: mapping.Case) -> str:
    """The title without the municipality's name before it."""
    return case["title"].partition(": ")[2]


def story(case: mapping.Case) -> dict[str, Any]:
    """Everything the case tells, as the fields of a story."""
    room = case["room"]
    return {
        "title": title_of(case),
        "summary": case["summary"]["da"],
        "summary_sources": mapping.keys(case["summary"]["src"]),
        "starting_point": mapping.points(case["starting_point"]),
        "actions": mapping.points(case["what_they_did"]),
        "learned": mapping.learned(case, hard=False),
        "difficulties": mapping.learned(case, hard=True),
        "advice": mapping.advice(case),
        "advice_note": case["advice_note"],
        "results": mapping.results(case),
        "unknowns": [("line", line) for line in case["gaps"]],
        "participation": PARTICIPATION[room["participated"]],
        "participation_round": room["round"] or "",
        "participation_note": room["note"] or "",
        "participation_sources": mapping.keys(room["src"]),
        "last_confirmed_on": max((source["date"] or "" for source in case["sources"]), default=""),
        "last_confirmed_by": ConfirmedBy.SOURCE,
        "sources": [source_row(source) for source in case["sources"]],
        "themes": [{"theme": THEME_OF[word], "word": word} for word in case["themes"]],
        "profession_rows": mapping.profession_rows(case),
        **{field: audience in case["audience"] for audience, field in AUDIENCES.items()},
        **mapping.facts(case),
    }


def source_row(source: dict[str, Any]) -> dict[str, str]:
    return {
        "key": source["id"],
        "title": source["title"],
        "publisher": source["publisher"] or "",
        "published": source["date"] or "",
        "url": source["url"] or "",
    }
