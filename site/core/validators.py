import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# Six digits that make a date, then four: with or without a mark between. Spaces and dots within are seen through.
CPR_LIKE = re.compile(r"(?<!\d)(?:0[1-9]|[12]\d|3[01])[ .]?(?:0[1-9]|1[0-2])[ .]?\d{2}[ .\-–]{0,3}\d{4}(?!\d)")


def refuse_cpr(text: str) -> None:
    """Raise ValidationError when the text holds something that looks like a CPR number."""
    if CPR_LIKE.search(text):
        raise ValidationError(
            _("This looks like a CPR number. Take it out: we never need one, and others would see it."), code="cpr"
        )
