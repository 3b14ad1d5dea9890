from django import template

from core.partial_dates import format_partial_date

register = template.Library()
register.filter("partial_date", format_partial_date)
