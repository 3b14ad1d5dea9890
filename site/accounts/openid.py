"""OpenID Connect, as far as a sign-in needs it: the code flow with PKCE, state, nonce and a signature that is checked.

Sources: OpenID Connect Core 1.0 (3.1.3.7, what to check of an ID token) and Discovery 1.0, RFC 7636 (PKCE), RFC 9207
(the issuer in the answer), RFC 9700 (what is best done today).
"""

import base64
import hashlib
import json
import secrets
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import quote_plus, urlencode, urlsplit

import jwt
import requests
from django.conf import settings
from django.core.cache import cache
from urllib3.exceptions import HTTPError

SECONDS = 5
LARGEST = 512 * 1024
KEPT_FOR = 600  # seconds that a provider's description of itself is remembered
LEEWAY = 60
# Never "none", and never a secret that both sides know.
SIGNED_WITH = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA")
WANTED = ("authorization_endpoint", "token_endpoint", "jwks_uri")
REFUSED = (400, 401, 403)
LOCAL = ("127.0.0.1", "localhost")


class ProviderIsAway(Exception):
    """The provider does not answer, or not with what the standard says."""


class AnswerRefused(Exception):
    """What came back is not what was asked for, or cannot be trusted."""


@dataclass(frozen=True)
class Client:
    """Us, at one provider."""

    issuer: str
    client_id: str
    client_secret: str
    callback: str


@dataclass(frozen=True)
class Question:
    """What is kept in the visitor's session until the provider answers."""

    state: str
    nonce: str
    verifier: str

    @classmethod
    def new(cls) -> "Question":
        return cls(*(secrets.token_urlsafe(32) for _ in range(3)))

    def kept(self) -> dict[str, str]:
        return asdict(self)


@dataclass(frozen=True)
class Identity:
    """Who the provider says it is. The address is one that the provider has confirmed."""

    email: str
    name: str


def is_safe_address(address: str) -> bool:
    """https, or this machine while the site itself is served over http."""
    parts = urlsplit(address)
    own_machine = settings.BASE_URL.startswith("http://") and parts.hostname in LOCAL
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and own_machine))


def describe(issuer: str) -> dict[str, Any]:
    """What the provider tells about itself. Raises ProviderIsAway."""
    key = f"openid:{hashlib.sha256(issuer.encode()).hexdigest()}"
    told = cache.get(key)
    if told is None:
        told = _ask("GET", f"{issuer.rstrip('/')}/.well-known/openid-configuration")
        if told.get("issuer") != issuer or not all(is_safe_address(str(told.get(name, ""))) for name in WANTED):
            raise ProviderIsAway("It describes another provider, or has addresses that are not safe.")
        cache.set(key, told, KEPT_FOR)
    return told


def origin(issuer: str) -> str:
    """Where the visitor is sent, as a content security policy names it."""
    parts = urlsplit(describe(issuer)["authorization_endpoint"])
    return f"{parts.scheme}://{parts.netloc}"


def authorization_address(client: Client, question: Question) -> str:
    challenge = base64.urlsafe_b64encode(hashlib.sha256(question.verifier.encode()).digest()).rstrip(b"=")
    asked = {
        "response_type": "code",
        "scope": "openid email profile",
        "client_id": client.client_id,
        "redirect_uri": client.callback,
        "state": question.state,
        "nonce": question.nonce,
        "code_challenge": challenge.decode(),
        "code_challenge_method": "S256",
    }
    endpoint = describe(client.issuer)["authorization_endpoint"]
    return f"{endpoint}{'&' if urlsplit(endpoint).query else '?'}{urlencode(asked)}"


def identify(client: Client, question: Question, answer: dict[str, str]) -> Identity:
    """Exchange the code in the provider's `answer` for who it is. Raises AnswerRefused and ProviderIsAway."""
    if not secrets.compare_digest(answer.get("state", "").encode(), question.state.encode()):
        raise AnswerRefused("state")
    if answer.get("iss", client.issuer) != client.issuer:
        raise AnswerRefused("issuer of the answer")
    if "error" in answer or not answer.get("code"):
        raise AnswerRefused("the provider said no")
    told = describe(client.issuer)
    tokens = _exchange(client, question, answer["code"], told)
    claims = _checked(client, question, str(tokens.get("id_token", "")), told)
    if "email" not in claims and "userinfo_endpoint" in told:
        claims |= _user_info(str(told["userinfo_endpoint"]), str(tokens.get("access_token", "")), claims["sub"])
    return _identity(claims)


