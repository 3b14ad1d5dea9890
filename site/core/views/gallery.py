from django.shortcuts import render
from django.template.loader import render_to_string

from core.gallery import sections
from core.gallery_states import Section


def gallery(request):
    """/komponenter/, in development: every component in its states, in light or (?farver=moerk) in dark."""
    context = {
        "title": "Komponenter",
        "sections": [rendered(section) for section in sections()],
        "scheme": "dark" if request.GET.get("farver") == "moerk" else "light",
    }
    return render(request, "core/gallery.html", context)


def rendered(section: Section) -> dict:
    states = [
        {
            "name": state.name,
            "focus": state.focus,
            "inside": state.inside,
            "html": render_to_string(state.template, state.context),
        }
        for state in section.states
    ]
    return {"title": section.title, "note": section.note, "states": states}
