"""What a mail server's answer means: is it this mail that cannot be delivered, or the server that is unwell?"""

import smtplib

PERMANENT = range(500, 600)
# The server wants us to sign in, or will not take our password: that is our settings, not the recipient's address.
SIGN_IN = frozenset({530, 534, 535, 538})


def is_permanent(error: Exception) -> bool:
    """True when trying again can never help: the address is invalid, or its server has said no for good.

    Everything else is worth another try, and a fault in our settings or code must not cost anybody a mail.
    """
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(_final(code) for code, _ in error.recipients.values())
    if isinstance(error, smtplib.SMTPDataError):
        return _final(error.smtp_code)
    return isinstance(error, ValueError)  # what Django raises for an address or a header that cannot be written


def is_unreachable(error: Exception) -> bool:
    """True when the server as a whole does not answer, so that the next mail would fare no better."""
    refused_one = (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, smtplib.SMTPSenderRefused)
    return isinstance(error, OSError) and not isinstance(error, refused_one)


def describe(error: Exception) -> str:
    """The error in a line for the log: its kind and the server's own words, nothing of the mail."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        answers = [f"{code} {_text(answer)}" for code, answer in error.recipients.values()]
        return _line(error, "; ".join(answers))
    if isinstance(error, smtplib.SMTPResponseException):
        return _line(error, f"{error.smtp_code} {_text(error.smtp_error)}")
    if isinstance(error, OSError):
        return _line(error, str(error))
    if str(error).startswith("Invalid address"):
        return _line(error, str(error))
    return type(error).__name__  # the message of any other error may quote the mail


def _final(code: int) -> bool:
    return code in PERMANENT and code not in SIGN_IN


def _text(answer: bytes | str) -> str:
    return answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer


def _line(error: Exception, words: str) -> str:
    return " ".join(f"{type(error).__name__}: {words}".split())[:300]
