"""A small SMTP server on loopback that says what a test wants it to say."""

import socketserver
import threading
from email import policy
from email.parser import BytesParser

CLOSE, HANG = "close", "hang"
USUAL = {"HELLO": "220 ready", "EHLO": "250 demo.example", "MAIL": "250 ok", "RCPT": "250 ok", "DATA": "354 go on"}
USUAL |= {"END": "250 accepted", "RSET": "250 ok", "QUIT": "221 bye"}


class Conversation(socketserver.StreamRequestHandler):
    def handle(self):
        if not self.say("HELLO"):
            return
        while line := self.rfile.readline():
            word = line.split()[0].decode().upper() if line.split() else ""
            if not self.say(word):
                return
            if word == "DATA" and self.answer("DATA").startswith("354") and not self.take_message():
                return
            if word == "QUIT":
                return

    def answer(self, word):
        return self.server.answers.get(word, USUAL.get(word, "502 not known"))

    def say(self, word):
        """Answer, or behave badly. False when the conversation is over."""
        if self.answer(word) == HANG:
            self.server.someone_hangs.set()
            self.server.let_go.wait(60)
            return False
        if self.answer(word) == CLOSE:
            return False
        self.wfile.write(self.answer(word).encode() + b"\r\n")
        return True

    def take_message(self):
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line.removeprefix(b"."))
        self.server.raw.append(b"".join(lines))
        return self.say("END")


class SmtpServer(socketserver.ThreadingTCPServer):
    """`answers` maps a command ("RCPT", "END" for the end of the message) to a line, CLOSE or HANG."""

    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def __init__(self, **answers):
        super().__init__(("127.0.0.1", 0), Conversation)
        self.answers, self.raw = answers, []
        self.someone_hangs, self.let_go = threading.Event(), threading.Event()

    @property
    def url(self):
        return f"smtp://127.0.0.1:{self.server_address[1]}?tls=no"

    @property
    def messages(self):
        return [BytesParser(policy=policy.default).parsebytes(raw) for raw in self.raw]

    def __enter__(self):
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *error):
        self.let_go.set()
        self.shutdown()
        self.server_close()
