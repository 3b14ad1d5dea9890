import re

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from catalogue.models import StoryPage
from tests.factories.catalogue import MunicipalityPageFactory

pytestmark = pytest.mark.django_db
STREAMS = ("starting_point", "actions", "learned", "difficulties", "results", "advice", "unknowns")


def empty_form(**values):
    streams = {name: streamfield([]) for name in STREAMS}
    rows = {name: inline_formset([]) for name in ("themes", "sources", "profession_rows", "comments")}
    units = {"team_size_unit": "persons", "leader_span_unit": "employees", "last_confirmed_by": "municipality"}
    return nested_form_data({"title": "", "slug": "", "summary": ""} | streams | rows | units | values)


def complete_form(**values):
    point = streamfield([("point", {"text": "Noget", "note": "", "sources": "1"})])
    source = {"key": "1", "title": "En artikel", "publisher": "", "published": "", "url": "", "note": ""}
    rows = {
        "themes": inline_formset([{"theme": "ledelse", "word": ""}]),
        "sources": inline_formset([source]),
    }
    told = {"title": "Vi gik i gang", "slug": "vi-gik-i-gang", "summary": "Kort", "for_leader": "on"}
    return empty_form(**(told | rows | {"actions": point, "learned": point} | values))


@pytest.fixture
def add_url(site, haderslev):
    parent = MunicipalityPageFactory(municipality=haderslev)
    return reverse("wagtailadmin_pages:add", args=["catalogue", "storypage", parent.pk])


@pytest.fixture
def write(client, administrator, add_url):
    client.force_login(administrator)
    return lambda form: client.post(add_url, form)


def test_a_title_alone_saves_as_a_draft(write):
    write(empty_form(title="Vi gik i gang", slug="vi-gik-i-gang"))
    assert not StoryPage.objects.get().live


def test_publishing_a_half_filled_story_names_every_gap(write):
    answer = write(empty_form(title="Vi gik i gang", slug="vi-gik-i-gang") | {"action-publish": "1"})
    assert not StoryPage.objects.exists()
    text = answer.content.decode()
    for name in (
        "et resumé",
        "hvad I gjorde",
        "hvad der kom ud af det",
        "mindst ét tema",
        "mindst én kilde",
        "hvem den er til",
    ):
        assert name in text


def test_a_complete_story_is_published(write):
    write(complete_form() | {"action-publish": "1"})
    assert StoryPage.objects.get().live


def test_a_number_without_a_source_is_named(write):
    answer = write(complete_form(team_size_min="8") | {"action-publish": "1"})
    assert "en kilde til teamets størrelse" in answer.content.decode()


def test_a_reference_to_no_source_is_named(write):
    form = complete_form(team_size_min="8", team_size_sources="9")
    assert "kilden 9, som ikke står på listen" in write(form | {"action-publish": "1"}).content.decode()


def test_a_range_that_runs_backwards_is_refused_even_in_a_draft(write):
    answer = write(complete_form(team_size_min="10", team_size_max="8"))
    assert not StoryPage.objects.exists()
    assert "Det første tal er større end det andet: teamets størrelse" in answer.content.decode()


@pytest.mark.parametrize(
    ("field", "value"), [("team_size_min", "400"), ("team_count_max", "0"), ("funding_amount", "2000000000")]
)
def test_a_number_that_no_team_has_is_refused_even_in_a_draft(write, field, value):
    answer = write(complete_form(**{field: value}))
    assert not StoryPage.objects.exists()
    assert "Denne værdi skal være" in answer.text


def test_a_number_stands_beside_its_unit_and_tells_its_limits(client, administrator, add_url):
    client.force_login(administrator)
    form = client.get(add_url).text
    box = re.search(
        r'<input type="number" name="citizens_total_min"[^>]*><span aria-hidden="true">borgere</span>', form
    )
    assert box
    for told in ('min="1"', 'max="50000"', 'inputmode="numeric"', "aria-describedby"):
        assert told in box[0]
    assert "1 til 50.000 borgere" in form


@pytest.mark.parametrize("section", ["summary", *STREAMS])
def test_an_empty_section_shows_what_good_looks_like(client, administrator, add_url, section):
    client.force_login(administrator)
    form = client.get(add_url).text
    guidance = form.partition(f'{section}-helptext"')[2].partition("</div>")[0]
    assert '<span class="example"><b>Opdigtet eksempel:</b>' in guidance


def source(**fields):
    return {"key": "", "title": "En artikel", "publisher": "", "published": "", "url": "", "note": ""} | fields


def test_a_source_nobody_named_gets_the_first_free_number(write):
    rows = inline_formset([source(), source(key="1"), source(key="H1"), source()])
    write(complete_form(sources=rows, team_size_min="8", team_size_sources="2, 3") | {"action-publish": "1"})
    assert [each.key for each in StoryPage.objects.get().sources.all()] == ["2", "1", "H1", "3"]


def test_two_sources_of_one_name_are_refused_also_in_a_draft(write):
    answer = write(complete_form(sources=inline_formset([source(key="1"), source(key="1")])))
    assert answer.status_code == 200
    assert not StoryPage.objects.exists()


def test_a_source_taken_away_leaves_a_gap(write):
    rows = inline_formset([source(key="1", DELETE="1")])
    answer = write(complete_form(sources=rows) | {"action-publish": "1"})
    assert "mindst én kilde" in answer.content.decode()


def test_a_date_is_kept_as_precise_as_it_was_written(write):
    rows = inline_formset([source(key="1", published="9.2023")])
    write(complete_form(sources=rows, period_start="4.1.2023", period_sources="1") | {"action-publish": "1"})
    story = StoryPage.objects.get()
    assert (story.sources.get().published, story.period_start) == ("2023-09", "2023-01-04")


def test_what_is_no_date_is_refused_in_danish(write):
    assert "Skriv et år, en måned eller en dag" in write(complete_form(period_start="i fjor")).content.decode()


@pytest.mark.parametrize("slug", ["", "sådan-begyndte-vi"])
def test_the_address_is_written_as_the_municipalities_write_theirs(write, slug):
    write(empty_form(title="Sådan begyndte vi", slug=slug))
    assert StoryPage.objects.get().slug == "saadan-begyndte-vi"


def test_two_stories_may_not_have_the_same_address(write):
    for _ in range(2):
        answer = write(empty_form(title="Vi gik i gang"))
    assert answer.status_code == 200
    assert StoryPage.objects.count() == 1
