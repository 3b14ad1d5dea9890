"""Every address of the site. Wagtail's pages come last: they take what nothing before them took."""

from django.urls import URLPattern, URLResolver, include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from core.views import media

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("accounts.urls")),
    path("konto/", include("allauth.urls")),
    path("admin/", include(wagtailadmin_urls)),
    # Wagtail's own would serve a file to anyone who guesses its number.
    re_path(r"^filer/([0-9]{1,12})/(.*)$", media.document, name="wagtaildocs_serve"),
    path("", include("core.urls")),
    path("", include("notifications.urls")),
    path("", include("events.urls")),
    path("", include("catalogue.urls")),
    path("", include("search.urls")),
    path("", include("home.urls")),
    path("", include(wagtail_urls)),
]

handler400 = "core.views.errors.bad_request"
handler403 = "core.views.errors.forbidden"
handler404 = "core.views.errors.not_found"
handler500 = "core.views.errors.server_error"
handler429 = "accounts.views.pauses.too_many_tries"  # not Django's: allauth looks for it here
