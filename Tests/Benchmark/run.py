#!/usr/bin/env python3
"""Measures cztic beside programs people know, on the same rows, in a terminal of the same size.

    python3 Tests/Benchmark/run.py [--binary .build/release/cztic] [--centers 100000] [--keys 200] [--rounds 5]

Build first: swift build -c release --static-swift-stdlib --product cztic. Programs that are not installed are left out. Needs Python's standard library and,
for the comparisons with SQLite, the sqlite3 shell. Figures are medians of several runs; the machine's noise is in them.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import tempfile
import time

from terminal import Session, quantile

DOWN, UP, PAGE_DOWN = b"\x1bOB", b"\x1bOA", b"\x1b[6~"


def to_and_fro(index):
    """Where a list is short, going on down would stay at its end and time nothing but the next refresh."""
    return DOWN if index % 2 == 0 else UP


def keys(session, key, count):
    times, sizes = [], []
    for index in range(count):
        took, size = session.key(key(index) if callable(key) else key)
        if took is not None:
            times.append(took)
            sizes.append(size)
    return times, sizes


def line(name, what, first, times, sizes):
    figures = [f"{name:<10}", f"{what:<22}"]
    figures.append(f"first {first:8.1f} ms" if first is not None else " " * 17)
    if times:
        figures.append(f"key p50 {quantile(times, 0.5):6.2f}  p99 {quantile(times, 0.99):6.2f} ms   bytes p50 {int(quantile(sizes, 0.5)):5d}  max {max(sizes):6d}")
    print("  ".join(figures), flush=True)


def program(name, what, command, until, key, options):
    """One program: the median first frame of several starts, then keys in the last one."""
    if not shutil.which(command[0]):
        print(f"{name:<10}  not installed")
        return
    firsts = []
    for attempt in range(options.rounds):
        session = Session(command)
        firsts.append(session.first_frame(until))
        if attempt + 1 == options.rounds:
            times, sizes = keys(session, key, options.keys)
        session.close()
    line(name, what, statistics.median(firsts), times, sizes)


def seconds(command, **extra):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **extra)
    return time.perf_counter() - start


def importing(binary, csv, options, folder):
    """Whole processes in turn: cztic into an empty store, the sqlite3 shell into a table with a unique code."""
    if not shutil.which("sqlite3"):
        return print("import: sqlite3 is not installed")
    header = open(csv, encoding="utf-8").readline().strip().split(",")
    table = "CREATE TABLE t(" + ", ".join(f"{c} TEXT" + (" UNIQUE" if c == "code" else "") for c in header) + ");"
    ours, theirs = [], []
    for attempt in range(options.rounds):
        store, plain = os.path.join(folder, f"i{attempt}.sqlite"), os.path.join(folder, f"p{attempt}.sqlite")
        subprocess.run([binary, "init", "--store", store], check=True, stderr=subprocess.DEVNULL)
        ours.append(seconds([binary, "import", "centers", csv, "--store", store]))
        theirs.append(seconds(["sqlite3", plain, table, ".mode csv", f".import --skip 1 {csv} t"]))
        for path in (store, plain):
            os.unlink(path)
    ratio = statistics.median(a / b for a, b in zip(ours, theirs))
    print(f"import     {options.centers} centers: cztic {statistics.median(ours):.2f} s, sqlite3 .import {statistics.median(theirs):.2f} s, ratio {ratio:.2f} (budget 1.5)")


def one_save(store, points, cache={}):
    """The transaction of one saved score, statement by statement as the store makes it (CenterStore.score)."""
    if not cache:
        found = "SELECT sheet.year, center_id, code, login, sheet.id FROM sheet JOIN center ON center.id = center_id WHERE sheet.state = 'draft' LIMIT 1"
        year, center, code, login, sheet = subprocess.run(["sqlite3", store, found], capture_output=True, text=True, check=True).stdout.strip().split("|")
        cache.update(year=year, center=center, code=code, login=login, sheet=sheet)
    change = (
        '{"object":"score/%(year)s/%(code)s/%(login)s/1.1","before":{"points":"0.50","comment":""},"after":{"points":"0.00","comment":""}}' % cache
    )
    values = {**cache, "points": points, "change": change}
    return """BEGIN IMMEDIATE;
