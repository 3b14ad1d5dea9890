"""Uploaded files over HTTP, with the same headers whoever serves them."""

import posixpath
import re

from django.conf import settings
from django.http import Http404
from django.views.static import serve
from wagtail.documents.views.serve import serve as wagtail_serve

from core.fetching import PRIVATE, PUBLIC, is_public, may_fetch
from core.models import SiteDocument, SitePicture

SIZE = re.compile(r"images/([0-9]{1,12})/[^/]+")  # made for pages, of the picture with that number
ORIGINALS = "original_images/"
# An uploaded file may hold script. In a sandbox it has no origin to act from.
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox"


def media(request, path):
    """A size of a picture for anyone while a published page shows the picture; else, and originals, for who works
    with it. Files have /filer/."""
    path = posixpath.normpath(path)
    size = SIZE.fullmatch(path)
    number = int(size[1]) if size else original_at(request, path)
    public = size is not None and is_public(SitePicture, number)
    if not public and not may_fetch(request, SitePicture, number):
        raise Http404
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["Cache-Control"] = PUBLIC if public else PRIVATE
    if not response.headers.get("Content-Type", "").startswith("image/"):
        response.headers["Content-Disposition"] = "attachment"
    return response


def original_at(request, path: str) -> int:
    """The number of the picture whose original it is. Raises Http404 for other files, and for who is signed out."""
    number = None
    if path.startswith(ORIGINALS) and request.user.is_authenticated:
        number = SitePicture.objects.filter(file=path).values_list("pk", flat=True).first()
    if number is None:
        raise Http404
    return number


def document(request, number, filename):
    """A file for anyone while a published page leads to it; else for who works with it."""
    public = is_public(SiteDocument, number)
    if not public and not may_fetch(request, SiteDocument, number):
        raise Http404
    response = wagtail_serve(request, number, filename)
    response.headers["Cache-Control"] = PUBLIC if public else PRIVATE
    return response
