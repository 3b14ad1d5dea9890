"""Form fields and forms for pictures and files, in Wagtail's editor and in our own pages: all check what comes in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from core.uploads import prepare_document, prepare_picture


class PictureField(WagtailImageField):
    """A picture, checked and cleaned (core.uploads): `cleaned_data` holds the file as it will be kept."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.help_text = gettext_lazy(
            "JPEG, PNG, WebP, GIF or HEIC, at most 25 MB. What the camera wrote about place and time is removed."
        )

    def to_python(self, data):
        uploaded = forms.FileField.to_python(self, data)
        return uploaded and prepare_picture(uploaded)


class DocumentField(WagtailDocumentField):
    """A file, checked and cleaned (core.uploads). What looks like CPR numbers in it, the form asks about."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.help_text = gettext_lazy(
            "Word, PowerPoint, Excel, OpenDocument, PDF or text, at most 25 MB. "
            "Names of authors, comments and tracked changes are removed."
        )

    def to_python(self, data):
        uploaded = forms.FileField.to_python(self, data)
        return uploaded and prepare_document(uploaded)


class UploadForm(forms.ModelForm):
    """What Wagtail's forms for pictures and for files have in common here."""

    field_class: Any

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if replaced := self.fields.get("file"):
            self.fields["file"] = self.field_class(
                label=replaced.label, required=replaced.required, widget=replaced.widget
            )

    def full_clean(self):
        """Where another field is wrong, the file must be chosen again: a browser forgets it.

        Said at the file, so that Wagtail's form for many files does not put it by unchecked until the rest is right.
        """
        super().full_clean()
        if self.errors and self.files.get(self.add_prefix("file")) and "file" not in self.errors:
            reasons = " ".join(str(message) for messages in self.errors.values() for message in messages)
            self.add_error("file", _("The file was not saved. %(reasons)s Choose it again.") % {"reasons": reasons})


class PictureForm(UploadForm, BaseImageForm):
    field_class = PictureField


class DocumentForm(UploadForm, BaseDocumentForm):
    """With a question when the file seems to hold CPR numbers: it is refused until somebody has looked."""

    field_class = DocumentField
    LOOKED = "not_cpr"

    def clean(self):
        super().clean()
        found = getattr(self.cleaned_data.get("file"), "cpr", ())
        if found:
            self.fields[self.LOOKED] = forms.BooleanField(
                label=gettext_lazy("I have looked: these are not CPR numbers"), required=False
            )
            self.order_fields(["title", "file", self.LOOKED])
        if found and not self.data.get(self.add_prefix(self.LOOKED)):
            raise ValidationError({"file": _found_text(len(found))})
        return self.cleaned_data


def _found_text(count: int) -> str:
    return ngettext(
        "The file seems to hold a CPR number, and those are never published. Take it out and upload the file again. "
        "Is it something else? Then upload the file alone, and tick that you have looked.",
        "The file seems to hold %(count)s CPR numbers, and those are never published. Take them out and upload the "
        "file again. Are they something else? Then upload the file alone, and tick that you have looked.",
        count,
    ) % {"count": count}
