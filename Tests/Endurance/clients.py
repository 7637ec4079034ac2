#!/usr/bin/env python3
"""Many experts at once over SSH, with kills and dropped lines in between: is every score that was shown as saved there afterwards?

    python3 Tests/Endurance/clients.py --binary .build/release/cztic --clients 40 --seconds 300

It starts an sshd of its own on a free port, with its own keys. Each client scores its own center; what the desk showed as saved is written down here,
outside of the program. Then every acknowledged score must stand in the chain, and the last of each indicator in the sheet; the chain must verify and the
doctor be content. Exit status 0 where all of that is so.
"""

import argparse
import csv
import fcntl
import io
import json
import os
import pty
import random
import re
import select
import shutil
import signal
import socket
import sqlite3
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time

from screen import Screen

ROWS, COLUMNS = 30, 100
LINE = re.compile(r"^\s*\S?\s+(\d\.\d) .*?(?:(\d+\.\d\d)|-)?/(\d+)\s")


class Gone(Exception):
    """The line dropped, or the desk ended."""


class Lost(Exception):
    """The desk did not answer as it should."""


def run(command, status=0):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != status:
        raise SystemExit(f"{' '.join(command)}: status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


class City:
    """A store with as many centers and experts as there are clients, and an sshd that leads to it."""

    def __init__(self, binary, clients, folder):
        self.binary, self.folder = binary, folder
        self.store = os.path.join(folder, "store.sqlite")
        self.cztic("init")
        logins = [f"e{number:03}" for number in range(clients)]
        self.table("centers", ["code", "name", "host", "host_kind", "department", "field", "certified_on"], [
            [f"C{number:03}", f"沧州市样例{number}技术创新中心", f"样例{number}有限公司", "enterprise", "泊头市科学技术局", "新材料", "2020-03-01"]
            for number in range(clients)
        ])
        self.table("experts", ["login", "name", "employer", "fields"], [[login, f"专家{login}", f"研究所{login}", "新材料"] for login in logins])
        for login in logins:
            run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", login, "-f", os.path.join(folder, login)])
        self.table("users", ["login", "name", "role", "ssh_keys"], [
            [login, f"专家{login}", "expert", open(os.path.join(folder, login + ".pub")).read().strip()] for login in logins
        ])
        year = time.localtime().tm_year
        self.year = str(year)
        self.cztic("round", "open", self.year, "--sheets", "1", "--scores-by", f"{year + 1}-12-31")
        drawn = json.loads(self.cztic("assign", self.year, "--per-center", "1", "--seed", "endurance", "--json"))
        self.centers = {pair["expert"]: pair["center"] for pair in drawn["assignments"]}
        self.serve()

    def cztic(self, *arguments, status=0):
        return run([self.binary, *arguments, "--store", self.store, "--lang", "en"], status)

    def table(self, kind, header, rows):
        path = os.path.join(self.folder, kind + ".csv")
        with open(path, "w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(header)
            writer.writerows(rows)
        self.cztic("import", kind, path)

    def serve(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        if os.getuid() == 0:
            os.makedirs("/run/sshd", exist_ok=True)
        run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", os.path.join(self.folder, "host")])
        with open(os.path.join(self.folder, "authorized_keys"), "w") as file:
            file.write(self.cztic("ssh-keys"))
        config = os.path.join(self.folder, "sshd_config")
        with open(config, "w") as file:
            file.write("\n".join([
                f"Port {self.port}", "ListenAddress 127.0.0.1", f"HostKey {self.folder}/host", f"AuthorizedKeysFile {self.folder}/authorized_keys",
                "StrictModes no", "UsePAM no", f"PidFile {self.folder}/sshd.pid", "PasswordAuthentication no", "KbdInteractiveAuthentication no",
                "PermitRootLogin prohibit-password", "MaxStartups 400", "LogLevel ERROR", "",
            ]))
        subprocess.run(["/usr/sbin/sshd", "-f", config], check=True, close_fds=True)
        for _ in range(500):
            with socket.socket() as attempt:
                if attempt.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.02)
        raise SystemExit("sshd never listened")

    def close(self):
        try:
            os.kill(int(open(os.path.join(self.folder, "sshd.pid")).read()), signal.SIGTERM)
        except (OSError, ValueError):
            pass


class Client(threading.Thread):
    """One expert, who scores until the time is over and comes back whenever the line drops."""

    def __init__(self, city, login, end, seed, trouble):
        super().__init__(daemon=True)
        self.city, self.login, self.center, self.end, self.trouble = city, login, city.centers[login], end, trouble
        self.random = random.Random(seed)
        self.saved, self.pending, self.times = [], {}, []
        self.troubles = {"dropped line": 0, "SIGKILL": 0, "SIGHUP": 0, "SIGTERM": 0}
        self.faults, self.problem = [], None
        self.child = None

    def run(self):
        try:
            while time.monotonic() < self.end:
                try:
                    self.connect()
                    self.score()
                except Gone:
                    pass
                finally:
                    self.leave()
        except Exception as error:  # Whatever it was: the run has failed, and says why.
            self.problem = f"{self.login}: {type(error).__name__}: {error}\n" + "\n".join(self.screen.text())

    def connect(self):
        command = [
            "ssh", "-F", "/dev/null", "-tt", "-i", os.path.join(self.city.folder, self.login), "-p", str(self.city.port),
            "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null",
            "-o", "LogLevel=ERROR", "-o", "BatchMode=yes", f"{os.environ.get('USER') or run(['id', '-un']).strip()}@127.0.0.1",
        ]
        self.screen = Screen(ROWS, COLUMNS)
        primary, secondary = pty.openpty()
        fcntl.ioctl(secondary, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.child = subprocess.Popen(
            command, stdin=secondary, stdout=secondary, stderr=secondary, start_new_session=True, env={**os.environ, "TERM": "vt100", "LANG": "C.UTF-8"})
        os.close(secondary)
        self.terminal = primary
        self.wait(lambda text: any(self.center in line for line in text), "the sheet on the first screen")
        self.type("\r")
        text = self.wait(lambda text: "承诺" in text[0] or self.line(text), "pledge or sheet")
        if "承诺" in text[0]:
            # Each of the three is ticked, and F3 gives it.
            self.type(" \x1b[B \x1b[B \x1bOR")
            self.wait(lambda text: "承诺" not in text[0], "what comes after the pledge")
            if not self.line(self.screen.text()):
                self.type("\r")
        self.wait(lambda text: self.line(text), "the sheet")

    def line(self, text, code=None):
        """The line under the cursor, or of an indicator: code, points, full points, whether it is called saved."""
        for place, line in enumerate(text):
            match = LINE.match(line)
            if match and (match.group(1) == code if code else place == self.screen.row):
                return match.group(1), match.group(2), int(match.group(3)), line.lstrip().startswith("✓")
        return None

    def score(self):
        while time.monotonic() < self.end:
            self.settle()
            code, old, full, _ = self.line(self.wait(lambda text: self.line(text), "an indicator under the cursor"))
            points = old
            while points == old:
                points = f"{self.random.randrange(0, full * 100 + 1) / 100:.2f}"
            self.pending[code] = points
            troubled = self.random.random() < self.trouble
            begun = time.monotonic()
            self.type(points + "\r")
            if troubled:
                # Somewhere between the key and the answer.
                time.sleep(self.random.random() * 0.02)
                self.disturb()
            self.wait(lambda text: (self.line(text, code) or ("", "", 0, False))[1::2] == (points, True), f"{points} saved for {code}")
            self.times.append(time.monotonic() - begun)
            self.saved.append((code, points))
            self.pending.pop(code, None)
            now = self.line(self.screen.text())
            if now and now[0] == code:
                self.type("\x1b[H" if code == "5.4" else "\x1b[B")
                self.wait(lambda text: (self.line(text) or (code,))[0] != code, "another indicator under the cursor")
            time.sleep(self.random.random() * 0.3)

    def disturb(self):
        kind = self.random.choice(list(self.troubles))
        if kind == "dropped line":
            os.kill(self.child.pid, signal.SIGKILL)
        else:
            found = subprocess.run(["pgrep", "-f", "--", f"--store {self.city.store} --as {self.login}$"], capture_output=True, text=True).stdout.split()
            for pid in found:
                try:
                    os.kill(int(pid), getattr(signal, kind))
                except ProcessLookupError:
                    pass
        self.troubles[kind] += 1

    def type(self, text):
        try:
            os.write(self.terminal, text.encode())
        except OSError as error:
            raise Gone from error

    def wait(self, condition, what, limit=60):
        end = time.monotonic() + limit
        while True:
            text = self.screen.text()
            for line in text:
                if "locked" in line or "占用" in line:
                    self.faults.append(line.strip())
            if condition(text):
                return text
            ready, _, _ = select.select([self.terminal], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise Lost(f"never saw {what}")
            try:
                data = os.read(self.terminal, 65536)
            except OSError as error:
                raise Gone from error
            if not data:
                raise Gone
            self.screen.feed(data)

    def settle(self):
        """Reads on until nothing comes any more: the cursor stands where it belongs only at the end of a frame."""
        while select.select([self.terminal], [], [], 0.05)[0]:
            try:
                self.screen.feed(os.read(self.terminal, 65536))
            except OSError as error:
                raise Gone from error

    def leave(self):
        if self.child is None:
            return
        if self.child.poll() is None:
            self.child.kill()
        self.child.wait()
        os.close(self.terminal)
        self.child = None


def chain(store):
    """How often each score stands in the chain: by login, center, indicator and points."""
    counts = {}
    with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as db:
        for login, change in db.execute("SELECT login, change FROM audit WHERE act = 'sheet.score'"):
            change = json.loads(change)
            parts = change["object"].split("/")
            key = (login, parts[2], parts[-1], (change["after"] or {}).get("points"))
            counts[key] = counts.get(key, 0) + 1
    return counts


def verify(city, clients):
    lost = []
    counts = chain(city.store)
    for client in clients:
        acknowledged = {}
        for code, points in client.saved:
            key = (client.login, client.center, code, points)
            acknowledged[key] = acknowledged.get(key, 0) + 1
        for key, count in acknowledged.items():
            if counts.get(key, 0) < count:
                lost.append(f"{key}: shown as saved {count} times, in the chain {counts.get(key, 0)} times")
    sheet = {}
    for row in csv.DictReader(io.StringIO(city.cztic("export", "scores", "--round", city.year))):
        sheet[(row["expert"], row["center"], row["indicator"])] = row["points"]
    for client in clients:
        last = dict(client.saved)
        for code, points in last.items():
            there = sheet.get((client.login, client.center, code))
            if there not in (points, client.pending.get(code)):
                lost.append(f"{client.login} {client.center} {code}: shown as saved {points}, in the sheet {there}")
    return lost


def quantile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))] if values else float("nan")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=".build/release/cztic")
    parser.add_argument("--clients", type=int, default=40)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--trouble", type=float, default=0.05, help="how often a score is followed by a kill or a dropped line")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="cztic-clients-")
    city = City(os.path.abspath(options.binary), options.clients, folder)
    largest, samples = 0, 0
    try:
        end = time.monotonic() + options.seconds
        clients = [Client(city, login, end, options.seed * 1000 + number, options.trouble) for number, login in enumerate(sorted(city.centers))]
        for client in clients:
            client.start()
        while any(client.is_alive() for client in clients):
            try:
                largest = max(largest, os.path.getsize(city.store + "-wal"))
            except FileNotFoundError:
                pass
            samples += 1
            time.sleep(0.1)
    finally:
        city.close()
    problems = [client.problem for client in clients if client.problem] + [fault for client in clients for fault in client.faults]
    lost = verify(city, clients)
    verified = city.cztic("audit", "verify").strip()
    doctor = subprocess.run([city.binary, "doctor", "--store", city.store, "--lang", "en"], capture_output=True, text=True)
    times = [second for client in clients for second in client.times]
    troubles = {kind: sum(client.troubles[kind] for client in clients) for kind in clients[0].troubles}
    kills = sum(troubles.values())
    print(f"clients {len(clients)}  saved scores {len(times)}  kills and dropped lines {kills} {troubles}")
    print(f"key until shown as saved: p50 {quantile(times, 0.5) * 1000:.1f} ms  p99 {quantile(times, 0.99) * 1000:.1f} ms  worst {max(times, default=0) * 1000:.0f} ms")
    print(f"WAL file at most {largest / 1e6:.1f} MB  lost {len(lost)}  faults told {len(problems)}  doctor {'content' if doctor.returncode == 0 else 'not content'}")
    print(verified)
    for line in lost[:20] + problems[:5]:
        print(line, file=sys.stderr)
    if doctor.returncode != 0:
        print(doctor.stdout + doctor.stderr, file=sys.stderr)
    good = not lost and not problems and doctor.returncode == 0
    if good:
        shutil.rmtree(folder)
    else:
        print(f"kept: {folder}", file=sys.stderr)
    # What a caller holds against what was reached before.
    print(f"COUNTS clients={len(clients)} saved={len(times)} kills={kills} lost={len(lost)}")
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
