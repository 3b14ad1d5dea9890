"""A municipality like mine: a form sent with GET, and the municipalities most alike with the sum of each."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.domain.alike import municipalities, own_answers, places, suggestions
from catalogue.domain.likeness import Place, Wish
from catalogue.forms import AlikeForm


@require_safe
def alike(request: HttpRequest) -> HttpResponse:
    """/katalog/kommune-som-min/?kommune=…: what is not known in the address counts as not chosen."""
    known = municipalities()
    own = next((each for each in known if each.slug == request.GET.get("kommune")), None)
    told = places(known) if own else {}
    form = AlikeForm(answers(request.GET, told.get(own.pk) if own else None), names=[(m.slug, m.name) for m in known])
    context: dict[str, Any] = {"title": _("A municipality like mine"), "form": form, "own": own}
    if own:
        wish = wished(form, own)
        context |= {"found": suggestions(own.pk, wish, told), "filled_in": is_first(request.GET) and bool(wish.status)}
    return render(request, "catalogue/alike.html", context)


def is_first(address: QueryDict) -> bool:
    """Only the municipality was chosen, as on the way in from its own page."""
    return "status" not in address


def answers(address: QueryDict, own: Place | None) -> QueryDict | None:
    """The form's answers. At first, what the municipality's own stories say and the usual weights."""
    if not address.get("kommune"):
        return None
    given = address.copy()
    if is_first(address) and own:
        for name, value in own_answers(own).items():
            given.setlist(name, value)
    for name, usual in AlikeForm.usual_weights().items():
        given.setdefault(name, usual)
    return given


def wished(form: AlikeForm, own: Any) -> Wish:
    form.full_clean()
    return Wish(
        population=own.population,
        region=own.region_name or "",
        level=int(form.chosen("trin") or 0) or None,
        status=form.chosen("status"),
        themes=frozenset(form.chosen("tema")),
        weights=form.weights(),
    )
