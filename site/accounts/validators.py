import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
EVERYBODYS = {
    "gmail.com",
    "hotmail.com",
    "outlook.com",
    "outlook.dk",
    "live.dk",
    "yahoo.com",
    "yahoo.dk",
    "icloud.com",
}


def mail_domains(value: str) -> None:
    """Domains with commas or spaces between, each somebody's own: not where anybody can get an address."""
    for domain in value.lower().replace(",", " ").split():
        if not DOMAIN.fullmatch(domain) or domain in EVERYBODYS:
            raise ValidationError(_("Write domains such as haderslev.dk, with commas between."))
