"""The guide as a file, for one kind of reader."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from catalogue.exports.guide import guide_pdf
from catalogue.models import GuidePage
from catalogue.models.guide_reading import reader_named


@require_safe
def guide_file(request: HttpRequest, reader: str) -> HttpResponse:
    page = get_object_or_404(GuidePage.objects.live_public())
    named = {"Content-Disposition": f'inline; filename="kom-godt-i-gang-{reader}.pdf"'}
    return HttpResponse(guide_pdf(page, reader_named(reader)), content_type="application/pdf", headers=named)
