"""A short code for every request: an error page shows it, and every line the request writes in the log carries it."""

import secrets
from contextvars import ContextVar

LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"  # none that look or sound alike over the telephone

_current: ContextVar[str] = ContextVar("reference", default="-")


def reference() -> str:
    """The code of the request that is being answered, a dash outside one."""
    return _current.get()


def new_reference() -> str:
    """Eight letters and digits in two groups, such as 7F3K-9QWX."""
    code = "".join(secrets.choice(LETTERS) for _ in range(8))
    return f"{code[:4]}-{code[4:]}"


class ReferenceMiddleware:
    """Give the request its code, as `request.reference`."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.reference = new_reference()
        token = _current.set(request.reference)
        try:
            return self.get_response(request)
        finally:
            _current.reset(token)
