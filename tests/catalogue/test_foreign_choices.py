"""What belongs to another municipality is not put into a page, whatever number is sent, and its title is not told."""

import json

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import Collection, GroupPagePermission, Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from accounts.domain.memberships import municipality_group
from accounts.enums import Role
from catalogue.models import DiaryPage
from core.checks import forms_without_wall, our_page_models
from core.models import SiteDocument, SitePicture
from home.models import StandardPage
from tests.core.upload_files import sample
from tests.factories.catalogue import StoryPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SECRET = "Hemmeligt i Haderslev"


def shelf(name):
    return Collection.objects.get(name=name)


def picture_of(name, title=SECRET):
    return SitePicture.objects.create(title=title, file=sample("foto_med_gps.jpg"), collection=shelf(name))


def document_of(name, title=SECRET):
    return SiteDocument.objects.create(title=title, file=sample("deltagerliste_220.csv"), collection=shelf(name))


@pytest.fixture
def text_page(site, haderslev_page, koege_page, koege):
    """A page with pictures that Køge's contributors may edit."""
    made = site.root_page.add_child(instance=StandardPage(title="Om", slug="om", live=False))
    made.save_revision()
    for codename in ("change_page", "add_page"):
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        group = municipality_group(koege, Role.CONTRIBUTOR)
        GroupPagePermission.objects.create(group=group, page_id=made.pk, permission=permission)
    return made


@pytest.fixture
def secret_draft(haderslev_page, contributor):
    return StoryPageFactory(parent=haderslev_page, owner=contributor, live=False, title=SECRET)


@pytest.fixture
def as_stranger(client, stranger, koege_page):
    client.force_login(stranger)
    return client


def form(*blocks, **more):
    return nested_form_data(
        {"title": "Om", "slug": "om", "heading": "", "lead": "", "body": streamfield(blocks), **more}
    )


def saved(page):
    """The page as it was last saved, draft or not."""
    return StandardPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def edit(client, page, told, name="edit"):
    return client.post(reverse(f"wagtailadmin_pages:{name}", args=[page.pk]), told)


def picture_block(pk):
    return "picture", {"image": {"image": pk, "decorative": True, "alt_text": ""}, "caption": ""}


def card(pk):
    return "link_cards", {
        "cards": {
            "count": 1,
            "0": {"value": {"page": pk, "url": "", "title": "", "text": ""}, "order": 0, "deleted": ""},
        }
    }


def text_with(entity, **data):
    """Running text that points at something, as the editor sends it."""
    return json.dumps(
        {
            "blocks": [
                {
                    "key": "a",
                    "text": "Se her",
                    "type": "unstyled",
                    "depth": 0,
                    "inlineStyleRanges": [],
                    "entityRanges": [{"offset": 0, "length": 2, "key": 0}],
                }
            ],
            "entityMap": {"0": {"type": entity, "mutability": "MUTABLE", "data": data}},
        }
    )


def refused(client, text_page, told, name="edit"):
    answer = edit(client, text_page, told, name)
    assert text_page.latest_revision_id == StandardPage.objects.get(pk=text_page.pk).latest_revision_id
    assert SECRET not in answer.content.decode()
    return answer.status_code == 403 and "hører til en anden kommune" in answer.content.decode()


@pytest.mark.parametrize("name", ["edit", "preview_on_edit"])
def test_a_strangers_picture_is_refused_with_a_sentence(as_stranger, text_page, name):
    assert refused(as_stranger, text_page, form(picture_block(picture_of("Haderslev").pk)), name)


def test_a_strangers_file_is_refused(as_stranger, text_page):
    block = "file", {"document": document_of("Haderslev").pk, "text": ""}
    assert refused(as_stranger, text_page, form(block))


def test_a_strangers_draft_is_not_linked_to(as_stranger, text_page, secret_draft):
    assert refused(as_stranger, text_page, form(card(secret_draft.pk)))


def test_a_form_with_other_mistakes_tells_no_title_either(as_stranger, text_page):
    told = form(picture_block(picture_of("Haderslev").pk), ("heading", {"text": "", "level": "2"}), title="")
    assert refused(as_stranger, text_page, told)


@pytest.mark.parametrize("entity", ["LINK", "DOCUMENT", "IMAGE"])
def test_running_text_points_at_nothing_of_strangers(as_stranger, text_page, secret_draft, entity):
    number = {"LINK": secret_draft, "DOCUMENT": document_of("Haderslev"), "IMAGE": picture_of("Haderslev")}[entity].pk
    answer = edit(
        as_stranger,
        text_page,
        form(("text", text_with(entity, id=number, url="/x/", format="left", alt=""))),
    )
    assert SECRET not in answer.content.decode()
    assert f'id="{number}"' not in str(saved(text_page).body.get_prep_value())
    assert answer.status_code == 403 or entity == "IMAGE"  # pictures in running text are not kept at all


def test_a_diary_entry_links_to_no_strangers_draft(as_stranger, secret_draft, koege_page):
    diary = DiaryPage.objects.child_of(koege_page).get()
    told = {"title": "Dag 1", "slug": "dag-1", "date": "2026-11-21", "body": text_with("LINK", id=secret_draft.pk)}
    url = reverse("wagtailadmin_pages:add", args=["catalogue", "diaryentrypage", diary.pk])
    assert as_stranger.post(url, told).status_code == 403
    assert diary.get_children().count() == 0


