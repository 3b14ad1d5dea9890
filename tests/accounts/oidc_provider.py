"""A small OpenID Connect provider on this machine, for the tests: it does what the standard says, or lies as told.

It is a real server: discovery, authorization, token, keys and userinfo over HTTP. Whoever comes is already signed in
there as `claims` say. A test changes `claims`, or what stands under "lies".
"""

import base64
import hashlib
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT_ID, CLIENT_SECRET = "udviklingsrummet", "hemmeligt: + / ø"


def new_key():
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


KEY = new_key()  # making one takes a while


class Provider:
    def __init__(self):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.provider = self
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        self.key, self.kid = KEY, "k1"
        self.claims = {"sub": "1", "email": "", "email_verified": True, "name": "Nete Nielsen"}
        self.codes, self.asked = {}, []
        # Lies.
        self.describes_itself_as = self.issuer
        self.signs_with, self.algorithm = self.key, "RS256"
        self.changes = {}  # claims put on top of the right ones, whatever they are
        self.answers_error = self.keeps_address_for_userinfo = self.userinfo_of_other = False
        self.auth_methods = ["client_secret_basic"]
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def description(self):
        return {
            "issuer": self.describes_itself_as,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "token_endpoint_auth_methods_supported": self.auth_methods,
        }

    def keys(self):
        told = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [told | {"kid": self.kid, "use": "sig"}]}

    def authorize(self, asked):
        """Where the visitor is sent back to."""
        self.asked.append(asked)
        if self.answers_error:
            return f"{asked['redirect_uri']}?{urlencode({'error': 'access_denied', 'state': asked['state']})}"
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        answer = {"code": code, "state": asked["state"], "iss": self.issuer}
        return f"{asked['redirect_uri']}?{urlencode(answer)}"

    def exchange(self, sent, basic):
        """The tokens for a code that is used once, by its client, with the verifier of its challenge."""
        asked = self.codes.pop(sent.get("code", ""), None)
        client = basic or (sent.get("client_id"), sent.get("client_secret"))
        digest = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (
            asked is None
            or client != (CLIENT_ID, CLIENT_SECRET)
            or challenge != asked.get("code_challenge")
            or sent.get("redirect_uri") != asked["redirect_uri"]
        ):
            return None
        return {"access_token": "a", "token_type": "Bearer", "id_token": self.id_token(asked)}

    def id_token(self, asked):
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT_ID, "iat": now, "exp": now + 300, "nonce": asked["nonce"]}
        told = dict(self.claims)
        if self.keeps_address_for_userinfo:
            told = {"sub": told["sub"]}
        key = self.signs_with if self.algorithm != "none" else None
        return jwt.encode(claims | told | self.changes, key, algorithm=self.algorithm, headers={"kid": self.kid})

    def user_info(self):
        return self.claims | ({"sub": "2"} if self.userinfo_of_other else {})


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        provider, parts = self.server.provider, urlsplit(self.path)
        if parts.path == "/authorize":
            self.send_response(302)
            self.send_header("Location", provider.authorize({n: v[0] for n, v in parse_qs(parts.query).items()}))
            self.end_headers()
            return
        pages = {
            "/.well-known/openid-configuration": provider.description,
            "/keys": provider.keys,
            "/userinfo": provider.user_info,
        }
        self.answer(pages[parts.path]())

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        sent = {name: values[0] for name, values in parse_qs(body).items()}
        tokens = self.server.provider.exchange(sent, self.basic())
        self.answer(tokens or {"error": "invalid_grant"}, status=200 if tokens else 400)

    def basic(self):
        kind, _, value = self.headers.get("Authorization", "").partition(" ")
        if kind != "Basic":
            return None
        name, _, secret = base64.b64decode(value).decode().partition(":")
        return tuple(parse_qs(f"x={part}")["x"][0] for part in (name, secret))

    def answer(self, told, status=200):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(told).encode())

    def log_message(self, *args):
        pass
