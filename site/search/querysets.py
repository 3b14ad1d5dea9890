"""Reads that both indexing and searching need."""

from django.db.models import Exists, OuterRef
from django.db.models.functions import Length, Substr
from wagtail.models import Page, PageViewRestriction


def public_pages():
    """Pages of the site that everybody may read. One query with whatever is asked of them."""
    above = Substr(OuterRef("path"), 1, Length("page__path"))
    return Page.objects.live().filter(~Exists(PageViewRestriction.objects.filter(page__path=above)), depth__gt=1)
