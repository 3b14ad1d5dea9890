"""The pages somebody meets when something is wrong. Those for 400, 500 and 503 ask no database and no cache."""

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token

from core.navigation import navigation

RETRY_AFTER_SECONDS = 30


@requires_csrf_token
def not_found(request, exception=None):
    return render(request, "404.html", status=404)


@requires_csrf_token
def gone(request, page):
    """What stood here is withdrawn. Nothing of it is shown; what stands above it, and is published, leads on."""
    start = navigation().root
    above = page.get_ancestors().live().filter(depth__gt=start.depth if start else 1).reverse()
    return render(request, "410.html", {"above": [link_to(place) for place in above]}, status=410)


def link_to(place) -> dict[str, str]:
    return {"title": place.title, "url": place.specific_deferred.path_on_site}


@requires_csrf_token
def forbidden(request, exception=None):
    return render(request, "403.html", status=403)


def csrf_failure(request, reason=""):
    return bare(request, "csrf_failure.html", status=403)


def bad_request(request, exception=None):
    return bare(request, "400.html", status=400)


def server_error(request):
    return bare(request, "500.html", status=500)


def unavailable(request):
    """The site cannot do its work just now. Nothing was saved, and the page says so."""
    response = bare(request, "503.html", status=503)
    response.headers["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response


def bare(request, template: str, *, status: int) -> HttpResponse:
    """A page made of its template alone: no context processors, which might ask for what is broken."""
    context = {"reference": getattr(request, "reference", ""), "was_post": request.method not in ("GET", "HEAD")}
    response = HttpResponse(render_to_string(template, context), status=status)
    response.headers["Cache-Control"] = "no-store"
    return response
