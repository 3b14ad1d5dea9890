"""What somebody meets when something is wrong: Danish, honest, with a code, and without asking what is broken."""

import logging
import re

import pytest
from django.core.cache import caches
from django.db import OperationalError

from config.logs import LineFormatter
from core.outage import is_outage
from core.reference import LETTERS, new_reference

CODE = re.compile(r'<strong class="code">([A-Z0-9]{4}-[A-Z0-9]{4})</strong>')


@pytest.fixture
def failing(client, settings):
    """A client that gets the error page instead of the error."""
    settings.ROOT_URLCONF = "tests.core.urls_that_fail"
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/findes-ikke/", 404, "Her er ingen side"),
        ("/lukket/", 403, "Du kan ikke åbne denne side"),
        ("/skidt/", 400, "Det forstod vi ikke"),
        ("/fejl/", 500, "Noget gik galt hos os"),
        ("/vores-fejl/", 500, "Noget gik galt hos os"),
        ("/nede/", 503, "Vi har travlt lige nu"),
        ("/fuld/", 503, "Vi har travlt lige nu"),
        ("/uden-cache/", 503, "Vi har travlt lige nu"),
    ],
)
def test_each_error_has_its_page_in_danish_with_a_code(failing, site, path, status, words):
    response = failing.get(path)
    assert response.status_code == status
    assert words in response.text
    assert CODE.search(response.text)


@pytest.mark.parametrize("method", ["get", "head", "post", "put", "delete", "options"])
def test_an_outage_answers_503_to_any_kind_of_request(failing, site, method):
    response = getattr(failing, method)("/nede/")
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "30"
    assert response.headers["Cache-Control"] == "no-store"


def test_somebody_who_sent_a_form_is_told_that_nothing_was_saved(failing, site):
    assert "Vi kunne ikke gemme" in failing.post("/nede/").text


def test_an_error_page_does_not_tell_what_went_wrong(failing, site):
    assert "Jensen" not in failing.get("/fejl/").text


@pytest.mark.parametrize("path", ["/fejl/", "/nede/", "/skidt/"])
def test_the_bare_pages_ask_the_database_nothing(failing, site, django_assert_num_queries, path):
    failing.get("/robots.txt")
    with django_assert_num_queries(0):
        failing.get(path)


def test_a_database_that_is_away_answers_503_wherever_it_is_missed(failing, monkeypatch):
    def away():
        raise OperationalError("connection refused")

    monkeypatch.setattr("core.middleware.current_site", away)
    caches["local"].clear()
    response = failing.get("/")
    assert response.status_code == 503
    assert "Vi har travlt lige nu" in response.text


def test_the_code_on_the_page_stands_in_the_log(failing, site, caplog):
    formatter, lines = LineFormatter(), []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(formatter.format(record))
    logging.getLogger("django.request").addHandler(handler)
    code = CODE.search(failing.get("/fejl/").text)[1]
    logging.getLogger("django.request").removeHandler(handler)
    assert code in lines[0]


def test_two_requests_have_two_codes(failing, site):
    codes = {CODE.search(failing.get("/fejl/").text)[1] for _ in range(5)}
    assert len(codes) == 5


def test_a_code_can_be_told_over_the_telephone():
    assert set(new_reference()) <= set(LETTERS) | {"-"}
    assert not set(LETTERS) & set("O0I1L")


def test_a_form_sent_without_its_token_gets_a_danish_page(failing, site, settings):
    failing.handler.enforce_csrf_checks = True
    response = failing.post("/konto/login/", {"login": "x"})
    assert response.status_code == 403
    assert "Vi kunne ikke se, at det var dig" in response.text


def test_in_development_a_missing_page_is_ours_too(failing, site, settings):
    settings.DEBUG = True
    assert "Her er ingen side" in failing.get("/findes.ikke").text


@pytest.mark.parametrize("error", [None, ValueError("x"), OperationalError("near x: syntax error"), OSError(2, "no")])
def test_our_own_mistakes_are_no_outage(error):
    assert not is_outage(error)
