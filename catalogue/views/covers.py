import re

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from catalogue.covers import cover
from catalogue.outlines import outlines

GUEST = re.compile(r"[A-Z]{2}-\d{4}(?:-\d{2})?")
A_YEAR = "public, max-age=31536000, immutable"


@require_safe
def cover_picture(request: HttpRequest, code: str) -> HttpResponse:
    """The paper cut of a municipality. It changes only with catalogue.covers.VERSION, which its address carries."""
    shapes = outlines()
    if code not in shapes and not GUEST.fullmatch(code):
        raise Http404
    picture = HttpResponse(cover(code, shapes), content_type="image/svg+xml")
    picture["Cache-Control"] = A_YEAR
    return picture
