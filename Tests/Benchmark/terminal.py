"""A terminal of given size for measuring: starts a program in it, answers what terminals answer, and times what comes back."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
import unicodedata

QUESTION = re.compile(rb"\x1b\[(6n|0?c)")
SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][0-9A-B]|[=>78cDEHM])")


def columns(text):
    """How many columns a text takes, as the usual terminal draws it: ambiguous characters are narrow."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in text if c.isprintable())


class Session:
    """A program on a terminal."""

    def __init__(self, command, rows=40, cols=120, environment=None):
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))
            surroundings = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", **(environment or {})}
            try:
                os.execvpe(command[0], command, surroundings)
            finally:
                os._exit(127)
        self.line = b""

    def read(self, timeout):
        """What the program wrote, or None where it wrote nothing in time; its questions are answered."""
        if not select.select([self.fd], [], [], timeout)[0]:
            return None
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            return None
        self.answer(data)
        return data

    def answer(self, data):
        self.line += data
        while found := QUESTION.search(self.line):
            before = self.line[: found.start()]
            if found.group(1) == b"6n":
                shown = SEQUENCE.sub("", before.decode("utf-8", "replace").rsplit("\r", 1)[-1])
                os.write(self.fd, b"\x1b[1;%dR" % (1 + columns(shown)))
            else:
                os.write(self.fd, b"\x1b[?62;22c")
            self.line = b"\r" + before.rsplit(b"\r", 1)[-1] + self.line[found.end() :]
        self.line = self.line[-4096:]

    def first_frame(self, text, limit=60.0):
        """Milliseconds from the start of the process until a text is on its way; then waits until it is quiet."""
        seen, at = b"", None
        while time.perf_counter() - self.started < limit:
            data = self.read(0.4 if at else limit)
            if data is None:
                break
            seen += data
            if at is None and text.encode() in seen:
                at = (time.perf_counter() - self.started) * 1000
        if at is None:
            raise SystemExit(f"benchmark: “{text}” never came; the end of what came: {seen[-300:]!r}")
        return at

    def key(self, key, quiet=0.03, until=None, limit=5.0):
        """Sends a key; milliseconds until the last byte of its answer (or until a text is in it), and how many bytes came."""
        sent = time.perf_counter()
        os.write(self.fd, key)
        last, count, seen = None, 0, b""
        while True:
            data = self.read(quiet if last is not None else limit)
            if data is None:
                return (last, count)
            count += len(data)
            seen += data
            if until is None or until.encode() in seen:
                last = (time.perf_counter() - sent) * 1000 if until is None or last is None else last

    def close(self):
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        finally:
            os.close(self.fd)


def quantile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")
