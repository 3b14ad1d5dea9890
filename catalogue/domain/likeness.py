"""How much one municipality is like what a reader asks for: five reasons, weighed by the reader. Nothing else counts.

    points of a reason  = its weight x its share, in tenths of a point
    score of a place    = points of all reasons / weights of all reasons that were asked about

The share of a reason, from 0 to 1:

    inhabitants      the smaller number divided by the larger (half as many is 0.5, twice as many too)
    region           1 in the same region, else 0
    self-management  1 at the same step of the common scale, a third less for each step between
    status           1 when equally far, 0.5 when the step before or after, else 0; "stopped" has no neighbour
    themes           how many of the themes wanted the place tells of, divided by how many were wanted

A reason counts when its weight is above 0 and the reader's side of it is known. Where the reader's side is known and
the other's is not, it gives no points: silence is not likeness. Where a place tells several things of one reason, the
nearest counts. Points are rounded before they are added, so that the sum shown is the sum of what is shown.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from catalogue.enums import SelfManagement, Status

ORDER = (Status.PLANNED, Status.TRIAL, Status.RUNNING, Status.SPREAD)
NEIGHBOUR = 0.5
STEPS_BETWEEN = len(SelfManagement) - 1


class Reason(StrEnum):
    """The value is what it is called in the address."""

    POPULATION = "indbyggere"
    REGION = "region"
    SELF_MANAGEMENT = "selvstyre"
    STATUS = "status"
    THEMES = "temaer"


@dataclass(frozen=True)
class Place:
    """What is known of a municipality: from the statistics, and from the stories it has published."""

    population: int | None = None
    region: str = ""
    levels: frozenset[int] = frozenset()
    statuses: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Wish:
    """What the reader asks for. What is empty is not asked about."""

    population: int | None = None
    region: str = ""
    level: int | None = None
    status: str = ""
    themes: frozenset[str] = frozenset()
    weights: Mapping[Reason, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Part:
    """What one reason gave. `share` is None where the other side is not known."""

    reason: Reason
    weight: int
    share: float | None

    @property
    def tenths(self) -> int:
        return round(self.weight * (self.share or 0) * 10)


@dataclass(frozen=True)
class Likeness:
    parts: tuple[Part, ...]

    @property
    def tenths(self) -> int:
        return sum(part.tenths for part in self.parts)

    @property
    def possible(self) -> int:
        """The points of a place that is alike in everything."""
        return sum(part.weight for part in self.parts)

    @property
    def percent(self) -> int:
        return round(self.tenths * 10 / self.possible) if self.possible else 0


def likeness(wish: Wish, place: Place) -> Likeness:
    asked: Mapping[Reason, bool] = {
        Reason.POPULATION: bool(wish.population),
        Reason.REGION: bool(wish.region),
        Reason.SELF_MANAGEMENT: wish.level is not None,
        Reason.STATUS: bool(wish.status),
        Reason.THEMES: bool(wish.themes),
    }
    counted = [reason for reason in Reason if asked[reason] and wish.weights.get(reason, 0) > 0]
    return Likeness(tuple(Part(reason, wish.weights[reason], share(reason, wish, place)) for reason in counted))


def share(reason: Reason, wish: Wish, place: Place) -> float | None:
    match reason:
        case Reason.POPULATION:
            return of_population(wish.population, place.population)
        case Reason.REGION:
            return float(wish.region == place.region) if place.region else None
        case Reason.SELF_MANAGEMENT:
            return nearest(of_level(wish.level or 0, level) for level in place.levels)
        case Reason.STATUS:
            return nearest(of_status(wish.status, status) for status in place.statuses)
        case Reason.THEMES:
            return len(wish.themes & place.themes) / len(wish.themes) if place.themes else None


def nearest(shares: Iterable[float]) -> float | None:
    return max(shares, default=None)


def of_population(one: int | None, other: int | None) -> float | None:
    return min(one, other) / max(one, other) if one and other else None


def of_level(one: int, other: int) -> float:
    return 1 - abs(one - other) / STEPS_BETWEEN


def of_status(one: str, other: str) -> float:
    if one == other:
        return 1.0
    both_known = one in ORDER and other in ORDER
    beside = both_known and abs(ORDER.index(Status(one)) - ORDER.index(Status(other))) == 1
    return NEIGHBOUR if beside else 0.0
