"""A care worker writes in the diary on a phone between two visits, and the net comes and goes."""

import pytest
from playwright.sync_api import expect

from catalogue.domain.municipalities import open_municipality
from catalogue.models import DiaryEntryPage
from core import navigation
from core.models import SitePicture
from tests.core.upload_files import picture
from tests.journeys.axe import assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FORM = "/min-kommune/dagbog/ny/"
WORDS = "Vi drak kaffe med Karl i dag. Han fortalte om sin have."
PHOTO = {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": picture("JPEG", size=(1200, 900))}


@pytest.fixture
def phone(live_server, site, haderslev, contributor, coordinator, browser, browser_context_args):
    """A phone 360 px wide, with the contributor signed in and the form open."""
    open_municipality(by=None, municipality=haderslev)
    navigation.forget()
    context = browser.new_context(
        **browser_context_args, viewport={"width": 360, "height": 740}, has_touch=True, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{live_server.url}/konto/login/?next={FORM}")
    page.get_by_label("E-mail").fill(contributor.email)
    page.get_by_label("Adgangskode").fill("udviklingsrum-demo")
    page.get_by_role("button", name="Log ind", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Skriv i dagbogen")
    return page


def words(page):
    return page.get_by_label("Hvad skete der i dag?")


def send(page):
    page.get_by_role("button", name="Send til godkendelse").click()


def kept(page) -> list[str]:
    return page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('dagbog:'))")


@pytest.mark.slow
def test_a_few_lines_and_a_photo_from_a_phone(phone):
    words(phone).fill(WORDS)
    phone.locator("input[type=file]").set_input_files(PHOTO)
    send(phone)
    expect(phone.get_by_role("alert")).to_contain_text("hvad man ser på billedet")
    assert_accessible(phone, "Skriv i dagbogen")
    phone.get_by_label("Hvad ser man på billedet?").fill("To kopper kaffe på et havebord")
    send(phone)
    expect(phone.get_by_role("status")).to_contain_text("Sendt til godkendelse")
    entry = DiaryEntryPage.objects.get()
    assert entry.workflow_in_progress
    assert entry.get_latest_revision_as_object().photo == SitePicture.objects.get()
    assert kept(phone) == []


@pytest.mark.slow
def test_what_was_written_without_a_connection_is_there_afterwards(phone):
    words(phone).fill(WORDS)
    phone.context.set_offline(True)
    expect(phone.get_by_text("Du har ingen forbindelse lige nu.")).to_be_visible()
    send(phone)
    expect(phone.get_by_text("Det er ikke sendt endnu")).to_be_visible()
    send(phone)  # who presses once more gets the browser's own page, and loses the form
    phone.wait_for_url("chrome-error://chromewebdata/")
    phone.context.set_offline(False)
    phone.go_back()
    expect(words(phone)).to_have_value(WORDS)


@pytest.mark.slow
def test_a_new_visit_brings_the_words_back_and_one_may_begin_again(phone):
    words(phone).fill(WORDS)
    assert_accessible(phone, "Skriv i dagbogen")
    address = phone.url
    phone.goto("about:blank")
    phone.goto(address)
    expect(phone.get_by_text("Vi har gemt, hvad du skrev.")).to_be_visible()
    expect(words(phone)).to_have_value(WORDS)
    assert_accessible(phone, "Skriv i dagbogen")
    phone.get_by_role("button", name="Begynd forfra").click()
    expect(words(phone)).to_have_value("")
    assert kept(phone) == []


@pytest.mark.slow
def test_signing_out_leaves_nothing_on_a_shared_phone(phone, live_server):
    words(phone).fill(WORDS)
    assert len(kept(phone)) == 1
    phone.goto(f"{live_server.url}/konto/logout/")
    phone.get_by_role("button", name="Log ud").click()
    phone.wait_for_url(f"{live_server.url}/")
    assert kept(phone) == []


@pytest.mark.slow
def test_without_script_the_form_works_as_ever(phone, browser, browser_context_args):
    state = phone.context.storage_state()
    bare = browser.new_context(**browser_context_args, java_script_enabled=False, storage_state=state).new_page()
    bare.goto(phone.url)
    words(bare).fill(WORDS)
    bare.get_by_role("button", name="Gem som kladde").click()
    expect(bare.get_by_role("status")).to_contain_text("Gemt som kladde")
    assert not DiaryEntryPage.objects.get().live
