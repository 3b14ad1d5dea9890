from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.pauses import minutes_left


def too_many_tries(request: HttpRequest) -> HttpResponse:
    """Whoever has tried too often is told how long to wait, the same for an address we know and one we do not."""
    minutes = minutes_left(request)
    here = request.resolver_match.url_name if request.resolver_match else ""
    response = render(request, "429.html", {"minutes": minutes, "at_sign_in": here == "account_login"}, status=429)
    response.headers["Retry-After"] = str(minutes * 60)
    return response
