"""Conventions that Django's system checks keep."""

from django.core.checks import Error, register
from wagtail.models import Page, get_page_models

from core.models import BasePage
from core.models.choice_form import OwnChoicesForm


def our_page_models() -> list[type[Page]]:
    return [model for model in get_page_models() if model is not Page and not model.__module__.startswith("wagtail.")]


@register()
def every_page_inherits_the_base_page(app_configs, **kwargs) -> list[Error]:
    return pages_without_base(our_page_models())


def pages_without_base(models: list[type[Page]]) -> list[Error]:
    return [
        Error(
            f"{model._meta.label} does not inherit core.models.BasePage.",
            hint="The base page gives a page its description, breadcrumbs and template.",
            obj=model,
            id="core.E001",
        )
        for model in models
        if not issubclass(model, BasePage)
    ]


@register()
def every_page_checks_what_is_chosen(app_configs, **kwargs) -> list[Error]:
    return forms_without_wall(our_page_models())


def forms_without_wall(models: list[type[Page]]) -> list[Error]:
    return [
        Error(
            f"The form of {model._meta.label} does not inherit core.models.choice_form.OwnChoicesForm.",
            hint="Without it, anybody may put another municipality's picture into the page by its number.",
            obj=model,
            id="core.E002",
        )
        for model in models
        if not issubclass(model.get_edit_handler().get_form_class(), OwnChoicesForm)
    ]
