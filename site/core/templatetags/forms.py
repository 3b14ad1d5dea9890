"""Django's bound fields in the site's form components (components/field.html, components/error_summary.html)."""

from typing import NamedTuple

from django import forms, template
from django.forms import BoundField
from django.forms.boundfield import BoundWidget
from django.utils.safestring import SafeString

register = template.Library()


class FormError(NamedTuple):
    text: str
    anchor: str


@register.simple_tag
def error_list(form=None, formset=None) -> list[FormError]:
    """Every error of a form or a formset, in the order of the fields, with the id of the field it belongs to."""
    errors = []
    for each in [form, *(formset or [])]:
        if each and each.is_bound:
            errors += [FormError(text, "") for text in each.non_field_errors()]
            errors += [FormError(told(field, text), anchor(field)) for field in each for text in field.errors]
    if formset and formset.is_bound:
        errors += [FormError(text, "") for text in formset.non_form_errors()]
    return errors


def told(field: BoundField, text: str) -> str:
    """The error as it reads far from its field: Django's own words on a missing value name no field, so ours do."""
    return f"{field.label}: {text}" if text == str(forms.Field.default_error_messages["required"]) else text


def anchor(field: BoundField) -> str:
    """The id that a link in the error summary leads to: the control, or the first of a group."""
    return f"{field.auto_id}_0" if is_group(field) else field.id_for_label or str(field.auto_id)


@register.filter
def is_group(field: BoundField) -> bool:
    return isinstance(field.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)


@register.filter
def is_check_box(field: BoundField) -> bool:
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def described_by(field: BoundField) -> str:
    """The ids of the field's help and errors, for aria-describedby."""
    ids = [f"{field.auto_id}-help"] if field.help_text else []
    return " ".join(ids + ([f"{field.auto_id}-error"] if field.errors else []))


@register.simple_tag
def dressed(field: BoundField) -> SafeString:
    """The field's control in the site's dress, tied to its help and errors."""
    attrs: dict[str, str | bool] = {"class": f"ds-input {field.field.widget.attrs.get('class', '')}".strip()}
    if ids := described_by(field):
        attrs["aria-describedby"] = ids
    if field.errors:
        attrs["aria-invalid"] = "true"
    return field.as_widget(attrs=attrs)


@register.simple_tag
def dressed_option(option: BoundWidget, field: BoundField) -> SafeString:
    """One radio button or check box of a group, without its label."""
    option.data["attrs"] |= {"class": "ds-input"} | ({"aria-invalid": "true"} if field.errors else {})
    return SafeString(option.tag())
