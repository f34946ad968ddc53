"""A mail server for the tests, on Debian's aiosmtpd: it takes mails, or fails as a test asks, at any stage.

Standard input takes one JSON object a line, standard output answers one a line:

  {"do": "listen", "tls": "none|starttls|implicit", "certificate": file, "auth": [...], "user": ..., "secret": ...,
   "utf8": bool, "eightbit": bool, "size": bytes, "folder": folder, "faults": [...]}   ->  {"port": ...}

  {"do": "fail", "port": ..., "faults": [...]}   ->  {"port": ...}, with other faults from then on
  {"do": "count", "port": ...}   ->  {"connections": how many there were}

A fault: {"stage": ..., "do": ..., "with": text, "times": how often, "after": how many times not}. Stages are CONNECT, EHLO, HELO,
STARTTLS, AUTH, MAIL, RCPT, DATA, TEXT (while the text comes), DOT (the whole mail is here, nothing stored), STORED (stored, not yet
answered), ANSWERED, RSET and QUIT. What it does:

  reply    answers with that text, whatever it is          silent   says nothing more
  drop     hangs up                                        hold     says so on standard output, then nothing more
  endless  answers with lines without an end               tell     says so on standard output, and goes on as if nothing were
  long     answers with a line without an end

Every mail that is taken is one line of JSON in mails.jsonl of the folder. It ends when its standard input does.
"""

import asyncio
import base64
import json
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, auth_mechanism

LONGEST_LINE = 16384


def say(thing):
    print(json.dumps(thing), flush=True)


class Fault:
    def __init__(self, spec):
        self.stage = spec["stage"]
        self.kind = spec["do"]
        self.text = spec.get("with", "")
        self.times = spec.get("times", sys.maxsize)
        self.after = spec.get("after", 0)

    def strikes(self, stage):
        if stage != self.stage:
            return False
        if self.after > 0:
            self.after -= 1
            return False
        self.times -= 1
        return self.times >= 0


class Taking:
    """What one listener does with mails and logins."""

    def __init__(self, spec):
        self.spec = spec
        self.faults = [Fault(fault) for fault in spec.get("faults", [])]
        self.connections = 0
        self.port = 0

    def log_in(self, server, session, envelope, mechanism, data):
        good = (
            data.login.decode() == self.spec.get("user")
            and data.password.decode() == self.spec.get("secret")
        )
        return AuthResult(success=good, handled=False, auth_data=data)

    @auth_mechanism("XOAUTH2")
    async def auth_XOAUTH2(self, server, args):
        said = base64.b64decode(args[1]).decode()
        wanted = f"user={self.spec.get('user')}\x01auth=Bearer {self.spec.get('secret')}\x01\x01"
        if said == wanted:
            return AuthResult(success=True)
        why = base64.b64encode(b'{"status":"401","schemes":"bearer"}').decode()
        await server.push(f"334 {why}")
        answer = await server._reader.readuntil()
        if answer != b"\r\n":
            await server.push("500 5.5.2 An empty line was expected")
            return AuthResult(success=False, handled=True)
        return AuthResult(success=False, handled=False)

    async def handle_DATA(self, server, session, envelope):
        if await server.fails("DOT"):
            return None
        mail = {
            "id": message_id(envelope.original_content),
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "options": envelope.mail_options,
            "isEncrypted": session.ssl is not None or self.spec["tls"] == "implicit",
            "isSignedIn": bool(session.authenticated),
            "hello": session.host_name,
            "connection": server.number,
            "content": base64.b64encode(envelope.original_content).decode(),
        }
        path = os.path.join(self.spec["folder"], "mails.jsonl")
        with open(path, "a", encoding="utf-8") as file:
            file.write(json.dumps(mail) + "\n")
        if await server.fails("STORED"):
            return None
        return "250 2.0.0 Taken"


def message_id(content):
    for line in content.split(b"\r\n\r\n")[0].split(b"\r\n"):
        if line.lower().startswith(b"message-id:"):
            return line.split(b":", 1)[1].strip().decode()
    return ""


