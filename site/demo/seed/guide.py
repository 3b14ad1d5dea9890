"""The guide: sixty points in eight steps, each with its sources, from site/demo/data/guide.json.

The points are our own words, distilled from the sources they name. Which of them the co-determination committee is
shown, the lines marked for some readers and the words of the introductions are our choice.
"""

import json
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from catalogue.models import GuidePage, GuideSource, GuideStepPage
from demo.seed.pages import ensure_page

GUIDE = Path(__file__).resolve().parents[1] / "data" / "guide.json"
LEAD = (
    "Otte trin, der bygger på det, kommuner har gjort, fortalt eller målt. Hvert punkt viser, hvem der siger det, og "
    "hvor sikkert det står."
)
LINES = {
    "leder": "Her er det, der gælder for alle, og det, der er til dig som leder.",
    "medarbejder": "Her er det, der gælder for alle, og det, der er til dig som medarbejder.",
    "projektleder": "Her er det, der gælder for alle, og det, der er til dig som projektleder.",
    "med": "Her er det, der gælder for alle, og de punkter, vi mener hører til på MED-udvalgets dagsorden.",
}


def seed_guide() -> None:
    """The guide in eight steps. Run twice, it changes nothing."""
    page = GuidePage.objects.first()
    if page is None or page.sources.exists():
        return
    told = read_guide()
    page.lead = LEAD
    page.lines = [("line", {"reader": reader, "text": text}) for reader, text in LINES.items()]
    page.sources = [source(row, place) for place, row in enumerate(told["sources"])]
    page.save_revision().publish()
    for step in told["steps"]:
        points = [point(each) for each in step["points"]]
        ensure_page(
            page,
            GuideStepPage,
            menu=False,
            slug=step["slug"],
            title=step["title"],
            intro=step["intro"],
            points=json.dumps(points),
        )


def read_guide() -> dict[str, Any]:
    return json.loads(GUIDE.read_text(encoding="utf-8"))


def point(told: dict[str, Any]) -> dict[str, Any]:
    """A block of the step's points. Its id is made from the point's number, so that ticks outlive a new demo."""
    words = {"text": told["text"], "readers": told["readers"], "sources": ", ".join(told["sources"])}
    sides = dict(zip(("one_side", "other_side"), told.get("sides", ()), strict=False))
    lines = [
        {"type": "item", "value": line, "id": key_of(told, place)} for place, line in enumerate(told.get("lines", []))
    ]
    return {"type": told["kind"], "value": words | sides | {"lines": lines}, "id": key_of(told)}


def key_of(told: dict[str, Any], *part: int) -> str:
    return str(uuid5(NAMESPACE_URL, ":".join(map(str, ("udviklingsrummet:guide", told["number"], *part)))))


def source(row: dict[str, Any], place: int) -> GuideSource:
    return GuideSource(
        sort_order=place,
        key=row["id"],
        title=row["title"],
        publisher=row["publisher"],
        published=row["date"],
        url=row["url"],
        places=", ".join(row["places"]),
    )
