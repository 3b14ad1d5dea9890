from django.urls import register_converter
from django.urls.converters import StringConverter


class TokenConverter(StringConverter):
    """What a secret link looks like. Anything else leads nowhere, before the database is asked."""

    regex = r"[A-Za-z0-9_-]{43}"


register_converter(TokenConverter, "token")
