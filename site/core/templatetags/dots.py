"""Team size as people: one dot each, filled up to the least, hollow from there to the most."""

from functools import cache

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

STEP, RADIUS, IN_A_ROW, AT_MOST = 13, 4.25, 10, 60


@register.simple_tag
@cache
def dots(least: int, most: int | None = None) -> SafeString:
    """A decorative drawing: the number stands beside it as text. Nothing above 60 people, where one cannot count."""
    most = max(most or least, least)
    if not 0 < most <= AT_MOST:
        return SafeString("")
    columns, rows = min(most, IN_A_ROW), -(-most // IN_A_ROW)
    circles = format_html_join(
        "",
        '<circle cx="{}" cy="{}" r="{}"{}/>',
        (
            (
                n % IN_A_ROW * STEP + STEP / 2,
                n // IN_A_ROW * STEP + STEP / 2,
                RADIUS,
                SafeString("" if n < least else ' class="maybe"'),
            )
            for n in range(most)
        ),
    )
    return format_html(
        '<svg class="dots" width="{}" height="{}" viewBox="0 0 {} {}" aria-hidden="true" focusable="false">{}</svg>',
        *(columns * STEP, rows * STEP) * 2,
        circles,
    )
