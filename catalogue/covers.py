"""Covers: one SVG per municipality, the same every time.

The picture is a paper cut: the municipality's own outline in one colour on a ground of another, with one textile
pattern counterchanged through both. The official code picks pattern, size and turn; the place of the code among all
codes picks the pair of colours, so that municipalities with codes side by side, which are neighbours on the ground,
never share one. A guest without an outline gets a stone. About 1.5-3 KB a cover. Decorative: always with alt="".
"""

import re
from zlib import crc32

VERSION = 2  # in the address: raise it when a cover changes, for browsers keep them for a year
WIDTH, HEIGHT = 480, 320
PAIRS = (  # ground, figure
    ("#cfe6ea", "#0b4a57"),
    ("#f5b765", "#5b2c0e"),
    ("#f6cbc3", "#862e2f"),
    ("#d8e4c2", "#36511d"),
    ("#0b4a57", "#f5b765"),
    ("#ded6f1", "#4a3a76"),
    ("#cbdff5", "#17477a"),
    ("#f2e3ac", "#5a4a08"),
    ("#c3e6dc", "#0d5248"),
    ("#7d2f30", "#f6cbc3"),
    ("#17477a", "#f2e3ac"),
    ("#f0d9c4", "#0b4a57"),
)
# Drawn in a 40 x 40 cell; True is drawn with a stroke, False filled; never more than 40 % ink.
SCALLOPS = " ".join(f"M{x} {y}a20 20 0 0 1 40 0" for x, y in ((0, 20), (-20, 40), (20, 40), (-20, 0), (20, 0)))
PEOPLE = "".join(f"M{x} {y}a6 6 0 1 1 0 12 6 6 0 0 1 0-12Z" for x, y in ((10, 4), (30, 4), (10, 24)))
PATTERNS = (
    (True, SCALLOPS),
    (False, "M3 3C16 3 19 8 18 18 8 19 3 16 3 3ZM37 23C37 36 32 39 22 38 21 28 24 23 37 23Z"),
    (False, "M4 13 12 5 20 13V21H14V15H10V21H4ZM24 33 32 25 40 33V41H34V35H30V41H24Z"),
    (True, "M0 0H40M0 20H40M10 0V20M30 20V40M0 40H40"),
    (True, "M0 12A12 12 0 0 0 12 0M0 26A26 26 0 0 0 26 0M40 28A12 12 0 0 0 28 40M40 14A26 26 0 0 0 14 40"),
    (True, "M-10 10q10-12 20 0t20 0 20 0M-10 30q10-12 20 0t20 0 20 0"),
    (False, PEOPLE + "M30 27a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z"),
    (True, "M2 5H18M2 15H18M25 2V18M35 2V18M5 22V38M15 22V38M22 25H38M22 35H38"),
    (False, "M3 8H17V12H3ZM8 3H12V17H8ZM23 28H37V32H23ZM28 23H32V37H28ZM28 8H32V12H28ZM8 28H12V32H8Z"),
    (True, "M0 20 20 5 40 20M0 40 20 25 40 40M0 0 20-15 40 0M0 60 20 45 40 60"),
)
STONE = '<path d="M240 34c92 0 150 44 150 124S330 288 236 288 92 238 92 160 148 34 240 34z"/>'
GROUND = f"M0 0h{WIDTH}v{HEIGHT}H0z"

type Box = tuple[int, int, int, int]


def extent(path: str) -> Box:
    """The bounding box (left, top, right, bottom) of a flat path of M, l, h, v and z with whole numbers."""
    xs, ys, x, y = [], [], 0, 0
    for command, numbers in re.findall(r"([Ml])([^Mlz]*)", path):
        n = [int(text) for text in re.findall(r"-?\d+", numbers)]
        for dx, dy in zip(n[::2], n[1::2], strict=True):
            x, y = (dx, dy) if command == "M" else (x + dx, y + dy)
            xs.append(x)
            ys.append(y)
    return min(xs), min(ys), max(xs), max(ys)


def largest_parts(path: str, share: float = 0.06) -> str:
    """The path without islands smaller than `share` of the largest part, so that it reads at 80 pixels."""
    parts = [f"{part}z" for part in path.split("z") if part]
    sizes = [(right - left) * (bottom - top) for left, top, right, bottom in map(extent, parts)]
    return "".join(part for part, size in zip(parts, sizes, strict=True) if size >= share * max(sizes))


def figure(outline: str | None, *, line: bool = False) -> str:
    """The outline as large as the picture allows, or a stone."""
    if not outline:
        return STONE
    path = largest_parts(outline)
    left, top, right, bottom = extent(path)
    scale = min(WIDTH * 0.80 / (right - left), HEIGHT * 0.88 / (bottom - top))
    x, y = WIDTH / 2 - scale * (left + right) / 2, HEIGHT / 2 - scale * (top + bottom) / 2
    keep = ' vector-effect="non-scaling-stroke"' if line else ""
    return f'<path d="{path}"{keep} transform="translate({x:.1f} {y:.1f}) scale({scale:.3f})"/>'


def colours(code: str, codes: list[str]) -> tuple[str, str]:
    """The pair for a code among all `codes`, in order; the five steps between neighbours meet all twelve pairs."""
    place = codes.index(code) if code in codes else crc32(code.encode())
    return PAIRS[place * 5 % len(PAIRS)]


def pattern_of(code: str) -> tuple[bool, str, str]:
    """Stroke or fill, the path, and how the cell is turned and scaled."""
    n = int(code) if code.isdigit() else crc32(code.encode()) % 9999
    stroke, path = PATTERNS[(n * 3 + n // 17) % len(PATTERNS)]
    turn = (0, 90, 45, 30)[n // 7 % 4] if stroke else 0
    return stroke, path, f"rotate({turn}) scale({(0.9, 1.15, 1.4)[n % 3]})"


def cover(code: str, outlines: dict[str, str]) -> str:
    """The SVG of the cover for a municipality's code."""
    ground, ink = colours(code, sorted(outlines))
    stroke, path, transform = pattern_of(code)
    shape, edge = figure(outlines.get(code)), figure(outlines.get(code), line=True)

    def pattern(name: str, colour: str) -> str:
        paint = f'fill="none" stroke="{colour}" stroke-width="3.5"' if stroke else f'fill="{colour}"'
        return (
            f'<pattern id="{name}" width="40" height="40" patternUnits="userSpaceOnUse" '
            f'patternTransform="{transform}"><path d="{path}" {paint}/></pattern>'
        )

    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="xMidYMid slice">'
        f'<defs>{pattern("a", ink)}{pattern("b", ground)}<clipPath id="k">{shape}</clipPath></defs>'
        f'<path fill="{ground}" d="{GROUND}"/><path fill="url(#a)" opacity=".13" d="{GROUND}"/>'
        f'<g fill="{ink}">{shape}</g><path clip-path="url(#k)" fill="url(#b)" opacity=".85" d="{GROUND}"/>'
        f'<g fill="none" stroke="{ink}" stroke-width="7" stroke-linejoin="round" clip-path="url(#k)">{edge}</g>'
        "</svg>\n"
    )
