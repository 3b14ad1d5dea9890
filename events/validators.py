import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

WEB_ADDRESS = re.compile(r"://|\bwww\.|@", re.IGNORECASE)
UNSENDABLE = re.compile(r"[\s,;<>\"\\]")


def refuse_unprintable(text: str) -> None:
    """Raise ValidationError for characters that cannot stand on a name badge or in a spreadsheet."""
    if not text.isprintable():
        raise ValidationError(_("There is a character here that cannot be shown. Write the text again."), code="text")


def refuse_web_address(text: str) -> None:
    """Raise ValidationError for a name that leads somewhere: the form would mail it to whatever address was given."""
    if WEB_ADDRESS.search(text):
        raise ValidationError(_("Leave out web addresses here."), code="address")


def refuse_unsendable(address: str) -> None:
    """Raise ValidationError for an address that is allowed on paper but that mail servers stumble over."""
    if UNSENDABLE.search(address):
        raise ValidationError(_("Write one address, such as name@kommune.dk."), code="email")
