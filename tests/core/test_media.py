"""Who gets an uploaded file, and how: everybody while a published page shows it, else those who work with it."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from wagtail.models import Collection, Page, PageViewRestriction

from core.fetching import allow_in_session
from core.models import SiteDocument, SitePicture
from home.models import StandardPage
from tests.core.upload_files import sample

pytestmark = [pytest.mark.django_db, pytest.mark.database]
WORKS_WITH_IT = ["contributor", "coordinator", "editor", "administrator"]
OTHERS = ["stranger", "follow_group_reader", "organiser"]


@pytest.fixture
def shelf(haderslev_page):
    return Collection.objects.get(name="Haderslev")


@pytest.fixture
def picture(shelf):
    return SitePicture.objects.create(title="Foto", file=sample("foto_med_gps.jpg"), collection=shelf)


@pytest.fixture
def document(shelf):
    return SiteDocument.objects.create(title="Plan", file=sample("deltagerliste_220.csv"), collection=shelf)


@pytest.fixture
def draft(site, picture, document):
    """A draft that shows both."""
    body = [("picture", {"image": picture, "caption": ""}), ("file", {"document": document, "text": ""})]
    made = StandardPage(title="Om", slug="om", live=False, body=body)
    site.root_page.add_child(instance=made)
    made.save_revision()
    return made


@pytest.fixture
def addresses(picture, document):
    return [picture.get_rendition("width-200").url, document.url]


def statuses(client, addresses) -> set[int]:
    return {client.get(address).status_code for address in addresses}


def publish(draft):
    draft.save_revision().publish()
    draft.refresh_from_db()


def test_what_no_page_shows_is_nobodys_but_theirs(client, addresses):
    assert statuses(client, addresses) == {404}


def test_a_drafts_pictures_and_files_are_not_public(client, draft, addresses, run_tasks):
    run_tasks()
    assert statuses(client, addresses) == {404}


def test_publishing_opens_them_at_once_without_waiting_for_a_worker(client, draft, addresses):
    publish(draft)
    assert statuses(client, addresses) == {200}


def test_withdrawing_closes_them_at_once(client, draft, addresses):
    publish(draft)
    draft.unpublish()
    assert statuses(client, addresses) == {404}


def test_deleting_the_page_closes_them(client, draft, addresses):
    publish(draft)
    draft.delete()
    assert statuses(client, addresses) == {404}


def test_taking_them_off_a_published_page_closes_them(client, draft, addresses):
    publish(draft)
    draft.body = []
    assert statuses(client, addresses) == {200}
    draft.save_revision()
    assert statuses(client, addresses) == {200}  # a draft of the change, which readers do not see yet
    publish(draft)
    assert statuses(client, addresses) == {404}


def test_a_picture_in_a_draft_of_a_published_page_waits_for_publication(client, draft, addresses, run_tasks):
    shown, draft.body = draft.body, []
    publish(draft)
    draft.body = shown
    draft.save_revision()
    run_tasks()
    assert statuses(client, addresses) == {404}


def test_a_page_closed_to_the_public_does_not_open_its_pictures(client, draft, addresses, site):
    publish(draft)
    PageViewRestriction.objects.create(page=Page.objects.get(pk=draft.pk), restriction_type="login")
    assert statuses(client, addresses) == {404}


def test_one_of_two_pages_is_enough(client, draft, addresses):
    publish(draft)
    draft.copy(update_attrs={"slug": "om-igen"}, keep_live=False)
    assert statuses(client, addresses) == {200}


@pytest.mark.parametrize("persona", WORKS_WITH_IT)
def test_those_of_the_municipality_and_the_desk_see_their_drafts(client, draft, addresses, persona, request, site):
    client.force_login(request.getfixturevalue(persona))
    for address in addresses:
        answer = client.get(address)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "private, no-cache")


@pytest.mark.parametrize("persona", [*OTHERS, "suspended", "member_of_closed"])
def test_nobody_else_does(client, draft, addresses, persona, request, koege_page):
    client.force_login(request.getfixturevalue(persona))
    assert statuses(client, addresses) == {404}


@pytest.mark.parametrize("way", ["get", "head"])
@pytest.mark.parametrize("headers", [{"range": "bytes=0-99"}, {"if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT"}])
def test_no_header_opens_what_is_withdrawn(client, draft, addresses, way, headers):
    publish(draft)
    draft.unpublish()
    assert {getattr(client, way)(address, headers=headers).status_code for address in addresses} == {404}


def test_what_a_browser_has_is_asked_about_again_after_five_minutes(client, draft, addresses):
    publish(draft)
    for address in addresses:
        first = client.get(address)
        assert first.headers["Cache-Control"] == "public, max-age=300"
        told = {"if-modified-since": first.headers["Last-Modified"]}
        if "ETag" in first.headers:
            told |= {"if-none-match": first.headers["ETag"]}
        assert client.get(address, headers=told).status_code == 304


def test_a_published_picture_costs_one_query(client, draft, addresses, django_assert_num_queries):
    publish(draft)
    statuses(client, addresses)
    with django_assert_num_queries(1):
        client.get(addresses[0])


def test_a_drafts_picture_costs_its_people_few(client, draft, addresses, contributor, django_assert_num_queries):
    client.force_login(contributor)
    statuses(client, addresses)
    with django_assert_num_queries(6):
        client.get(addresses[0])


def test_who_reads_a_draft_by_a_secret_link_sees_its_pictures_for_a_while(client, draft, addresses, rf, monkeypatch):
    session = client.session
    rf = rf.get("/")
    rf.session = session
    allow_in_session(rf, draft.get_latest_revision_as_object())
    session.save()
    client.cookies["sessionid"] = session.session_key
    assert statuses(client, addresses) == {200}
    monkeypatch.setattr("core.fetching.time.time", lambda: 10**11)
    assert statuses(client, addresses) == {404}


def test_that_reader_sees_no_other_picture(client, draft, shelf, rf):
    other = SitePicture.objects.create(title="Andet", file=sample("png_omdoebt.jpg"), collection=shelf)
    rf = rf.get("/")
    rf.session = session = client.session
    allow_in_session(rf, draft)
    session.save()
    client.cookies["sessionid"] = session.session_key
    assert client.get(other.get_rendition("width-200").url).status_code == 404


def test_the_original_is_for_who_works_with_it(client, picture, draft, stranger, contributor, koege_page):
    publish(draft)
    assert client.get(picture.file.url).status_code == 404
    client.force_login(stranger)
    assert client.get(picture.file.url).status_code == 404
    client.force_login(contributor)
    assert client.get(picture.file.url).status_code == 200


def test_files_have_one_door(client, administrator, document, draft):
    publish(draft)
    client.force_login(administrator)
    assert client.get(f"/media/{document.file.name}").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "media/images/../original_images/x.jpg",
        "media/../db.sqlite3",
        "media/images/1/%2e%2e/%2e%2e/x",
        "media/images/%d9%a1/x.webp",
        "media/images/9999999999999999999999/x.webp",
        "media/images/1/",
        "media/.",
        "filer/{document}/andet-navn.csv",
        "filer/0{document}/../x",
        "filer/%d9%a1/x.csv",
        "filer/9999999999999999999999/x.csv",
        "filer/authenticate_with_password/1/",
    ],
)
def test_no_spelling_leads_round_the_question(client, document, path):
    assert client.get("/" + path.format(document=document.pk)).status_code == 404


def test_the_number_in_another_script_is_no_number(client, document, administrator):
    digits = str(document.pk).translate({ord(str(n)): chr(0x0660 + n) for n in range(10)})
    client.force_login(administrator)
    assert client.get(f"/filer/{digits}/{document.filename}").status_code == 404


def test_a_page_put_there_as_a_picture_is_a_file_to_save_and_not_a_page(client, picture, administrator):
    name = f"images/{picture.pk}/side.html"
    default_storage.delete(name)
    default_storage.save(name, ContentFile(b"<script>alert(1)</script>"))
    client.force_login(administrator)
    response = client.get(f"/media/{name}")
    assert response.headers["Content-Disposition"] == "attachment"
    assert "sandbox" in response.headers["Content-Security-Policy"]
