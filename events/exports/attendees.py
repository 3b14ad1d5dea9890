"""The list of attendees as a spreadsheet (XLSX)."""

import io
import re

from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from events.enums import Status
from events.models import Event, Registration

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
WIDTHS = (30, 36, 34, 26, 18, 14, 18, 10)


def attendee_list(event: Event) -> bytes:
    """Everybody on the event's list: who comes, who is offered a seat, who waits in order, who cancelled."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Attendees"))
    sheet.freeze_panes = "A2"
    for number, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append([_heading(sheet, text) for text in headings()])
    for row in rows(event):
        sheet.append([_cell(sheet, value) for value in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def headings() -> list[str]:
    return [
        _("Name"),
        _("E-mail"),
        _("Municipality or workplace"),
        _("Role"),
        _("Status"),
        _("Place in the queue"),
        _("Registered at"),
        _("Demo"),
    ]


def rows(event: Event):
    """One row a registration, in the order of the statuses, the queue by ticket. One query."""
    order = {status.value: number for number, status in enumerate(Status)}
    found = event.registrations.select_related("municipality")
    place = 0
    for registration in sorted(found, key=lambda each: (order[each.status], each.ticket or 0, each.pk)):
        waits = registration.status == Status.WAITING
        place += waits
        yield _row(registration, place if waits else None)


def neutral(text: str) -> str:
    """`text` that no spreadsheet program reads as a formula, also after it has been saved as CSV."""
    text = UNWRITABLE.sub("", text)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _row(registration: Registration, place: int | None) -> list:
    return [
        registration.name,
        registration.email,
        registration.place_of_work,
        registration.get_function_display(),
        registration.get_status_display(),
        place,
        timezone.localtime(registration.created_at).replace(tzinfo=None, microsecond=0),
        _("demo") if registration.is_demo else "",
    ]


def _cell(sheet, value) -> WriteOnlyCell:
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, neutral(value))
    cell.data_type = "s"
    return cell


def _heading(sheet, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, text)
    cell.font = Font(bold=True)
    return cell
