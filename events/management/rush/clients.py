"""Those who want a seat. Each fetches the form as a browser does and sends it; one in ten clicks twice at once."""

import http.client
import queue
import re
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import urlencode

from events.management.rush.server import HOST

MUNICIPALITIES = 98
IMPATIENT = 10  # one in so many clicks twice
TIMEOUT = 60
CSRF = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
KEY = re.compile(r'name="key" value="(\w+)"')


@dataclass
class Click:
    """One sending of the form: what came back, where it led, and how many seconds it took."""

    status: int
    place: str
    seconds: float


@dataclass
class Rush:
    """2,000 people at one address, and what became of their clicks. `clicks` has a list for each person."""

    port: int
    path: str
    people: int
    clients: int
    deadline: float
    clicks: dict[int, list[Click]] = field(default_factory=dict)
    waiting: queue.SimpleQueue = field(default_factory=queue.SimpleQueue)

    def run(self) -> float:
        """Let them in. Returns how many seconds it took; whoever has not had a turn by the deadline stays out."""
        for person in range(self.people):
            self.waiting.put(person)
        begin = time.monotonic()
        doors = threading.Barrier(self.clients)
        threads = [threading.Thread(target=self.serve, args=(doors,)) for _client in range(self.clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return time.monotonic() - begin

    def serve(self, doors: threading.Barrier) -> None:
        doors.wait()
        with ThreadPoolExecutor(2) as hands:
            while time.monotonic() < self.deadline:
                try:
                    person = self.waiting.get_nowait()
                except queue.Empty:
                    return
                self.clicks[person] = self.register(person, hands)

    def register(self, person: int, hands: ThreadPoolExecutor) -> list[Click]:
        headers = {"X-Forwarded-For": f"10.0.{person % MUNICIPALITIES}.1"}
        try:
            form, cookie = self.fetch(headers)
        except (OSError, http.client.HTTPException, AttributeError):
            return [Click(0, "", 0)]
        body = urlencode(answers(person) | form)
        headers |= {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
        clicks = 2 if person % IMPATIENT == 0 else 1
        return list(hands.map(lambda _click: self.send(body, headers), range(clicks)))

    def fetch(self, headers: dict) -> tuple[dict[str, str], str]:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=TIMEOUT)
        try:
            connection.request("GET", self.path, headers=headers)
            response = connection.getresponse()
            page = response.read().decode()
        finally:
            connection.close()
        cookie = (response.getheader("Set-Cookie") or "").partition(";")[0]
        return {"csrfmiddlewaretoken": CSRF.search(page)[1], "key": KEY.search(page)[1]}, cookie  # type: ignore[index]  # a page without them is a failure, counted by the caller

    def send(self, body: str, headers: dict) -> Click:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=TIMEOUT)
        begin = time.monotonic()
        try:
            connection.request("POST", self.path, body, headers)
            response = connection.getresponse()
            response.read()
            return Click(response.status, response.getheader("Location") or "", time.monotonic() - begin)
        except (OSError, http.client.HTTPException):
            return Click(0, "", time.monotonic() - begin)
        finally:
            connection.close()


def answers(person: int) -> dict[str, str]:
    return {
        "name": f"Deltager {person}",
        "email": f"deltager{person}@example.dk",
        "function": "employee",
        "municipality": "elsewhere",
        "organisation": "Prøvekørslen",
    }
