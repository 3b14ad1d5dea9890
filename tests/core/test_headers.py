"""The headers that stand between our readers and somebody's mischief, on every kind of answer."""

import pytest
from django.contrib.staticfiles.finders import find
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from wagtail.images.tests.utils import get_test_image_file

from core.headers import ADMIN_CSP
from core.models import SitePicture
from home.models import StandardPage

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
}
ANSWERS = {
    "page": ("/", 200),
    "search": ("/soeg/?q=team", 200),
    "redirect": ("/was", 302),
    "slash added": ("/om", 301),
    "404": ("/her-er-intet/", 404),
    "404 of a file": ("/media/images/intet.webp", 404),
    "500": ("/fejl/", 500),
    "503": ("/nede/", 503),
    "robots": ("/robots.txt", 200),
    "sitemap": ("/sitemap.xml", 200),
    "media": ("/media/images/77/proeve.svg", 200),
    "static": ("/static/core/icon.svg", 200),
    "sign-in": ("/konto/login/", 200),
    "admin": ("/admin/", 302),
    "secret link": ("/tilmelding/findes-ikke/", 404),
}


@pytest.fixture
def answer(client, site, settings):
    """A function that asks for one of ANSWERS and returns the response."""
    settings.ROOT_URLCONF = "tests.core.urls_that_fail"
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True  # as in development: nothing is collected
    client.raise_request_exception = False
    default_storage.delete("images/77/proeve.svg")
    default_storage.save("images/77/proeve.svg", ContentFile(b"<svg xmlns='http://www.w3.org/2000/svg'/>"))
    picture = SitePicture.objects.create(pk=77, title="Foto", file=get_test_image_file())
    page = site.root_page.add_child(
        instance=StandardPage(title="Om", slug="om", body=[("picture", {"image": picture})])
    )
    page.save_revision().publish()

    def ask(kind):
        path, status = ANSWERS[kind]
        response = client.get(path)
        assert response.status_code == status
        return response

    return ask


@pytest.mark.parametrize("kind", ANSWERS)
def test_every_answer_carries_the_headers(answer, kind):
    headers = answer(kind).headers
    assert {name: headers.get(name) for name in ALWAYS} == ALWAYS
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Referrer-Policy"] in ("same-origin", "no-referrer")


@pytest.mark.parametrize("kind", [kind for kind in ANSWERS if kind not in ("admin", "media")])
def test_no_public_answer_lets_inline_script_or_strangers_in(answer, kind):
    policy = answer(kind).headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize("kind", ["page", "404", "500", "503"])
def test_no_page_may_be_framed(answer, kind):
    assert "frame-ancestors 'none'" in answer(kind).headers["Content-Security-Policy"]


def test_the_admin_may_frame_itself_and_use_its_inline_script(answer):
    response = answer("admin")
    assert "script-src 'self' 'unsafe-inline'" in response.headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_a_preview_of_a_page_shows_in_the_admins_frame(client, settings, db, administrator):
    settings.ROOT_URLCONF = "tests.core.urls_that_fail"
    client.force_login(administrator)
    policy = client.get("/admin/forhaandsvisning/").headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    assert "'none'" not in policy.replace("object-src 'none'", "").replace("base-uri 'none'", "")


def test_the_admins_policy_has_no_nonce():
    assert "nonce" not in str(ADMIN_CSP).lower()


def test_an_uploaded_drawing_with_script_runs_nowhere(answer):
    policy = answer("media").headers["Content-Security-Policy"]
    assert "sandbox" in policy
    assert "default-src 'none'" in policy


def test_a_secret_link_is_told_to_nobody(answer):
    assert answer("secret link").headers["Referrer-Policy"] == "no-referrer"


def test_the_stylesheet_is_where_pages_ask_for_it():
    assert find("core/site.css")
