"""The text inside files: found while a page that everybody may read leads to them."""

import pytest
from django.core.files.base import ContentFile
from wagtail.models import PageViewRestriction

from core.file_text import text_of_file
from core.models import SiteDocument
from home.models import StandardPage
from tests.core.upload_files import EXPECTED, pdf, sample

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.usefixtures("site")]


@pytest.fixture
def led_to(site, run_tasks):
    """A function that makes a published page that leads to a file."""

    def make(file, title="Bilag", **fields):
        document = SiteDocument.objects.create(title="Vores bilag", file=file)
        body = [("file", {"document": document, "text": ""})]
        page = site.root_page.add_child(instance=StandardPage(title=title, body=body, **fields))
        run_tasks()
        return page, document

    return make


@pytest.mark.parametrize(
    ("name", "word"), [("erfaring_nordlunde.docx", "Nordlunde"), ("oplaeg_faste_teams.pptx", "geografi")]
)
def test_the_text_of_a_file_is_found(led_to, client, name, word):
    page, document = led_to(sample(name))
    hit = client.get("/soeg/", {"q": word}).context["found"].side[0]
    assert (hit.kind, hit.url, hit.page) == ("Fil", document.url, ("Bilag", page.url))
    assert "<mark>" in hit.description


def test_the_text_of_a_pdf_is_found(led_to, found):
    led_to(ContentFile(pdf(text="Godmorgen Vestby"), name="brev.pdf"))
    assert found("vestby") == ["Vores bilag"]


def test_a_file_that_no_page_leads_to_is_not_found(run_tasks, found):
    SiteDocument.objects.create(title="Bilag", file=sample("erfaring_nordlunde.docx"))
    run_tasks()
    assert found("nordlunde") == []


def test_a_file_of_a_draft_is_not_found(led_to, found):
    led_to(sample("erfaring_nordlunde.docx"), live=False)
    assert found("nordlunde") == []


def test_a_file_goes_with_its_page_at_once(led_to, found):
    page, _document = led_to(sample("erfaring_nordlunde.docx"))
    page.unpublish()
    assert found("nordlunde") == []


def test_a_file_goes_when_its_page_is_closed_and_stays_with_another(led_to, site, found, run_tasks):
    page, document = led_to(sample("erfaring_nordlunde.docx"))
    body = [("file", {"document": document, "text": ""})]
    site.root_page.add_child(instance=StandardPage(title="En anden", body=body))
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert found("nordlunde") == []
    run_tasks()
    assert found("nordlunde") == ["Vores bilag"]


def test_a_file_that_is_taken_off_its_page_is_not_found(led_to, found, run_tasks):
    page, _document = led_to(sample("erfaring_nordlunde.docx"))
    page.body = []
    page.save_revision().publish()
    run_tasks()
    assert found("nordlunde") == []


@pytest.mark.parametrize("name", [name for name in EXPECTED if name.endswith((".docx", ".docm", ".pptx", ".csv"))])
def test_whatever_a_file_holds_reading_it_ends(name):
    document = SiteDocument(title="Fil")
    document.file.save(name, ContentFile(sample(name).read()), save=False)
    text = text_of_file(document.file)
    assert len(text) <= 60_000
    assert "\x00" not in text
