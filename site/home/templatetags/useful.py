"""The mark that the form "was the page of use?" carries."""

from django import template

from home.domain.useful import mark_of

register = template.Library()
register.simple_tag(mark_of, name="useful_mark")
