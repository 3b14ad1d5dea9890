"""The municipalities' outlines as flat SVG paths (catalogue/data/municipalities_svg.json, see `attribution` there)."""

import json
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "data" / "municipalities_svg.json"


@cache
def map_data() -> dict[str, Any]:
    """viewBox, insets, `paths` by code on the main map and `capital_paths` by code on the enlarged part."""
    return json.loads(FILE.read_text(encoding="utf-8"))


def outlines() -> dict[str, str]:
    """The path of each municipality's outline by its four-digit code."""
    return {code: part["d"] for code, part in map_data()["paths"].items()}


def label_point(code: str) -> tuple[int, int]:
    """The point farthest from the border on the main map: where a name or a number stands best."""
    x, y = map_data()["paths"][code]["label"]
    return x, y