def test_ones_own_and_what_is_published_may_be_used(as_stranger, text_page, koege_page, haderslev_page):
    blocks = (
        picture_block(picture_of("Køge", "Vores").pk),
        ("file", {"document": document_of("Køge", "Vores").pk, "text": ""}),
        card(haderslev_page.pk),
        card(koege_page.pk),
    )
    edit(as_stranger, text_page, form(*blocks))
    assert len(saved(text_page).body) == 4


def test_what_the_desk_put_in_may_stay(as_stranger, text_page, editor):
    picture = picture_of("Haderslev")
    text_page.body = [("picture", {"image": picture, "caption": ""})]
    text_page.save_revision(user=editor)
    edit(as_stranger, text_page, form(picture_block(picture.pk), lead="Nyt"))
    assert saved(text_page).lead == "Nyt"


def test_the_desk_uses_any_picture(client, text_page, editor):
    client.force_login(editor)
    client.post(
        reverse("wagtailadmin_pages:edit", args=[text_page.pk]), form(picture_block(picture_of("Haderslev").pk))
    )
    assert len(saved(text_page).body) == 1


def test_every_page_has_the_form_that_asks():
    assert forms_without_wall(our_page_models()) == []
    assert [error.id for error in forms_without_wall([Page])] == ["core.E002"]


@pytest.mark.parametrize(("name", "field"), [("copy", "new_parent_page"), ("move", "new_parent_page")])
def test_no_form_that_places_a_page_tells_the_title_of_another(
    as_stranger, koege_page, stranger, secret_draft, name, field
):
    own = StoryPageFactory(parent=koege_page, owner=stranger, live=False)
    told = {field: secret_draft.pk, "new_title": "x", "new_slug": "x"}
    answer = as_stranger.post(reverse(f"wagtailadmin_pages:{name}", args=[own.pk]), told)
    assert answer.status_code == 404
    assert SECRET not in answer.content.decode()


MODELS = {"images": (SitePicture, picture_of), "docs": (SiteDocument, document_of)}
KINDS = pytest.mark.parametrize("kind", MODELS)


@KINDS
def test_nothing_moves_to_a_strangers_shelf_or_away_from_it(as_stranger, koege_page, haderslev_page, kind):
    model, make = MODELS[kind]
    own, theirs = make("Køge", "Vores"), make("Haderslev")
    for each in (own, theirs):
        for where in ("Haderslev", "Køge", "Fælles"):
            told = {"title": "Taget", "collection": shelf(where).pk}
            as_stranger.post(reverse(f"wagtail{kind}:edit", args=[each.pk]), told)
    names = {each.pk: (each.title, each.collection.name) for each in model.objects.all()}
    assert names == {own.pk: ("Taget", "Køge"), theirs.pk: (SECRET, "Haderslev")}


@KINDS
@pytest.mark.parametrize("action", ["add_tags", "add_to_collection", "delete"])
def test_no_bulk_action_touches_a_strangers(as_stranger, koege_page, haderslev_page, kind, action):
    model, make = MODELS[kind]
    theirs = make("Haderslev")
    address = reverse("wagtail_bulk_action", args=["core", model._meta.model_name, action])
    for query in (f"?id={theirs.pk}", "?id=all"):
        for answer in (
            as_stranger.get(address + query),
            as_stranger.post(address + query, {"tags": "taget", "collection": shelf("Køge").pk}),
        ):
            assert answer.status_code == 404
            assert SECRET not in answer.content.decode()
    theirs.refresh_from_db()
    assert (theirs.collection.name, theirs.tags.count()) == ("Haderslev", 0)


@KINDS
def test_ones_own_is_not_given_away_in_bulk(as_stranger, koege_page, haderslev_page, kind):
    model, make = MODELS[kind]
    own = make("Køge", "Vores")
    address = reverse("wagtail_bulk_action", args=["core", model._meta.model_name, "add_to_collection"])
    as_stranger.post(f"{address}?id={own.pk}", {"collection": shelf("Haderslev").pk})
    own.refresh_from_db()
    assert own.collection.name == "Køge"


@KINDS
@pytest.mark.parametrize("name", ["edit_multiple", "delete_multiple"])
def test_the_form_for_many_touches_no_strangers(as_stranger, koege_page, haderslev_page, kind, name):
    model, make = MODELS[kind]
    theirs, word = make("Haderslev"), "image" if kind == "images" else "doc"
    told = {f"{word}-{theirs.pk}-title": "Taget", f"{word}-{theirs.pk}-tags": "taget"}
    address = reverse(f"wagtail{kind}:{name}", args=[theirs.pk])
    answer = as_stranger.post(address, told, headers={"x-requested-with": "XMLHttpRequest"})
    assert answer.status_code == 404
    assert model.objects.get(pk=theirs.pk).title == SECRET


@KINDS
def test_no_list_or_chooser_shows_a_strangers(as_stranger, koege_page, haderslev_page, kind):
    _model, make = MODELS[kind]
    theirs = make("Haderslev")
    chooser = f"wagtail{kind}_chooser"
    for address in (
        reverse(f"wagtail{kind}:index"),
        reverse(f"wagtail{kind}:index") + f"?collection_id={theirs.collection_id}",
        reverse(f"wagtail{kind}:index") + "?q=Hemmeligt",
        reverse(f"{chooser}:choose"),
        reverse(f"{chooser}:choose_results") + f"?q=Hemmeligt&collection_id={theirs.collection_id}",
        reverse(f"{chooser}:chosen", args=[theirs.pk]),
        reverse(f"{chooser}:chosen_multiple") + f"?id={theirs.pk}",
        f"/admin/api/main/{'images' if kind == 'images' else 'documents'}/{theirs.pk}/",
    ):
        assert SECRET not in as_stranger.get(address).content.decode(), address