class Sink(SMTP):
    line_length_limit = LONGEST_LINE

    def __init__(self, taking, tls):
        spec = taking.spec
        is_starttls = spec["tls"] == "starttls"
        unwanted = {"PLAIN", "LOGIN", "XOAUTH2"} - set(spec.get("auth") or [])
        super().__init__(
            taking,
            hostname="sink.example",
            enable_SMTPUTF8=spec.get("utf8", True),
            decode_data=not spec.get("eightbit", True),
            data_size_limit=spec.get("size", 33554432),
            tls_context=tls if is_starttls else None,
            auth_require_tls=is_starttls,
            auth_required=bool(spec.get("auth")),
            auth_exclude_mechanism=unwanted,
            authenticator=taking.log_in,
        )
        self.taking = taking
        self.command_size_limits["AUTH"] = LONGEST_LINE
        self.number = 0

    async def _handle_client(self):
        self.taking.connections += 1
        self.number = self.taking.connections
        if not await self.fails("CONNECT"):
            await super()._handle_client()

    async def push(self, status):
        if status is not None:
            await super().push(status)

    async def fails(self, stage):
        """Whether a fault took the place of what would have happened."""
        for fault in self.taking.faults:
            if fault.strikes(stage):
                if fault.kind == "tell":
                    say({"port": self.taking.port, "at": stage})
                    return False
                await self.fail(fault)
                return True
        return False

    async def fail(self, fault):
        if fault.kind == "reply":
            self._writer.write(fault.text.encode() + b"\r\n")
            await self._writer.drain()
            if fault.text.startswith("421"):
                self.transport.close()
        elif fault.kind == "drop":
            self.transport.abort()
        elif fault.kind == "endless":
            while self.transport is not None and not self.transport.is_closing():
                self._writer.write(b"250-and more\r\n" * 100)
                await self._writer.drain()
        elif fault.kind == "long":
            while self.transport is not None and not self.transport.is_closing():
                self._writer.write(b"x" * 1000)
                await self._writer.drain()
        else:
            if fault.kind == "hold":
                say({"port": self.taking.port, "at": fault.stage})
            # Ends when the other side hangs up.
            await asyncio.get_running_loop().create_future()

    async def smtp_DATA(self, arg):
        if await self.fails("DATA"):
            return
        for fault in self.taking.faults:
            if fault.strikes("TEXT"):
                await self.push("354 Go on")
                await self._reader.readuntil(b"\r\n")
                await self.fail(fault)
                return
        await super().smtp_DATA(arg)
        await self.fails("ANSWERED")


def with_faults(name):
    original = getattr(SMTP, f"smtp_{name}")

    async def command(self, arg):
        if not await self.fails(name):
            await original(self, arg)

    return command


for _name in ("EHLO", "HELO", "STARTTLS", "AUTH", "MAIL", "RCPT", "RSET", "QUIT"):
    setattr(Sink, f"smtp_{_name}", with_faults(_name))


async def listen(spec):
    taking = Taking(spec)
    tls = None
    if spec["tls"] != "none":
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(spec["certificate"])
        if spec.get("oldest"):
            tls.minimum_version = tls.maximum_version = ssl.TLSVersion[spec["oldest"]]
            tls.set_ciphers("ALL:@SECLEVEL=0")
    server = await asyncio.get_running_loop().create_server(
        lambda: Sink(taking, tls),
        "127.0.0.1",
        0,
        ssl=tls if spec["tls"] == "implicit" else None,
    )
    taking.port = server.sockets[0].getsockname()[1]
    say({"port": taking.port})
    return taking


async def main():
    loop = asyncio.get_running_loop()
    # What breaks off is meant to: the tests look at the other side.
    loop.set_exception_handler(lambda _, context: None)
    reader = asyncio.StreamReader(limit=1 << 20)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    listeners = {}
    while line := await reader.readline():
        asked = json.loads(line)
        if asked["do"] == "listen":
            taking = await listen(asked)
            listeners[taking.port] = taking
        elif asked["do"] == "fail":
            listeners[asked["port"]].faults = [Fault(fault) for fault in asked["faults"]]
            say({"port": asked["port"]})
        elif asked["do"] == "count":
            say({"port": asked["port"], "connections": listeners[asked["port"]].connections})


asyncio.run(main())
