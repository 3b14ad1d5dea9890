"""Where the feeds stand: pages tell feed readers of them."""

from django.urls import reverse, reverse_lazy

from accounts.models import Municipality
from catalogue.enums import Theme

FEED = reverse_lazy("catalogue:feed")


def theme_feed_path(theme: Theme) -> str:
    return reverse("catalogue:theme_feed", args=[theme.value])


def municipality_feed_path(municipality: Municipality) -> str:
    return reverse("catalogue:municipality_feed", args=[municipality.slug])


def diary_feed_path(municipality: Municipality) -> str:
    return reverse("catalogue:diary_feed", args=[municipality.slug])
