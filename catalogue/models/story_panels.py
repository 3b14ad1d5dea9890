"""How a story is written in Wagtail: the story itself, the facts one by one, then what it stands on."""

from django.utils.text import capfirst
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
HELP = {
    Fact.PERIOD: _("As precise as you know it: 2023, 9.2023 or 14.9.2023. Leave the end empty while it goes on."),
    Fact.TEAM_SIZE: _("How many work in one team. Write one number, or from and to."),
    Fact.SELF_MANAGEMENT: _(
        "Your own words first. Then the highest step you can say yes to: the same people come (fixed), the team plans "
        "its own work (self-planning), the team also adjusts the help (self-assessing), the team also decides on the "
        "rest of its running (self-managing). Leave the step empty when in doubt."
    ),
    Fact.LEADER_SPAN: _("How many employees or teams one leader has."),
    Fact.VARIANT: _("Such as twin teams, a coach without leader's authority, or an assessor in the team."),
}


def heading(name):
    return next((capfirst(text) for end, text in HEADINGS.items() if name.endswith(end)), None)


def row(names):
    return FieldRowPanel([FieldPanel(name, heading=heading(name)) for name in names])


def fact_panel(fact):
    """One fact: its value, then its note and sources. Folded together, so that twelve facts can be seen at once."""
    columns = fact.value_columns
    value = row(columns) if columns else InlinePanel("profession_rows", label=_("profession"))
    basis = row([f"{fact.value}_note", f"{fact.value}_sources"])
    title, help_text = capfirst(fact.label), HELP.get(fact, "")
    return MultiFieldPanel([value, basis], heading=title, help_text=help_text, classname="collapsed")


def story_edit_handler():
    story = [
        TitleFieldPanel("title", help_text=_("What you would tell a colleague in one line.")),
        FieldPanel("summary", help_text=_("Three or four short sentences. They are also shown in the catalogue.")),
        FieldPanel("starting_point", heading=_("Why you began")),
        FieldPanel("actions", heading=_("What you did")),
        FieldPanel("learned", heading=_("What you learned")),
        FieldPanel("difficulties"),
        FieldPanel("results"),
        FieldPanel("advice"),
        FieldPanel("unknowns", help_text=_("What readers may ask, and you cannot answer yet.")),
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
