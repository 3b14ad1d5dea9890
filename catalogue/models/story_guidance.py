"""What the form of a story says: what belongs where, and what good looks like. Every example is invented."""

from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from catalogue.enums import Fact

UNITS = {
    Fact.TEAM_COUNT: _("teams"),
    Fact.TEAM_SIZE: _("in each team"),
    Fact.CITIZENS_PER_TEAM: _("citizens"),
    Fact.CITIZENS_TOTAL: _("citizens"),
    Fact.LEADER_SPAN: _("per leader"),
    Fact.FUNDING: _("kroner"),
}
FACTS = {
    Fact.PERIOD: _("As precise as you know it: 2023, 9.2023 or 14.9.2023. Leave the end empty while it goes on."),
    Fact.TEAM_COUNT: _("How many teams work this way now. Write one number, or from and to."),
    Fact.TEAM_SIZE: _("How many work in one team. Write one number, or from and to."),
    Fact.CITIZENS_PER_TEAM: _("How many citizens one team comes to. Write one number, or from and to."),
    Fact.CITIZENS_TOTAL: _("How many citizens all the teams come to together."),
    Fact.SELF_MANAGEMENT: _(
        "Your own words first. Then the highest step you can say yes to: the same people come (fixed), the team plans "
        "its own work (self-planning), the team also adjusts the help (self-assessing), the team also decides on the "
        "rest of its running (self-managing). Leave the step empty when in doubt."
    ),
    Fact.LEADER_SPAN: _("How many employees or teams one leader has."),
    Fact.VARIANT: _("Such as twin teams, a coach without leader's authority, or an assessor in the team."),
    Fact.FUNDING: _("Where the money came from, and how much in all. Leave it empty when there was none."),
}
TEXTS = {
    "title": (_("What you would tell a colleague in one line."), _("From two visits to one")),
    "summary": (
        _("Three or four short sentences. They are also shown in the catalogue."),
        _(
            "We made two short visits into one longer one. The same colleague comes on five days of the week. It gave "
            "peace in the homes and fewer kilometres on the road."
        ),
    ),
    "starting_point": (
        _("What was hard before? One thing at a time."),
        _("Some citizens met 14 different faces in a week."),
    ),
    "actions": (
        _("What did you do, quite concretely? One step at a time."),
        _("We parted 24 colleagues into three fixed teams, and each team got its own planner."),
    ),
    "learned": (
        _("What happened, and what do you know now that you did not know before?"),
        _("The team fills most of its sick days itself, now that it may move the visits."),
    ),
    "difficulties": (
        _("What went wrong, or took longer than you thought? It helps others the most."),
        _("The summer holidays broke the plan: two substitutes were too few."),
    ),
    "results": (
        _("A number or something you have seen. Say who counted, and when."),
        _("From 14 to 6 different faces a week. Our own count, May 2025."),
    ),
    "advice": (
        _("What you would say to a colleague in another municipality."),
        _("Begin with one team that wants to."),
    ),
    "unknowns": (
        _("What readers may ask, and you cannot answer yet."),
        _("Whether it lasts when the project ends."),
    ),
}


def _with_example(text: object, example: object) -> SafeString:
    return format_html('{} <span class="example"><b>{}</b> {}</span>', text, _("Example, invented:"), example)


def guidance(name: str) -> SafeString:
    """What belongs in the field, and an example of it, in the reader's language."""
    return lazy(_with_example, SafeString)(*TEXTS[name])
