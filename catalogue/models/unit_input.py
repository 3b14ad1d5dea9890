from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString


class UnitInput(forms.NumberInput):
    """A number with its unit beside it and its limits told to the browser. A telephone shows digits to type it with.

    The unit is for the eye: the help text beside the field tells it to whoever listens.
    """

    def __init__(self, *, unit, limits: tuple[int, int], step: str = "1"):
        super().__init__()
        least, most = limits
        self.unit = unit
        self.told = {"min": least, "max": most, "step": step, "inputmode": "numeric" if step == "1" else "decimal"}

    def build_attrs(self, base_attrs, extra_attrs=None):
        return super().build_attrs(base_attrs, extra_attrs) | self.told  # above the least that the column can hold

    def render(self, name, value, attrs=None, renderer=None) -> SafeString:
        box = super().render(name, value, attrs, renderer)
        return format_html('<span class="with-unit">{}<span aria-hidden="true">{}</span></span>', box, self.unit)
