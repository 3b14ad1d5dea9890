"""How a story is written in Wagtail: the story itself, the facts one by one, then what it stands on."""

from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)

from catalogue.enums import Fact
from catalogue.models.contact import contact_panel
from catalogue.models.facts import LIMITS
from catalogue.models.story_guidance import FACTS, UNITS, guidance
from catalogue.models.unit_input import UnitInput
from core.models import BasePage

HEADINGS = {
    "_min": _("from"),
    "_max": _("to"),
    "_unit": _("unit"),
    "_qualifier": _("how exact"),
    "_note": _("note"),
    "_sources": _("sources"),
    "_amount": _("kroner"),
    "_level": _("on the common scale"),
    "period_start": _("from"),
    "period_end": _("to"),
    "_or_before": _("or earlier"),
    "self_management": _("in your own words"),
}
SECTION_HEADINGS = {
    "starting_point": _("Why you began"),
    "actions": _("What you did"),
    "learned": _("What you learned"),
}
SECTIONS = ("summary", "starting_point", "actions", "learned", "difficulties", "results", "advice", "unknowns")


def heading(name):
    return next((capfirst(text) for end, text in HEADINGS.items() if name.endswith(end)), None)


def row(names):
    return FieldRowPanel([FieldPanel(name, heading=heading(name)) for name in names])


def value_field(fact, name):
    """A number has its unit beside it, and tells what it may be."""
    if not name.endswith(("_min", "_max", "_amount")):
        return FieldPanel(name, heading=heading(name))
    least, most = LIMITS[fact]
    step = "0.1" if fact in (Fact.TEAM_SIZE, Fact.LEADER_SPAN) else "1"
    told = format_lazy(_("{least} to {most} {unit}"), unit=UNITS[fact], least=least, most=grouped(most))
    widget = UnitInput(unit=UNITS[fact], limits=(least, most), step=step)
    return FieldPanel(name, heading=heading(name), help_text=told, widget=widget)


def grouped(number: int) -> str:
    """50.000, as Danish writes it."""
    return f"{number:,}".replace(",", ".")


def fact_panel(fact):
    """One fact: its value, then its note and sources. Folded together, so that twelve facts can be seen at once."""
    columns = fact.value_columns
    fields = FieldRowPanel([value_field(fact, name) for name in columns])
    value = fields if columns else InlinePanel("profession_rows", label=_("profession"))
    basis = row([f"{fact.value}_note", f"{fact.value}_sources"])
    title, help_text = capfirst(fact.label), FACTS.get(fact, "")
    return MultiFieldPanel([value, basis], heading=title, help_text=help_text, classname="collapsed")


def story_edit_handler():
    story = [
        TitleFieldPanel("title", help_text=guidance("title")),
        *(FieldPanel(name, heading=SECTION_HEADINGS.get(name), help_text=guidance(name)) for name in SECTIONS),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("for_leader"), FieldPanel("for_staff"), FieldPanel("for_project_leader")])],
            heading=_("Written for"),
        ),
        InlinePanel("themes", heading=_("Themes"), label=_("theme"), panels=[row(["theme", "word"])]),
    ]
    basis = [
        InlinePanel(
            "sources",
            heading=_("Sources"),
            label=_("source"),
            help_text=_("Where the story is told or measured. Your own experience is a source too: give it a date."),
        ),
        row(["last_confirmed_on", "last_confirmed_by"]),
        MultiFieldPanel(
            [row(["stopped_on", "stopped_note"])],
            heading=_("If the work has stopped"),
            help_text=_("A line on what happened, shown at the top of the story. Set the status to stopped too."),
            classname="collapsed",
        ),
        FieldPanel("summary_sources"),
        FieldPanel("advice_note"),
        contact_panel(),
        MultiFieldPanel(
            [
                row(["participation", "participation_round"]),
                row(["participation_note", "participation_sources"]),
            ],
            heading=_("The development rooms"),
            classname="collapsed",
        ),
    ]
    return TabbedInterface(
        [
            ObjectList(story, heading=_("The story")),
            ObjectList([fact_panel(fact) for fact in Fact], heading=_("Facts on the teams")),
            ObjectList(basis, heading=_("Sources and contact")),
            ObjectList(BasePage.promote_panels, heading=_("Address and search")),
            ObjectList(BasePage.settings_panels, heading=_("Settings")),
        ]
    )
