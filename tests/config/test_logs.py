"""What may stand in a log."""

import logging
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.logs import LineFormatter, logging_config, redact
from core.headers import SECRET_LINKS

TOKENS = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_", min_size=16, max_size=60)


@given(st.sampled_from(SECRET_LINKS), TOKENS)
def test_a_secret_link_leaves_its_token_behind(start, token):
    assert token not in redact(f"Not Found: {start}{token}/kalender.ics")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("GET /soeg/?q=navn+navnesen", "GET /soeg/?…"),
        ("refused {'anna.p@kommune.dk': (550, b'no')}", "refused {'…@kommune.dk': (550, b'no')}"),
        ("connect postgres://me:hemmelig@db:5432/x", "connect postgres://…@db:5432/x"),
        ("borger 010203-1234 ringede", "borger …… ringede"),
        ("Invalid request from ip=192.0.2.7: x", "Invalid request from ip=… x"),
        ("Not Found: /kommuner/haderslev/", "Not Found: /kommuner/haderslev/"),
    ],
)
def test_what_points_at_a_person_is_taken_out(written, kept):
    assert redact(written) == kept


def test_a_traceback_is_cleaned_too():
    try:
        raise ValueError("/tilmelding/a-secret-token-0123/ belongs to anna@kommune.dk")
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "x.py", 1, "Failed", None, sys.exc_info())
    line = LineFormatter().format(record)
    assert "ValueError" in line
    assert "a-secret-token" not in line
    assert "anna" not in line


def test_a_line_carries_the_reference_of_its_request(client, caplog, db):
    caplog.handler.setFormatter(LineFormatter())
    caplog.handler.stream.seek(0)
    client.get("/findes-ikke/")
    (line,) = [line for line in caplog.text.splitlines() if "/findes-ikke/" in line]
    assert len(line.split()[4].replace("-", "")) == 8, line


@pytest.mark.parametrize("name", ["django.server", "django.request", "django.security.csrf", "gunicorn.error"])
def test_no_logger_writes_past_the_formatter(name):
    loggers = logging_config("INFO")["loggers"]
    nearest = next(known for known in (name, name.split(".")[0]) if known in loggers)
    assert loggers[nearest]["handlers"] == []
    assert loggers[nearest]["propagate"] is True
