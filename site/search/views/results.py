from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from search.finding import BEST, find_pages, hits

PAGE_SIZE = 20
LONGEST_QUERY = 200


@require_safe
def search(request):
    """/soeg/?q=: live public pages that hold every word asked for."""
    query = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_QUERY]
    found = find_pages(query)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("side"))
    context = {
        "title": _("Search for “%(query)s”") % {"query": query} if query else _("Search"),
        "query": query,
        "query_string": urlencode({"q": query}),
        "page_of_hits": page,
        "hits": hits(list(page.object_list)),
        "capped": len(found) == BEST,
    }
    return render(request, "search/results.html", context)
