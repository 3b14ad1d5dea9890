from urllib.parse import urlencode

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from search.databases import BEST
from search.domain.answering import answer
from search.domain.suggesting import suggest
from search.question import cut


@require_safe
def search(request):
    """/soeg/?q=: what is public and holds every word asked for. `slags` is the kind of thing."""
    query = cut(request.GET.get("q", ""))
    found = answer(query, request.GET.get("slags", ""), request.GET.get("side", "")) if query else None
    asked = {"q": query} | ({"slags": found.kind.name} if found and found.kind else {})
    context = {
        "title": _("Search for “%(query)s”") % {"query": query} if query else _("Search"),
        "query": query,
        "found": found,
        "query_string": urlencode(asked),
        "all_kinds": urlencode({"q": query}),
        "capped": found is not None and found.total > BEST,
    }
    return render(request, "search/results.html", context)


@require_safe
def suggestions(request):
    """/soeg/forslag/?q=: what to suggest for what has been typed so far."""
    found = suggest(request.GET.get("q", ""))
    response = JsonResponse({"suggestions": [each._asdict() for each in found]})
    add_never_cache_headers(response)  # what is withdrawn is gone from here at once
    return response
