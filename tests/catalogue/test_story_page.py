import pytest
from django.core.exceptions import ValidationError
from wagtail.models import PageViewRestriction

from catalogue.models import StoryPage, StorySource, StoryTheme
from catalogue.models.related import related
from tests.factories.accounts import MunicipalityFactory
from tests.factories.catalogue import MunicipalityPageFactory, StoryPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.mark.parametrize("rows", [1, 3])
def test_a_story_costs_eight_queries_however_much_it_tells(client, django_assert_num_queries, rows):
    story = StoryPageFactory(actions=[("point", {"text": "Noget", "sources": "A"})] * rows)
    for n in range(rows):
        StorySource.objects.create(page=story, key=f"K{n}", title="En kilde til", sort_order=n + 1)
        StoryTheme.objects.create(page=story, theme="borger", word=f"ord {n}", sort_order=n + 1)
        StoryPageFactory(title=f"Beslægtet {n}")
    client.get(story.path_on_site)
    with django_assert_num_queries(8):
        client.get(story.path_on_site)


def test_a_fact_nobody_told_stands_as_not_stated(read):
    box = read(StoryPageFactory().path_on_site).select_one("aside.facts")
    assert {row.dd.text for row in box.select("dl > div")} == {"ikke oplyst"}


def test_a_fact_leads_to_its_source(read):
    story = StoryPageFactory(team_size_min=8, team_size_max=10, team_size_sources="A")
    soup = read(story.path_on_site)
    link = soup.select_one("aside.facts a.src")
    assert soup.select_one(link["href"]).select_one("div").text.startswith("En artikel")


def test_the_story_leads_to_its_municipality(read, haderslev):
    story = StoryPageFactory(parent=MunicipalityPageFactory(municipality=haderslev))
    soup = read(story.path_on_site)
    assert soup.select_one("a.go")["href"] == "/kommuner/haderslev/"
    assert "/kommuner/haderslev/" in [link["href"] for link in soup.select(".crumbs a")]


@pytest.mark.parametrize("agreed", [True, False])
def test_a_person_is_named_only_after_saying_yes(client, agreed):
    story = StoryPageFactory(
        contact_name="Demo Person",
        contact_email="demo@demo.example",
        contact_agreed=agreed,
        contact_role="Projektleder",
    )
    text = client.get(story.path_on_site).content.decode()
    for words in ("Demo Person", "demo@demo.example", "Projektleder"):
        assert (words in text) == agreed


def test_what_is_written_is_shown_and_never_run(client):
    evil = "<script>alert(1)</script>"
    story = StoryPageFactory(
        title=evil,
        summary=evil,
        area=evil,
        actions=[("point", {"text": evil, "sources": "A"})],
        unknowns=[("line", evil)],
    )
    StorySource.objects.create(page=story, key="B", title=evil, publisher=evil, sort_order=2)
    text = client.get(story.path_on_site).content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_a_source_may_only_lead_to_a_web_address():
    with pytest.raises(ValidationError):
        StorySource(key="A", title="x", url="javascript:alert(1)").clean_fields(exclude=["page"])


def test_a_draft_does_not_exist_for_visitors(client):
    assert client.get(StoryPageFactory(live=False).path_on_site).status_code == 404


def test_search_engines_get_the_summary(read):
    story = StoryPageFactory(summary="Teamet planlægger selv.")
    assert read(story.path_on_site).select_one("meta[name=description]")["content"] == "Teamet planlægger selv."


def test_related_stories_share_themes_and_those_that_share_most_come_first():
    story, near, far = StoryPageFactory(), StoryPageFactory(), StoryPageFactory()
    for page in (story, near):
        StoryTheme.objects.create(page=page, theme="borger")
    StoryPageFactory(live=False)
    stranger = StoryPageFactory()
    stranger.themes.all().delete()
    assert [each.story for each in related(StoryPage.objects.get(pk=story.pk))] == [near, far]


def test_a_story_belongs_to_the_municipality_it_is_moved_to():
    story = StoryPageFactory()
    other = MunicipalityPageFactory(municipality=MunicipalityFactory())
    story.move(other, pos="last-child")
    assert StoryPage.objects.get(pk=story.pk).municipality == other.municipality


def test_a_copied_story_belongs_to_the_municipality_it_is_copied_to():
    other = MunicipalityPageFactory()
    copied = StoryPageFactory().copy(to=other, update_attrs={"slug": "kopi"})
    assert copied.municipality == other.municipality


def test_the_telling_is_made_once_for_a_publication(read, django_assert_num_queries, client):
    story = StoryPageFactory(title="Før")
    story.save_revision().publish()
    read(story.path_on_site)
    with django_assert_num_queries(4):
        client.get(story.path_on_site)


def test_what_is_published_anew_is_told_anew(read):
    story = StoryPageFactory(summary="Før")
    story.save_revision().publish()
    read(story.path_on_site)
    story.summary = "Efter"
    story.save_revision().publish()
    assert read(story.path_on_site).select_one(".lead").text == "Efter"


def test_a_draft_of_a_published_story_changes_nothing_for_its_readers(read):
    story = StoryPageFactory(summary="Udgivet")
    story.save_revision().publish()
    story.summary = "Kladde"
    story.save_revision()
    assert read(story.path_on_site).select_one(".lead").text == "Udgivet"


def test_a_contact_taken_away_without_a_publication_is_gone_at_once(client):
    story = StoryPageFactory(contact_name="Demo Person", contact_agreed=True)
    story.save_revision().publish()
    assert b"Demo Person" in client.get(story.path_on_site).content
    StoryPage.objects.update(contact_name="", contact_agreed=False)
    assert b"Demo Person" not in client.get(story.path_on_site).content


def test_what_is_open_to_some_only_is_not_kept(client, django_assert_num_queries):
    story = StoryPageFactory(contact_name="Demo Person", contact_agreed=True)
    story.save_revision().publish()
    client.get(story.path_on_site)
    PageViewRestriction.objects.create(page=story, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(story.path_on_site).status_code == 302
