"""The numbers in brackets that lead from a fact or a point to its sources at the foot of the page."""

from collections.abc import Iterable
from functools import cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from core.source_keys import source_keys

register = template.Library()


@register.filter
def source_links(numbers: Iterable[int]) -> SafeString:
    """A link for each number, with a space before it. Not an include: a story has forty of them."""
    return mark_safe("".join(link(number) for number in numbers))  # noqa: S308 (made of what `link` escaped)


@register.filter
def cited(keys: str, numbers: dict[str, int] | None) -> SafeString:
    """The same for the short names of sources, told by the numbers of the page. A preview of a block has none."""
    known: dict[str, int] = numbers or {}
    return source_links(known[key] for key in source_keys(keys) if key in known)


@cache
def link(number: int) -> SafeString:
    label = _("Source %(number)s") % {"number": number}
    return format_html(' <a class="src" href="#kilde-{0}" aria-label="{1}">[{0}]</a>', number, label)
