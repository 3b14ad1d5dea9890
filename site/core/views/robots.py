"""What search engines and other machines ask for, and the short address every public site in Denmark has."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.http import require_safe
from wagtail.models import Page

from core.links import absolute
from core.navigation import current_site

CLOSED = (settings.LOGIN_REDIRECT_URL, "/admin/", "/konto/", "/rum/", "/soeg/", "/tilmelding/", "/video/")
MOST_ADDRESSES = 50_000  # the sitemap protocol allows no more in one file


@require_safe
def robots(request):
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in CLOSED),
        "",
        f"Sitemap: {absolute('/sitemap.xml')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request):
    """Every live page that anyone may read."""
    site = current_site()
    pages = []
    if site is not None:
        found = Page.objects.live().public().descendant_of(site.root_page, inclusive=True).order_by("path")
        start = len(site.root_page.url_path) - 1
        rows = found.values_list("url_path", "last_published_at")[:MOST_ADDRESSES]
        pages = [{"url": absolute(path[start:]), "changed": changed} for path, changed in rows]
    return render(request, "sitemap.xml", {"pages": pages}, content_type="application/xml")


@require_safe
def favicon(request):
    return redirect(static("core/icon.svg"), permanent=True)


@require_safe
def accessibility_statement(request):
    return redirect("/om/tilgaengelighed/")
