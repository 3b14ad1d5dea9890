from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

View = Callable[..., HttpResponse]


def unkept(view: View) -> View:
    """Neither browser nor proxy keeps the answer: it holds a person's data, or a key that is good for one form."""

    @wraps(view)
    def answered(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    return answered


def unlisted(view: View) -> View:
    """A page whose address is the key to it: no search engine and no cache hears of the address.

    `core.headers` keeps it out of the Referer.
    """

    @wraps(view)
    def answered(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return unkept(answered)


def by_secret_link(view: View) -> View:
    """An unlisted page where whoever knows the address may act.

    Without a Referer, a browser sends `Origin: null`, which Django's CSRF check refuses. Who knows the address may
    act, with or without cookies, and who does not cannot forge it: so the check is not needed here.
    """
    return csrf_exempt(unlisted(view))
