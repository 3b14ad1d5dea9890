"""The permission matrix for administrators to read, from the table that the tests hold the site against."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.matrix import COLUMNS, PHRASES, ROWS, SCOPES, VERBS, Words, tokens
from accounts.rules import is_administrator

WORDS = {"verb": VERBS, "phrase": PHRASES, "scope": SCOPES}


class MatrixView(WagtailAdminTemplateMixin, View):
    page_title = _("Who may do what")
    header_icon = "key"
    template_name = "accounts/matrix.html"
    breadcrumbs_items = (*WagtailAdminTemplateMixin.breadcrumbs_items, {"url": "", "label": page_title})

    def dispatch(self, request: HttpRequest, *args, **kwargs):
        if not is_administrator(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        rows = [{"number": row.number, "name": row.name, "cells": in_words(row.cells)} for row in ROWS]
        return super().get_context_data(columns=COLUMNS.values(), rows=rows, **kwargs)


def in_words(cells: dict[str, str]) -> list[dict]:
    """A row's cells in the order of the columns, each part a list of (kind, words). Blank cells have no parts."""
    written = [(label, cells.get(column, "")) for column, label in COLUMNS.items()]
    return [
        {"role": label, "parts": [part_in_words(part) for part in cell.split(", ") if part]} for label, cell in written
    ]


def part_in_words(part: str) -> list[tuple[str, Words]]:
    return [(kind, WORDS[kind][text]) for kind, text in tokens(part)]
