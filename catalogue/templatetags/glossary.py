"""Explanations of terms in running text. Once round the whole text of a page:
{% load glossary %}{% filter explained %}…{% endfilter %}"""

from django import template

from catalogue.explaining import explain

register = template.Library()
register.filter("explained", explain, is_safe=True)
