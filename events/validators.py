import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# Six digits that make a date, then four: with or without a mark between. Spaces and dots within are seen through.
CPR_LIKE = re.compile(r"(?<!\d)(?:0[1-9]|[12]\d|3[01])[ .]?(?:0[1-9]|1[0-2])[ .]?\d{2}[ .\-–]{0,3}\d{4}(?!\d)")
WEB_ADDRESS = re.compile(r"://|\bwww\.|@", re.IGNORECASE)
UNSENDABLE = re.compile(r"[\s,;<>\"\\]")


def refuse_cpr(text: str) -> None:
    """Raise ValidationError when the text holds something that looks like a CPR number."""
    if CPR_LIKE.search(text):
        raise ValidationError(
            _("This looks like a CPR number. Take it out: we never need one, and others would see it."), code="cpr"
        )


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
