"""Addresses, numbers and money as one writes them in Danish, hedged as their source hedges them."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from catalogue.enums import Qualifier

QUALIFIED = {
    Qualifier.ABOUT: pgettext_lazy("number", "about %(number)s"),
    Qualifier.OVER: pgettext_lazy("number", "a little over %(number)s"),
    Qualifier.UNDER: pgettext_lazy("number", "a little under %(number)s"),
    Qualifier.AVERAGE: pgettext_lazy("number", "%(number)s on average"),
}
MILLION = 1_000_000


def readable_slug(title: str) -> str:
    """The words of a title for an address, with æ, ø and å as in the municipalities' own addresses."""
    return slugify(title.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa"))


def number_text(number: Decimal | int) -> str:
    whole = number == int(number)
    return number_format(int(number) if whole else number, use_l10n=True, force_grouping=True)


def qualified(text: str, qualifier: str) -> str:
    return str(QUALIFIED[Qualifier(qualifier)]) % {"number": text} if qualifier else text


def money_text(kroner: int) -> str:
    """Round millions as "7,8 mio. kr.", everything else in full."""
    if kroner >= MILLION and kroner % (MILLION // 10) == 0:
        return _("%(number)s million kr.") % {"number": number_text(Decimal(kroner) / MILLION)}
    return _("%(number)s kr.") % {"number": number_text(kroner)}


def short_region(name: str | None) -> str:
    """Such as "Syddanmark" of "Region Syddanmark"; empty where the region is not known."""
    return (name or "").removeprefix("Region ")
