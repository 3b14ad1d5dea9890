"""Plain models whose rows anybody may find. Pages need not be named here: they come by themselves."""

from catalogue.models import GlossaryIndexPage, Term
from search.content import Content, register


def register_plain_models() -> None:
    register(Term, of_term, stands_on=GlossaryIndexPage)


def of_term(term: Term) -> Content | None:
    """A term of the glossary, as long as there is a glossary to read it in."""
    glossary = GlossaryIndexPage.objects.live().first()
    if glossary is None:
        return None
    words = [*(synonym.word for synonym in term.synonyms.all()), term.forms, term.nb, term.en]
    return Content(
        kind=term._meta.label_lower,
        object_id=term.pk,
        page=glossary,
        title=term.da,
        lead=term.note,
        text="\n".join(filter(None, words)),
        address=term.get_absolute_url(),
    )
