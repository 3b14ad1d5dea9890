"""Was the page of use? Answered by anybody, without an account and without a cookie."""

import datetime
import logging

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.domain.useful import KEPT, forget_old_answers, is_marked, mark_of
from home.models import PageAnswer
from tests.factories.catalogue import MunicipalityPageFactory, StoryPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
OWN = {"HTTP_ORIGIN": "http://testserver", "HTTP_SEC_FETCH_SITE": "same-origin"}


@pytest.fixture
def story(haderslev):
    return StoryPageFactory(title="Faste teams", parent=MunicipalityPageFactory(municipality=haderslev))


@pytest.fixture
def send(client, story):
    def post(headers=OWN, **values):
        told = {"svar": "ja", "linje": "", "maerke": mark_of(story.pk)} | values
        return client.post(f"/svar/{story.pk}/", told, **headers)

    return post


def kept():
    return [(answer.useful, answer.line) for answer in PageAnswer.objects.order_by("pk")]


@pytest.mark.database
@pytest.mark.parametrize(("word", "useful"), [("ja", True), ("nej", False)])
def test_an_answer_is_kept_and_thanked_for(send, client, story, word, useful):
    answer = send(svar=word, linje="Tallene")
    assert (answer.status_code, answer["Location"]) == (302, f"/svar/{story.pk}/tak/")
    assert "Tak for svaret" in client.get(answer["Location"]).content.decode()
    assert kept() == [(useful, "Tallene")]


def test_the_form_on_the_page_can_be_sent_as_it_stands(client, story):
    page = client.get(story.path_on_site).content.decode()
    assert f'action="/svar/{story.pk}/"' in page
    assert f'name="maerke" value="{mark_of(story.pk)}"' in page


def test_neither_the_page_nor_the_answer_sets_a_cookie(client, send, story):
    assert not client.get(story.path_on_site).cookies
    send()
    assert not client.cookies


def test_nothing_is_kept_that_tells_who(send):
    send(linje="Tallene")
    assert {field.name for field in PageAnswer._meta.fields} == {"id", "page", "useful", "line", "on"}


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"HTTP_ORIGIN": "https://et-andet-sted.example"},
        {"HTTP_ORIGIN": "null"},
        {"HTTP_SEC_FETCH_SITE": "cross-site"},
        {"HTTP_ORIGIN": "http://testserver", "HTTP_SEC_FETCH_SITE": "cross-site"},
    ],
)
def test_a_form_on_somebody_elses_page_gets_no_answer_in(send, headers):
    assert send(headers).status_code == 403
    assert kept() == []


@pytest.mark.parametrize("mark", ["", "x", "1.2026-01-01:falsk", "a" * 100_000, "\x00"])
def test_without_the_mark_of_the_page_the_words_are_kept_and_nothing_is_stored(send, mark):
    answer = send(maerke=mark, linje="Mine ord")
    assert answer.status_code == 422
    assert "Mine ord" in answer.content.decode()
    assert kept() == []


def test_a_mark_holds_for_its_page_and_for_a_week(monkeypatch, story):
    mark = mark_of(story.pk)
    assert is_marked(story.pk, mark)
    assert not is_marked(story.pk + 1, mark)
    later = timezone.localdate() + datetime.timedelta(days=8)
    monkeypatch.setattr(timezone, "localdate", lambda: later)
    assert not is_marked(story.pk, mark)


@pytest.mark.parametrize("line", ["010190-1234", "Min mor, 010190 1234, fik hjælp"])
def test_what_looks_like_a_cpr_number_is_refused_with_the_words_kept(send, line):
    answer = send(linje=line)
    assert answer.status_code == 422
    assert line in answer.content.decode()
    assert "CPR" in answer.content.decode()
    assert kept() == []


@pytest.mark.parametrize("values", [{"svar": ""}, {"svar": "måske"}, {"linje": "a" * 100_000}, {"linje": "\x00"}])
def test_what_cannot_be_kept_is_asked_for_again(send, values):
    assert send(**values).status_code == 422
    assert kept() == []


@pytest.mark.database
def test_two_clicks_are_one_answer_and_two_words_two(send):
    for line in ("Tallene", "Tallene", "Rådene"):
        send(linje=line)
    assert kept() == [(True, "Tallene"), (True, "Rådene")]


def test_after_thirty_from_one_place_in_an_hour_it_says_when_to_try_again(send):
    answers = [send(linje=f"Ord {n}") for n in range(31)]
    assert [answer.status_code for answer in answers[29:]] == [302, 429]
    assert "Ord 30" in answers[30].content.decode()


def test_what_is_not_public_takes_no_answer(client, story):
    secret = StoryPageFactory(live=False)
    PageViewRestriction.objects.create(page=story, restriction_type="login")
    for pk in (secret.pk, story.pk, 1, 999_999):
        assert client.post(f"/svar/{pk}/", {"svar": "ja", "maerke": mark_of(pk)}, **OWN).status_code == 404
        assert client.get(f"/svar/{pk}/tak/").status_code == 404


def test_a_line_stands_in_no_log(send, caplog):
    with caplog.at_level(logging.DEBUG):
        send(linje="Hemmelige ord")
    assert "Hemmelige ord" not in caplog.text


def test_those_of_the_municipality_and_the_desk_read_the_answers(client, contributor, coordinator, editor, send):
    send(linje="Tallene")
    for person in (contributor, coordinator, editor):
        client.force_login(person)
        text = client.get("/min-kommune/haderslev/svar/").content.decode()
        assert "Tallene" in text
        assert "1 ja, 0 nej" in " ".join(text.split())


def test_nobody_else_reads_them(client, stranger, send):
    send(linje="Tallene")
    assert client.get("/min-kommune/haderslev/svar/").status_code == 302
    client.force_login(stranger)
    assert client.get("/min-kommune/haderslev/svar/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_seven_queries_however_long_it_is(
    client, contributor, story, django_assert_num_queries, number
):
    for n in range(number):
        PageAnswer.objects.create(page=story, useful=True, line=f"Ord {n}")
    client.force_login(contributor)
    client.get("/min-kommune/haderslev/svar/")
    with django_assert_num_queries(7):
        client.get("/min-kommune/haderslev/svar/")


def test_what_is_written_is_shown_and_never_run(client, contributor, send):
    send(linje="<script>alert(1)</script>")
    client.force_login(contributor)
    assert "<script>alert" not in client.get("/min-kommune/haderslev/svar/").content.decode()


@pytest.mark.database
def test_an_answer_is_forgotten_after_two_years(story):
    today = timezone.localdate()
    for days in (0, 1):
        PageAnswer.objects.create(page=story, useful=True, line=str(days), on=today - KEPT - datetime.timedelta(days))
    forget_old_answers()
    assert kept() == [(True, "0")]