def _identity(claims: dict[str, Any]) -> Identity:
    email = str(claims.get("email", "")).strip().lower()
    # Microsoft Entra ID says it with a claim of its own, which has to be switched on there.
    confirmed = claims.get("email_verified", claims.get("xms_edov"))
    if "@" not in email or confirmed not in (True, "true", "1"):
        raise AnswerRefused("no confirmed address")
    name = " ".join(str(claims.get("name", "")).split())[:120]
    return Identity(email=email, name=name or email.partition("@")[0])


def _exchange(client: Client, question: Question, code: str, told: dict[str, Any]) -> dict[str, Any]:
    sent = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": client.callback,
        "code_verifier": question.verifier,
    }
    methods = told.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    if "client_secret_basic" in methods:
        # Both are form-encoded before they are put together (RFC 6749, 2.3.1).
        return _ask(
            "POST",
            told["token_endpoint"],
            data=sent,
            auth=(quote_plus(client.client_id), quote_plus(client.client_secret)),
        )
    return _ask(
        "POST",
        told["token_endpoint"],
        data=sent | {"client_id": client.client_id, "client_secret": client.client_secret},
    )


def _checked(client: Client, question: Question, token: str, told: dict[str, Any]) -> dict[str, Any]:
    """The claims of an ID token that the provider has signed, for us, just now, in answer to our question."""
    try:
        header = jwt.get_unverified_header(token)
        if header.get("alg") not in SIGNED_WITH:
            raise AnswerRefused("signature")
        claims = jwt.decode(
            token,
            key=_key(told["jwks_uri"], header).key,
            algorithms=[header["alg"]],
            audience=client.client_id,
            issuer=client.issuer,
            leeway=LEEWAY,
            options={"require": ["exp", "iat", "iss", "aud", "sub"]},
        )
    except jwt.PyJWTError as error:
        raise AnswerRefused(type(error).__name__) from None
    if not secrets.compare_digest(str(claims.get("nonce", "")).encode(), question.nonce.encode()):
        raise AnswerRefused("nonce")
    if claims.get("azp", client.client_id) != client.client_id:
        raise AnswerRefused("meant for somebody else")
    return claims


def _key(address: str, header: dict[str, Any]) -> jwt.PyJWK:
    """The provider's key of that name; the only one, where the token names none."""
    keys = [key for key in jwt.PyJWKSet.from_dict(_ask("GET", address)).keys if key.public_key_use in (None, "sig")]
    named = [key for key in keys if key.key_id == header["kid"]] if "kid" in header else keys
    if len(named) != 1:
        raise AnswerRefused("key")
    return named[0]


def _user_info(address: str, access_token: str, subject: str) -> dict[str, Any]:
    if not is_safe_address(address):
        raise ProviderIsAway("userinfo")
    told = _ask("GET", address, headers={"Authorization": f"Bearer {access_token}"})
    if told.get("sub") != subject:
        raise AnswerRefused("userinfo of somebody else")
    return {name: told[name] for name in ("email", "email_verified", "xms_edov", "name") if name in told}


def _ask(method: str, address: str, **more: Any) -> dict[str, Any]:
    """The JSON object that an address answers with: soon, of a sane size, from there and from nowhere else."""
    try:
        more |= {"allow_redirects": False, "stream": True}
        with requests.request(method, address, timeout=SECONDS, **more) as response:
            body = response.raw.read(LARGEST + 1, decode_content=True)
            if response.status_code in REFUSED:
                raise AnswerRefused(f"{response.status_code}")
            if response.status_code != 200 or len(body) > LARGEST:
                raise ProviderIsAway(f"{response.status_code}")
        told = json.loads(body)
    except (requests.RequestException, HTTPError, OSError, ValueError) as error:
        raise ProviderIsAway(type(error).__name__) from error
    if not isinstance(told, dict):
        raise ProviderIsAway("no object")
    return told
