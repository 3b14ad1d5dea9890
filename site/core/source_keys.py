"""How a text points to its sources: by their short names, with commas between."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

KEYS = re.compile(r"[\w-]+(?:\s*[,;]\s*[\w-]+)*")


def validate_source_keys(text: str) -> None:
    """Refuses what is not short names with commas between, such as "H1, V4"."""
    if text and not KEYS.fullmatch(text.strip()):
        raise ValidationError(_("Write the short names of the sources with commas between, such as H1, V4."))


def source_keys(text: str | None) -> list[str]:
    """The short names in the order written."""
    return re.findall(r"[\w-]+", text or "")
