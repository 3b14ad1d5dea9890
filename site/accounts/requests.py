from django.http import HttpRequest

from accounts.models import User


class SignedInRequest(HttpRequest):
    """What a view behind `login_required` gets. Only for annotations: Django makes the requests."""

    user: User
