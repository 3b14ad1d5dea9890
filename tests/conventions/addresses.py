"""Every address of the site, from the resolver, and how its arguments are filled in."""

from typing import NamedTuple

from django.urls import URLResolver, get_resolver, reverse


class Address(NamedTuple):
    name: str
    spelling: str
    arguments: tuple[str, ...]


def walk(patterns, namespace="", above=()):
    """Every address of the site, with the arguments of its own part and of those above it."""
    for pattern in patterns:
        arguments = (*above, *pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from walk(pattern.url_patterns, inner, arguments)
        else:
            name = f"{namespace}{pattern.name}" if pattern.name else ""
            yield Address(name, str(pattern.pattern), arguments)


EVERY = list(walk(get_resolver().url_patterns))
NAMED = {address.name: address for address in EVERY if address.name}

# What `pk` and other arguments mean, by the beginning of the address's name.
MEANINGS = {
    "accounts:": {"pk": "membership"},
    "accounts:invite_again": {"pk": "invitation"},
    "accounts:withdraw": {"pk": "invitation"},
    "accounts:desk_": {"pk": "desk_invitation"},
    "wagtailusers_users": {"pk": "user"},
    "wagtailusers_groups": {"pk": "group"},
    "wagtailsites": {"pk": "site"},
    "wagtailredirects": {"pk": "redirect"},
    "wagtailimages": {"pk": "image_id"},
    "wagtailadmin_api:images": {"pk": "image_id"},
    "wagtaildocs": {"pk": "document_id"},
    "wagtailadmin_api:documents": {"pk": "document_id"},
    "wagtailadmin_collections": {"pk": "collection_id"},
    "wagtailadmin_workflows": {"pk": "workflow_id", "model_name": "task_model"},
    "wagtailadmin_workflows:edit_task": {"pk": "task_id"},
    "wagtailadmin_workflows:disable_task": {"pk": "task_id"},
    "wagtailadmin_workflows:enable_task": {"pk": "task_id"},
    "event": {"pk": "event_id", "slug": "event"},
    "eventstaff": {"pk": "post_id"},
    "mfa_": {"pk": "authenticator"},
    "term:": {"pk": "term_id"},
    "catalogue:edition_": {"slug": "edition"},
    "catalogue:term": {"key": "term"},
    "accounts:invitation": {"token": "invitation_token"},
    "accounts:ask_for_new": {"token": "invitation_token"},
    "catalogue:read_draft": {"token": "reading"},
    "catalogue:still_holds": {"token": "question"},
}


POSITIONAL = {
    "wagtaildocs_serve": ("document_id", "document_name"),
    "account_reset_password_from_key": ("uidb36", "key"),
}


def keys_of(name):
    """What each argument of the address is called in the world."""
    if name in POSITIONAL:
        return {argument: argument for argument in POSITIONAL[name]}
    beginnings = sorted((each for each in MEANINGS if name.startswith(each)), key=len)
    meaning = MEANINGS[beginnings[-1]] if beginnings else {}
    return {argument: meaning.get(argument, argument) for argument in NAMED[name].arguments}


def path_of(name, world):
    """The address with its arguments filled in. What the world lacks is a 1, which names nothing."""
    values = {argument: world.get(key, 1) for argument, key in keys_of(name).items()}
    return reverse(name, args=list(values.values())) if name in POSITIONAL else reverse(name, kwargs=values)
