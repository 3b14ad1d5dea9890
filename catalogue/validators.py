from collections.abc import Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalogue.enums import Fact
from core.source_keys import source_keys


class Gap(NamedTuple):
    """Something a story lacks before it may be published, and the form field where it is written."""

    field: str
    name: str


REQUIRED = {
    "title": _("a title"),
    "summary": _("a summary"),
    "actions": _("what you did"),
    "learned": _("what came of it"),
    "for_leader": _("who it is written for"),
    "themes": _("at least one theme"),
    "sources": _("at least one source"),
}
ALTERNATIVES = {  # one of these is enough
    "learned": ("learned", "difficulties", "results"),
    "for_leader": ("for_leader", "for_staff", "for_project_leader"),
}
POINTS = ("starting_point", "actions", "learned", "difficulties", "advice", "results")
NO_VALUE = ("_unit", "_qualifier", "_or_before")


def publication_gaps(told: Mapping[str, Any]) -> list[Gap]:
    """What is missing in `told`, a story's fields by name with `themes`, `profession_rows` and `sources` as lists
    (of the sources their short names), in the order of the form."""
    missing = [
        Gap(field, str(name))
        for field, name in REQUIRED.items()
        if not any(told.get(other) for other in ALTERNATIVES.get(field, (field,)))
    ]
    return missing + facts_without_source(told) + unknown_sources(told)


def facts_without_source(told: Mapping[str, Any]) -> list[Gap]:
    return [
        Gap(f"{fact.value}_sources", gettext("a source for %(fact)s") % {"fact": fact.label})
        for fact in Fact
        if has_value(fact, told) and not told.get(f"{fact.value}_sources")
    ]


def has_value(fact: Fact, told: Mapping[str, Any]) -> bool:
    columns = [name for name in fact.value_columns if not name.endswith(NO_VALUE)] or ["profession_rows"]
    return any(told.get(name) not in (None, "", []) for name in columns)


def unknown_sources(told: Mapping[str, Any]) -> list[Gap]:
    """References to sources that are not in the list."""
    known = set(told.get("sources") or ())
    used = {f"{fact.value}_sources": source_keys(told.get(f"{fact.value}_sources", "")) for fact in Fact}
    for field in ("summary_sources", "participation_sources"):
        used[field] = source_keys(told.get(field, ""))
    for field in POINTS:
        points = told.get(field) or ()
        used[field] = [key for point in points for key in source_keys(point.value.get("sources", ""))]
    return [
        Gap(field, gettext("the source %(key)s, which is not in the list") % {"key": key})
        for field, keys in used.items()
        for key in dict.fromkeys(keys)
        if key not in known
    ]
