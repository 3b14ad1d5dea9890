"""Django's fields in the site's form components."""

import pytest
from django import forms
from django.template.loader import render_to_string

from core.templatetags.forms import error_list


class Form(forms.Form):
    name = forms.CharField(label="Navn", help_text="Som på skiltet.")
    email = forms.EmailField(label="Mail", error_messages={"invalid": "Adressen mangler noget efter @."})
    role = forms.ChoiceField(label="Rolle", widget=forms.RadioSelect, choices=[("a", "Leder"), ("b", "Medarbejder")])
    note = forms.CharField(label="Note", required=False)
    agreed = forms.BooleanField(label="Enig")

    def clean(self):
        raise forms.ValidationError("To ting passer ikke sammen.")


@pytest.fixture
def wrong():
    return Form({"name": "", "email": "navn@", "note": "<script>alert(1)</script>"})


def rendered(form) -> str:
    return render_to_string("components/form.html", {"form": form, "submit": "Gem"})


def test_every_error_is_told_at_the_top_with_a_link_to_its_field(wrong):
    html = rendered(wrong)
    summary = html.partition("</ul>")[0]
    assert "Der er 5 ting at rette" in summary
    for anchor in ("id_name", "id_email", "id_role_0", "id_agreed"):
        assert f'href="#{anchor}"' in summary
        assert f'id="{anchor}"' in html


def test_an_error_names_its_field_where_it_stands_alone(wrong):
    texts = [error.text for error in error_list(wrong)]
    assert texts[0] == "To ting passer ikke sammen."
    assert any(text.startswith("Navn: ") for text in texts)
    assert "Adressen mangler noget efter @." in texts


def test_what_was_typed_is_kept_and_harmless(wrong):
    html = rendered(wrong)
    assert 'value="navn@"' in html
    assert "&lt;script&gt;" in html
    assert "<script>" not in html


def test_a_field_is_tied_to_its_help_and_its_error(wrong):
    html = rendered(wrong)
    assert 'aria-describedby="id_name-help id_name-error"' in html
    assert 'aria-invalid="true"' in html


def test_a_form_nobody_has_sent_shows_no_errors():
    html = rendered(Form())
    assert "ds-error-summary" not in html
    assert "aria-invalid" not in html


def test_what_is_not_needed_says_so():
    assert "(frivilligt)" in rendered(Form()).partition("Note")[2].partition("</label>")[0]


def test_every_control_has_a_label():
    html = rendered(Form())
    for anchor in ("id_name", "id_email", "id_role_0", "id_role_1", "id_note", "id_agreed"):
        assert f'for="{anchor}"' in html


def test_errors_of_a_set_of_forms_are_gathered():
    several = forms.formset_factory(Form, extra=0)
    data = {
        "form-TOTAL_FORMS": "2",
        "form-INITIAL_FORMS": "0",
        "form-0-name": "Bo",
        "form-1-name": "",
        "form-1-note": "x",
    }
    anchors = [error.anchor for error in error_list(formset=several(data))]
    assert "id_form-0-email" in anchors
    assert "id_form-1-name" in anchors
