from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.images.models import SourceImageIOError

from core.pictures import SPECS

register = template.Library()

FULL_COLUMN = "(min-width: 62rem) 48rem, 100vw"


@register.simple_tag
def site_picture(picture, sizes: str = FULL_COLUMN) -> SafeString:
    """The picture in the sizes the site uses, with the alternative text given where it is used.

    A picture whose file is gone is left out: a broken frame helps nobody.
    """
    try:
        renditions = picture.get_renditions(*SPECS)
    except (SourceImageIOError, OSError):
        return SafeString("")
    found = [renditions[spec] for spec in SPECS]
    widths = {rendition.width: rendition for rendition in found}
    alternative = getattr(picture, "contextual_alt_text", None)
    return format_html(
        '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" loading="lazy" decoding="async">',
        found[1].url,
        ", ".join(f"{rendition.url} {width}w" for width, rendition in widths.items()),
        sizes,
        found[1].width,
        found[1].height,
        picture.default_alt_text if alternative is None else alternative,
    )
