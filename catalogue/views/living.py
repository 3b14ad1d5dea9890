"""Does the story still hold? Asked by mail, answered by a link: it shows on GET and acts on POST."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from catalogue.domain.answers import AlreadyAnswered, confirm, stop
from catalogue.domain.living import Question, QuestionClosed, UnknownQuestion, question_by
from catalogue.forms import StoppedForm
from core.views.private import by_secret_link


@by_secret_link
@require_http_methods(["GET", "HEAD", "POST"])
def still_holds(request: HttpRequest, token: str) -> HttpResponse:
    try:
        question = question_by(token)
        if request.method == "POST" and not question.is_answered:
            return answer(request, question, token)
    except UnknownQuestion:
        raise Http404 from None
    except QuestionClosed:
        return render(request, "catalogue/question_closed.html", {"title": _("Does it still hold?")}, status=410)
    return show(request, question, StoppedForm())


def answer(request: HttpRequest, question: Question, token: str) -> HttpResponse:
    """The page is the same after the first of two clicks and after the second: it tells what was answered."""
    try:
        if "stoppet" not in request.POST:
            confirm(token)
            return redirect(request.path)
        form = StoppedForm(request.POST)
        if not form.is_valid():
            return show(request, question, form)
        stop(token, line=form.cleaned_data["line"])
    except AlreadyAnswered:
        pass
    return redirect(request.path)


def show(request: HttpRequest, question: Question, form: StoppedForm) -> HttpResponse:
    context = {
        "story": question.story,
        "asked": question.asked,
        "answered": question.is_answered,
        "form": form,
        "contact": settings.CONTACT_EMAIL,
        "title": _("Does it still hold?"),
    }
    return render(request, "catalogue/still_holds.html", context, status=422 if form.errors else 200)
