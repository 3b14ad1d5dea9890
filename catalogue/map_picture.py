"""The map's land as one static SVG, which pages point into: #land is all of it, #k0510 one municipality on the main
map, #z0101 one in the enlarged part round Copenhagen. It carries no colours: they are inherited from where it is used.
"""

import re
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from catalogue.outlines import label_point, map_data

SCALE = 1 / 3  # of the file's units of 100 m: a municipality's border is right to 300 m, and the file a third as large


def map_svg(data: dict[str, Any]) -> str:
    everywhere, enlarged = outlines("k", data["paths"]), outlines("z", data["capital_paths"])
    frames = "".join(frame(inset["rect"]) for inset in data["insets"])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view_box(data)}"><g id="land">{everywhere}{enlarged}</g>'
        f'<g id="frames" fill="none">{frames}</g></svg>\n'
    )


def outlines(prefix: str, parts: dict[str, Any]) -> str:
    return "".join(f'<path id="{prefix}{code}" d="{scaled(part["d"])}"/>' for code, part in sorted(parts.items()))


def view_box(data: dict[str, Any]) -> str:
    return " ".join(str(round(int(number) * SCALE)) for number in data["viewBox"].split())


def frame(rect: list[int]) -> str:
    x, y, width, height = (round(number * SCALE) for number in rect)
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="4"/>'


def scaled(path: str) -> str:
    """A flat path of M, l and z at the map's scale. Parts too small to see are left out, but never the largest."""
    rings = [ring(part) for part in path.split("z") if part]
    most = max(rings, key=len)
    return "".join(written(points) for points in rings if len(points) > 2 or points is most)


def ring(part: str) -> list[tuple[int, int]]:
    """The points of one closed line, rounded at the map's scale, without repetitions."""
    numbers = [int(text) for text in re.findall(r"-?\d+", part)]
    points: list[tuple[int, int]] = []
    x = y = 0
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = (dx, dy) if not points and (x, y) == (0, 0) else (x + dx, y + dy)
        point = round(x * SCALE), round(y * SCALE)
        if not points or points[-1] != point:
            points.append(point)
    return points[:-1] if len(points) > 1 and points[0] == points[-1] else points


def written(points: list[tuple[int, int]]) -> str:
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]
    line = " ".join(f"{dx} {dy}" for dx, dy in steps).replace(" -", "-")
    return f"M{points[0][0]} {points[0][1]}l{line}z"


# Some towns to find one's way by, on land broad enough to carry a name. København stands beside its own.
TOWNS = {"0860": "Hjørring", "0791": "Viborg", "0751": "Aarhus", "0561": "Esbjerg", "0479": "Svendborg"}
INSETS = {"bornholm": "Bornholm (flyttet)", "hovedstad": "København (forstørret)"}
CAPITAL = ("København", 1006, 736)


class Town(NamedTuple):
    name: str
    x: int
    y: int


@cache
def towns() -> list[Town]:
    """The towns' names and where they stand on the picture."""
    placed = [Town(name, *(round(number * SCALE) for number in label_point(code))) for code, name in TOWNS.items()]
    return [*placed, Town(*CAPITAL)]


@cache
def inset_names() -> list[Town]:
    """What the two frames show, and the middle of the line below each. What is moved or enlarged says so."""
    told = []
    for inset in map_data()["insets"]:
        x, y, width, height = (round(number * SCALE) for number in inset["rect"])
        told.append(Town(INSETS[inset["id"]], x + width, y + height))
    return told


@cache
def enlarged() -> frozenset[str]:
    """The codes of the municipalities that stand in the enlarged part too."""
    return frozenset(map_data()["capital_paths"])


def number_point(code: str) -> tuple[int, int]:
    """Where a municipality's number of stories stands: in the enlarged part where it is there."""
    data = map_data()
    x, y = (data["capital_paths"].get(code) or data["paths"][code])["label"]
    return round(x * SCALE), round(y * SCALE)
