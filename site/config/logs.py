"""How the site logs: one line per event on standard error, with the request's reference and without secrets.

A log is read by more people than the database and kept longer, so what points at a person is taken out of the finished
line, tracebacks and all: secret links, query strings, e-mail addresses, CPR numbers, passwords in addresses.
"""

import logging
import re

from core.headers import SECRET_LINKS
from core.reference import reference

REDACTIONS = (
    (re.compile(rf"({'|'.join(SECRET_LINKS)})[^\s?#'\"]+"), r"\1…"),
    (re.compile(r"(/[^\s?'\"<>]*)\?[^\s'\"<>]+"), r"\1?…"),
    (re.compile(r"(\w://)[^\s/@'\"]+@"), r"\1…@"),
    (re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)"), r"…@\1"),
    (re.compile(r"\b\d{6}-\d{4}\b"), "……"),
    (re.compile(r"\bip=[\w.:]+"), "ip=…"),
)


def redact(text: str) -> str:
    for pattern, replacement in REDACTIONS:
        text = pattern.sub(replacement, text)
    return text


class LineFormatter(logging.Formatter):
    def __init__(self):
        super().__init__("%(asctime)s %(levelname)s %(name)s %(reference)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        # Django logs some answers when the request's own context has ended, but hands the request along.
        record.reference = getattr(getattr(record, "request", None), "reference", reference())
        return redact(super().format(record))


def logging_config(level: str) -> dict:
    """A configuration for logging.config.dictConfig, shared by Django and the web server."""
    bare = {"handlers": [], "propagate": True}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": "config.logs.LineFormatter"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"level": level, "handlers": ["stderr"]},
        "loggers": {
            "django": bare | {"level": level},
            "django.server": bare | {"level": "WARNING"},  # runserver's line per request holds its whole address
            "django.db.backends": bare | {"level": "INFO"},  # DEBUG would log every value
            "gunicorn.error": bare | {"level": level},
            "gunicorn.http.wsgi": bare | {"level": "ERROR"},  # a warning for each HEAD request
            "gunicorn.access": bare | {"level": "CRITICAL"},
        },
    }