SELECT login, name, role, department_id, organization_id FROM user WHERE login = '%(login)s';
SELECT center.id, round.state FROM center JOIN assignment ON center_id = center.id JOIN round USING (year) WHERE code = '%(code)s' AND year = %(year)s AND login = '%(login)s';
SELECT 1 FROM pledge WHERE year = %(year)s AND login = '%(login)s';
WITH tied(id) AS (SELECT host_id FROM center WHERE id = %(center)s UNION SELECT organization_id FROM center_co_builder WHERE center_id = %(center)s UNION SELECT employer_id FROM expert WHERE login = '%(login)s' UNION SELECT organization_id FROM expert_former_employer WHERE login = '%(login)s') SELECT id, name FROM organization WHERE id IN tied AND id IN (SELECT organization_id FROM organization_alias) UNION ALL SELECT organization_id, name FROM organization_alias WHERE organization_id IN tied;
SELECT user.login, user.name, organization.name, title, expert.kind FROM expert JOIN user USING (login) JOIN organization ON organization.id = employer_id WHERE expert.login = '%(login)s';
SELECT organization.name FROM expert_former_employer JOIN organization ON organization.id = organization_id WHERE login = '%(login)s' ORDER BY position;
SELECT field FROM expert_field WHERE login = '%(login)s' ORDER BY position;
SELECT reason FROM conflict WHERE center_id = %(center)s AND login = '%(login)s';
SELECT organization.name, 0 FROM center JOIN organization ON organization.id = host_id WHERE center.id = %(center)s UNION ALL SELECT organization.name, 1 FROM center_co_builder JOIN organization ON organization.id = organization_id WHERE center_id = %(center)s;
SELECT id, state FROM sheet WHERE year = %(year)s AND center_id = %(center)s AND login = '%(login)s';
SELECT points, comment, link FROM score WHERE sheet_id = %(sheet)s AND indicator = '1.1';
SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1;
INSERT INTO audit(seq, time, act, channel, login, who_salt, change, change_salt, hash) VALUES ((SELECT max(seq) + 1 FROM audit), 1764000000000, 'sheet.score', 'desk', '%(login)s', randomblob(16), '%(change)s', randomblob(16), randomblob(32));
INSERT INTO score(sheet_id, indicator, points, comment, link) VALUES (%(sheet)s, '1.1', %(points)s, '', (SELECT max(seq) FROM audit)) ON CONFLICT(sheet_id, indicator) DO UPDATE SET points = excluded.points, comment = excluded.comment, link = excluded.link;
COMMIT;""" % values


def links(store):
    """How long the audit chain is: each saved score adds a link."""
    return int(subprocess.run(["sqlite3", store, "SELECT count(*) FROM audit"], capture_output=True, text=True, check=True).stdout)


def saving(binary, store, options):
    """One saved score: from the key until the screen says so; and the same transactions as a script in the sqlite3 shell."""
    session = Session([binary, "--store", store, "--as", "expert1", "--lang", "en"])
    session.first_frame("YS")
    # Enter the first open sheet (the pledge is given), go to its first indicator, which has points, then nudge to and fro.
    session.key(b"\r", quiet=0.3)
    session.key(b"\x1b[H", quiet=0.3)
    before = links(store)
    times = []
    for index in range(options.keys):
        took, _ = session.key(b"+" if index % 2 == 0 else b"-")
        if took is not None:
            times.append(took)
    if links(store) - before != options.keys:
        raise SystemExit(f"benchmark: of {options.keys} nudges {links(store) - before} were saved")
    print(
        f"save       nudge to last byte (saved): p50 {quantile(times, 0.5):.2f}  p99 {quantile(times, 0.99):.2f}  mean {statistics.mean(times):.2f} ms",
        flush=True,
    )
    if not shutil.which("sqlite3"):
        return session.close()
    # A script has no terminal between two transactions: beside it, the same number of nudges typed in one go, each saved for itself.
    before = links(store)
    took, _ = session.key(b"+-" * (options.keys // 2), quiet=1)
    session.close()
    saved = links(store) - before
    if took is None or saved < options.keys // 2 * 2:
        return print(f"save       of {options.keys} nudges in one go only {saved} were saved")
    mean = took / saved
    copy = store + ".script"
    # Opening and closing brings the log into the file, so that the file alone is the store.
    subprocess.run([binary, "audit", "verify", "--store", store], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    shutil.copy(store, copy)
    statements = ["PRAGMA journal_mode=WAL;", "PRAGMA synchronous=FULL;", "PRAGMA foreign_keys=ON;"]
    statements += [one_save(copy, (index % 2) * 50) for index in range(options.keys)]
    script = "\n".join(statements)
    each = seconds(["sqlite3", copy], input=script.encode()) / options.keys * 1000
    print(f"save       {saved} nudges in one go: {mean:.2f} ms each; as a script in the sqlite3 shell {each:.2f} ms, its start included; ratio {mean / each:.2f} (budget 1.0)")
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(copy + suffix):
            os.unlink(copy + suffix)


def assigning(binary, csv, options, folder):
    """A plan of 500 centers, 60 experts and five sheets each, tried and not written: the whole process, reading and printing included."""
    year = time.localtime().tm_year
    store, few, experts = (os.path.join(folder, name) for name in ("assign.sqlite", "few.csv", "experts.csv"))
    rows = open(csv, encoding="utf-8").read().splitlines()
    place = rows[0].split(",").index("field")
    # A year that every center is due in, whenever it was certified.
    fields = sorted({row.split(",")[place] for row in rows[1:501]})
    open(few, "w", encoding="utf-8").write("\n".join(rows[:501]) + "\n")
    people = [f"x{n},Expert {n},University {n % 20},{fields[n % len(fields)]}" for n in range(60)]
    open(experts, "w", encoding="utf-8").write("\n".join(["login,name,employer,fields"] + people) + "\n")
    run = lambda *words: subprocess.run([binary, *words, "--store", store], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    run("init")
    run("import", "centers", few)
    run("import", "experts", experts)
    run("round", "open", str(year + 3))
    command = [binary, "assign", str(year + 3), "--per-center", "5", "--dry-run", "--json", "--store", store]
    times = [seconds(command) for _ in range(options.rounds)]
    print(f"assign     {min(len(rows) - 1, 500)} centers, 60 experts, 5 sheets each: {statistics.median(times):.2f} s")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=".build/release/cztic")
    parser.add_argument("--centers", type=int, default=100_000)
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="", help="one of: screens, search, import, assign, save, others")
    options = parser.parse_args()
    binary = os.path.abspath(options.binary)
    with tempfile.TemporaryDirectory(prefix="cztic-benchmark-") as folder:
        store, csv = os.path.join(folder, "store.sqlite"), os.path.join(folder, "centers.csv")
        subprocess.run([binary, "demo", "--store", store, "--no-open", "--centers", str(options.centers)], check=True, stderr=subprocess.DEVNULL)
        subprocess.run([binary, "export", "centers", "--store", store, "-o", csv], check=True, stderr=subprocess.DEVNULL)
        rows = open(csv, encoding="utf-8").read().splitlines()
        code = rows[1].split(",")[0]
        print(f"{options.centers} rows, a terminal of 120 by 40, {options.rounds} starts, {options.keys} keys\n")

        def wanted(part):
            return options.only in ("", part)

        registry = [binary, "--store", store, "--as", "viewer", "--lang", "en"]
        if wanted("screens"):
            program("cztic", "registry, Down", registry, code, DOWN, options)
            program("cztic", "registry, PageDown", registry, code, PAGE_DOWN, options)
        if wanted("search"):
            session = Session(registry)
            session.first_frame(code)
            session.key(b"/", quiet=0.5)
            words = ["激光", "jiguang", "jg", "guandao", "zhuzao", "YS2021", "renqiu"]
            times, sizes = [], []
            for word in words * max(1, options.keys // 40):
                for letter in word:
                    took, size = session.key(letter.encode())
                    if took is not None:
                        times.append(took)
                        sizes.append(size)
                for _ in word:
                    session.key(b"\x7f")
            line("cztic", "search while typing", None, times, sizes)
            session.close()
        if wanted("others"):
            program("less", "Down", ["less", "-S", csv], code, DOWN, options)
            folder_of_files = os.path.join(folder, "files")
            os.mkdir(folder_of_files)
            for row in rows[1 : min(len(rows), 5001)]:
                open(os.path.join(folder_of_files, row.split(",")[0]), "w").close()
            program("nnn", "5,000 files, Down", ["nnn", folder_of_files], code, DOWN, options)
            program("htop", "Down and Up", ["htop"], "PID", to_and_fro, options)
            program("fzf", "Down", ["sh", "-c", f"fzf < '{csv}'"] if shutil.which("fzf") else ["fzf"], code, b"\x1b[A", options)
            program("VisiData", "Down", ["vd", csv], code, DOWN, options)
        if wanted("import"):
            importing(binary, csv, options, folder)
        if wanted("assign"):
            assigning(binary, csv, options, folder)
        if wanted("save"):
            saving(binary, store, options)


if __name__ == "__main__":
    main()
