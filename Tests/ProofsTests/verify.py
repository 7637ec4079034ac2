#!/usr/bin/env python3
"""A second implementation of `cztic verify`, written from the documentation of the formats (Sources/Proofs/Proofs.docc).

    verify.py FILE [OPENING...]     says what fails, or "true"
    verify.py --list LIST           one line for each line of LIST, which names a file and its openings

Python's standard library, and `cryptography` (Debian: python3-cryptography) for Ed25519.
"""
import hashlib
import json
import re
import sys
import unicodedata
from fractions import Fraction

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

INDICATORS = ["1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "4.1", "4.2", "5.1", "5.2", "5.3",
              "5.4"]
EXEMPTIONS = {"revoked", "reorganised", "deferred", "not_yet_two_years"}
KINDS = ["technical", "management", "finance"]


class Lie(Exception):
    """Something does not hold."""


def require(condition, words):
    if not condition:
        raise Lie(words)


def sha(text):
    return hashlib.sha256(text if isinstance(text, bytes) else text.encode()).hexdigest()


def text_of(lines):
    return "".join(line + "\n" for line in lines)


def is_hex(text, length):
    return re.fullmatch("[0-9a-f]{%d}" % length, text) is not None


def number(text):
    require(re.fullmatch("0|-?[1-9][0-9]*", text) is not None, "no whole number: " + text)
    return int(text)


def points(text):
    require(re.fullmatch(r"(0|[1-9][0-9]*)\.[0-9][0-9]", text) is not None, "no points: " + text)
    return int(text.replace(".", ""))


def unique(pairs):
    keys = [key for key, _ in pairs]
    require(len(set(keys)) == len(keys), "a member stands twice")
    return dict(pairs)


def read_json(text):
    try:
        return json.loads(text, object_pairs_hook=unique)
    except ValueError as error:
        raise Lie("no JSON: %s" % error)


def escaped(text):
    out = []
    for character in text:
        if character in '"\\':
            out.append("\\" + character)
        elif character == "\n":
            out.append("\\n")
        elif character == "\t":
            out.append("\\t")
        else:
            require(ord(character) >= 0x20, "a control character")
            out.append(character)
    return '"' + "".join(out) + '"'


def written(value, level=0):
    """JSON as the files are written: two blanks a level, a member or an element a line."""
    pad, inner = "  " * level, "  " * (level + 1)
    if isinstance(value, dict):
        if not value:
            return "{}"
        return "{\n" + ",\n".join(inner + escaped(key) + ": " + written(one, level + 1) for key, one in value.items()) + "\n" + pad + "}"
    if isinstance(value, list):
        if not value:
            return "[]"
        return "[\n" + ",\n".join(inner + written(one, level + 1) for one in value) + "\n" + pad + "]"
    if value is None:
        return "null"
    if isinstance(value, str):
        return escaped(value)
    require(isinstance(value, int) and not isinstance(value, bool), "no whole number")
    return str(value)


def read_file(data, kind, names):
    """The members of a signed file, and whether a key made its signature."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise Lie("no UTF-8")
    value = read_json(text)
    require(isinstance(value, dict) and value.get("kind") == kind, "another kind of file")
    require(list(value) == names + ["signature"], "other members")
    require(text == written(value) + "\n", "written in another way")
    signature = value.pop("signature")
    require(isinstance(signature, str) and is_hex(signature, 128), "no signature")
    mark = b'  "signature": "'
    signed = data[:data.rindex(mark)]

    def is_signed(key):
        try:
            Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), signed)
            return True
        except (InvalidSignature, ValueError):
            return False

    return value, is_signed


class Lines:
    """A text of lines, taken in order."""

    def __init__(self, lines, kind):
        require(isinstance(lines, list) and all(isinstance(line, str) for line in lines), "no lines")
        require(lines and lines[0] == kind, "no " + kind)
        self.lines, self.place = lines, 1

    def maybe(self, word, count):
        if self.place < len(self.lines):
            fields = self.lines[self.place].split("\t")
            if fields[0] == word and len(fields) > 1:
                require(len(fields) == count + 1, "a line of another form: " + word)
                self.place += 1
                return fields[1:]
        return None

    def fields(self, word, count):
        fields = self.maybe(word, count)
        require(fields is not None, "a line is missing: " + word)
        return fields

    def every(self, word, count):
        found = []
        while (fields := self.maybe(word, count)) is not None:
            found.append(fields)
        return found

    def end(self):
        require(self.place == len(self.lines), "more lines")


def ordered(keys):
    keys = [tuple(part.encode() for part in key) for key in keys]
    require(keys == sorted(keys) and len(set(keys)) == len(keys), "out of order, or twice")


# Chain


class Chain:
    def __init__(self, members):
        self.links, previous = {}, members["before"]
        require(isinstance(previous, str) and is_hex(previous, 64), "before")
        self.order = []
        for line in members["links"]:
            parts = line.split(" ")
            require(len(parts) == 7 and all(is_hex(part, 64) for part in parts[4:]), "a link of another form")
            seq = number(parts[0])
            require(not self.order or seq == self.order[-1] + 1, "links are missing")
            seqs, time, act, channel, who, change, given = parts
            require(sha(text_of(["cztic link 1", previous, seqs, time, act, channel, who, change])) == given, "link %d" % seq)
            self.links[seq] = {"act": act, "change": change, "hash": given}
            self.order.append(seq)
            previous = given
        require(self.order and self.links[self.order[0]]["act"] == "round.open", "the first link")
        require(members["head"] == previous, "head")
        self.opened, self.asked = {}, set()
        for one in members["opened"]:
            require(list(one) == ["link", "change", "salt"] and is_hex(one["salt"], 32), "opened")
            seq = one["link"]
            require(seq in self.links and seq not in self.opened, "opened %s" % seq)
            require(sha(bytes.fromhex(one["salt"]) + one["change"].encode()) == self.links[seq]["change"], "opened %d is not what was bound" % seq)
            self.opened[seq] = read_json(one["change"])

    def binds(self, seq, acts, named, field, digest):
        require(seq in self.opened and self.links[seq]["act"] in acts, "link %s binds nothing" % seq)
        change = self.opened[seq]
        require(change["object"] == named and change["after"].get(field) == digest, "link %d binds something else" % seq)
        self.asked.add(seq)
        return change["after"]


# Lots


def drawn_again(terms, key, known={}):
    """The best draw: as many places as can be filled, the most even load, most matches, then the least sum of the lot's numbers."""
    memo = (terms["text"], key)
    if memo in known:
        return known[memo]
    tickets, centers = terms["tickets"], terms["centers"]
    index = {ticket: place for place, ticket in enumerate(tickets)}
    loads = [0] * len(tickets)
    held = {}
    for center, ticket in terms["standing"]:
        loads[index[ticket]] += 1
        held.setdefault(center, set()).add(ticket)

    def lot(code, ticket):
        designator = "%s/%s/" % (code, ticket)
        return int(sha(designator + key + designator)[:16], 16) >> 24

    # Costs in one number: load first, then matches, then the lot; each part below the next one's unit.
    unit_match = 1 << 80
    unit_load = unit_match << 40
    nodes = 2 + len(centers) + len(tickets)
    source, sink = 0, 1
    edges, heads = [], [[] for _ in range(nodes)]

    def edge(start, end, cost):
        heads[start].append(len(edges))
        edges.append([end, 1, cost])
        heads[end].append(len(edges))
        edges.append([start, 0, -cost])

    pairs = []
    for place, (code, matches, excluded) in enumerate(centers):
        own = held.get(code, set())
        for _ in range(max(terms["sheets"] - len(own), 0)):
            edge(source, 2 + place, 0)
        for ticket in tickets:
            if ticket not in excluded and ticket not in own:
                pairs.append((len(edges), code, ticket))
                edge(2 + place, 2 + len(centers) + index[ticket], (0 if ticket in matches else unit_match) + lot(code, ticket))
    for place in range(len(tickets)):
        for step in range(len(centers)):
            edge(2 + len(centers) + place, sink, (2 * (loads[place] + step) + 1) * unit_load)
    while True:
        distance, way = [None] * nodes, [None] * nodes
        distance[source], queue = 0, [source]
        while queue:
            node = queue.pop(0)
            for number_ in heads[node]:
                end, room, cost = edges[number_]
                if room and (distance[end] is None or distance[node] + cost < distance[end]):
                    distance[end], way[end] = distance[node] + cost, number_
                    if end not in queue:
                        queue.append(end)
        if distance[sink] is None:
            break
        node = sink
        while node != source:
            edges[way[node]][1] -= 1
            edges[way[node] ^ 1][1] += 1
            node = edges[way[node] ^ 1][0]
    drawn = sorted((code.encode(), ticket.encode()) for place, code, ticket in pairs if edges[place][1] == 0)
    drawn = [(code.decode(), ticket.decode()) for code, ticket in drawn]
    open_ = {}
    for code, _, _ in centers:
        missing = max(terms["sheets"] - len(held.get(code, set())), 0) - sum(1 for center, _ in drawn if center == code)
        if missing:
            open_[code] = missing
    known[memo] = (drawn, open_)
    return known[memo]


def read_terms(lines):
    reader = Lines(lines, "cztic lot 1")
    terms = {"text": text_of(lines), "round": number(reader.fields("round", 1)[0]), "lot": number(reader.fields("lot", 1)[0])}
    cause = reader.maybe("cause", 1) if reader.lines[reader.place].count("\t") == 1 else (
        reader.maybe("cause", 2) if reader.lines[reader.place].count("\t") == 2 else reader.fields("cause", 3))
    require((cause[0], len(cause)) in (("first", 1), ("replacement", 2), ("redraw", 3)), "cause")
    terms["cause"], terms["of"] = cause[0], number(cause[1]) if len(cause) > 1 else None
    terms["why"] = cause[2] if len(cause) > 2 else None
    terms["sheets"] = number(reader.fields("sheets", 1)[0])
    require(1 <= terms["sheets"] <= 1000, "sheets")
    panel = reader.every("panel", 2)
    require([kind for kind, _ in panel] == [kind for kind in KINDS if kind in dict(panel)], "panel")
    connect = reader.fields("connect", 1)[0]
    require(connect in ("yes", "no"), "connect")
    terms["is_plain"] = not panel and connect == "no"
    tickets = reader.every("ticket", 3)
    ordered([(ticket[0],) for ticket in tickets])
    for _, commitment, kind in tickets:
        require(is_hex(commitment, 64) and (kind == "-" or kind in KINDS), "a ticket")
    terms["tickets"] = [ticket[0] for ticket in tickets]
    terms["commitments"] = [ticket[1] for ticket in tickets]
    names, terms["centers"] = set(terms["tickets"]), []
    while (fields := reader.maybe("center", 1)) is not None:
        code = fields[0]
        matches, excluded = reader.every("match", 2), reader.every("excluded", 3)
        for line in matches + excluded:
            require(line[0] == code and line[1] in names, "a line of another center")
        ordered([(line[1],) for line in matches])
        ordered([(line[1],) for line in excluded])
        require(all(is_hex(line[2], 64) for line in excluded), "a reason")
        terms["centers"].append((code, {line[1] for line in matches}, {line[1] for line in excluded}))
    ordered([(center[0],) for center in terms["centers"]])
    standing = reader.every("standing", 2)
    ordered(standing)
    require(all(ticket in names for _, ticket in standing), "standing")
    terms["standing"] = [tuple(line) for line in standing]
    reader.end()
    return terms


def word_of(typed):
    text = " ".join(unicodedata.normalize("NFKC", typed).split())
    return unicodedata.normalize("NFC", text.upper())


def read_outcome(lines):
    reader = Lines(lines, "cztic draw 1")
    outcome = {"round": number(reader.fields("round", 1)[0]), "lot": number(reader.fields("lot", 1)[0]), "key": reader.fields("key", 1)[0]}
    parts = outcome["key"].split("/")
    require(len(parts) == 3 and is_hex(parts[0], 64) and parts[2] == "", "key")
    require(1 <= len(parts[1]) <= 64 * 4 and word_of(parts[1]) == parts[1], "word")
    outcome["bound"], outcome["word"] = parts[0], parts[1]
    drawn, open_ = reader.every("drawn", 2), reader.every("open", 2)
    ordered(drawn)
    ordered([(line[0],) for line in open_])
    outcome["drawn"] = [tuple(line) for line in drawn]
    outcome["open"] = {code: number(count) for code, count in open_}
    reader.end()
    return outcome


def check_lots(members, chain, year, notes):
    last, lots = 0, []
    for place, lot in enumerate(members["lots"]):
        require(list(lot) == ["bound", "terms", "drawn", "outcome"], "a lot")
        terms = read_terms(lot["terms"])
        number_ = place + 1
        require(terms["round"] == year and terms["lot"] == number_ and lot["bound"] > last, "the number of a lot")
        named = "lot/%d/%d" % (year, number_)
        chain.binds(lot["bound"], {"lot.bind"}, named, "terms", sha(terms["text"]))
        last, outcome = lot["bound"], None
        require((lot["drawn"] is None) == (lot["outcome"] is None), "a lot")
        if lot["drawn"] is not None:
            outcome = read_outcome(lot["outcome"])
            require(outcome["round"] == year and outcome["lot"] == number_ and lot["drawn"] > last, "the number of a draw")
            after = chain.binds(lot["drawn"], {"lot.draw"}, named, "outcome", sha(text_of(lot["outcome"])))
            require(after.get("word") == outcome["word"], "the word")
            last = lot["drawn"]
            if terms["cause"] == "replacement":
                former = next((one for one in reversed(lots) if one[0]["lot"] == terms["of"]), None)
                require(former is not None and former[1] is not None and former[1]["key"] == outcome["key"], "another seed")
                require(former[0]["commitments"] == terms["commitments"], "other tickets")
            else:
                if terms["cause"] == "first":
                    require(number_ == 1, "two first lots")
                else:
                    require(terms["of"] == number_ - 1 >= 1 and terms["why"], "a redraw without a reason")
                require(outcome["bound"] == chain.links[lot["bound"]]["hash"], "a seed of another link")
            if terms["is_plain"]:
                drawn, open_ = drawn_again(terms, outcome["key"])
                require(drawn == outcome["drawn"] and open_ == outcome["open"], "lot %d draws others" % number_)
            else:
                notes.append("lot %d asks for kinds or connection and was not repeated" % number_)
        lots.append((terms, outcome))


# Results


def read_results(lines):
    reader = Lines(lines, "cztic results 1")
    results = {"round": number(reader.fields("round", 1)[0]), "publication": number(reader.fields("publication", 1)[0])}
    results["supersedes"] = reader.fields("supersedes", 1)[0]
    require(results["supersedes"] == "-" or is_hex(results["supersedes"], 64), "supersedes")
    results["method"] = reader.fields("method", 1)[0]
    require(results["method"] in ("mean", "trimmed"), "method")
    results["sheets"] = number(reader.fields("sheets", 1)[0])
    results["table"] = reader.fields("table", 1)[0]
    require(reader.every("limit", 2) == [["excellent", "90.00"], ["qualified", "60.00"]], "limits")
    results["centers"] = []
    for code, score, grade, rank, sheets, by_hand, name in reader.every("center", 7):
        results["centers"].append((code, points(score), grade, number(rank), number(sheets), number(by_hand)))
    for code, before, day in reader.every("corrected", 3):
        require(code in {center[0] for center in results["centers"]} and (before == "-" or points(before) >= 0), "a correction")
        require(re.fullmatch(r"\d{4}-\d\d-\d\d", day) is not None, "a day")
    results["pending"] = {code: number(count) for code, count in reader.every("pending", 2)}
    results["absent"] = [line[0] for line in reader.every("absent", 1)]
    exempt = reader.every("exempt", 2)
    require(all(reason in EXEMPTIONS for _, reason in exempt), "exempt")
    reader.end()
    ordered([(code,) for code in results["pending"]])
    ordered([(code,) for code in results["absent"]])
    ordered([(line[0],) for line in exempt])
    codes = [center[0] for center in results["centers"]] + list(results["pending"]) + results["absent"] + [line[0] for line in exempt]
    require(len(set(codes)) == len(codes), "a center stands twice")
    return results


def check_results(results):
    centers, least = results["centers"], max(results["sheets"], 5 if results["method"] == "trimmed" else 1)
    require([(center[3], center[0].encode()) for center in centers] == sorted((center[3], center[0].encode()) for center in centers), "order")
    for code, score, grade, rank, sheets, by_hand in centers:
        require(0 <= score <= 10000, "a score")
        require(grade == ("excellent" if score >= 9000 else "qualified" if score >= 6000 else "unqualified"), "grade of " + code)
        require(rank == 1 + sum(1 for other in centers if other[1] > score), "rank of " + code)
        require(sheets >= least and 0 <= by_hand <= sheets, "sheets of " + code)
    require(all(0 <= count < least for count in results["pending"].values()), "pending")
    require(results["publication"] >= 1 and (results["publication"] == 1) == (results["supersedes"] == "-"), "versions")


def alias_order(alias):
    return (len(alias.encode()), alias.encode())


def check_bindings(members, chain, results):
    counted, last = {}, 0
    for binding in members["bindings"]:
        require(list(binding) == ["link", "sheets"], "a binding")
        reader = Lines(binding["sheets"], "cztic sheets 1")
        require(number(reader.fields("round", 1)[0]) == results["round"] and binding["link"] > last, "a binding")
        sheets = reader.every("sheet", 3)
        reader.end()
        last = binding["link"]
        keys = [(center.encode(), alias_order(alias)) for center, alias, _ in sheets]
        require(keys == sorted(keys) and len(set(keys)) == len(keys), "sheets out of order")
        require(all(is_hex(sheet[2], 64) for sheet in sheets) and len({sheet[2] for sheet in sheets}) == len(sheets), "a commitment")
        act = chain.links.get(binding["link"], {}).get("act")
        named = "round/%d" % results["round"]
        if act == "round.resettle":
            require(len({sheet[0] for sheet in sheets}) == 1, "a correction of several centers")
            named += "/" + sheets[0][0]
        chain.binds(binding["link"], {"round.settle", "sheets.bind", "round.resettle"}, named, "sheets", sha(text_of(binding["sheets"])))
        for center in {sheet[0] for sheet in sheets}:
            counted[center] = {alias: commitment for own, alias, commitment in sheets if own == center}
    for center in results["centers"]:
        require(len(counted.get(center[0], {})) == center[4], "sheets of " + center[0])
    return counted


# Openings


def half_up(value):
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def check_opening(data, key, digest, results, counted, notes):
    value, is_signed = read_file(data, "cztic opening 1", ["kind", "round", "publication", "sheets", "key"])
    require(value["key"] == key and is_signed(key), "an opening is signed by another key")
    require(value["publication"] == digest and value["round"] == results["round"], "an opening of another file")
    opened = {}
    for sheet in value["sheets"]:
        require(list(sheet) == ["center", "alias", "salt", "points"] and is_hex(sheet["salt"], 64), "a sheet")
        center, alias = sheet["center"], sheet["alias"]
        lines = sheet["points"]
        require([line.split(" ")[0] for line in lines] == INDICATORS and all(line.count(" ") == 1 for line in lines), "indicators")
        text = text_of(["cztic sheet 1", sheet["salt"], str(value["round"]), center, alias] + lines)
        require(counted.get(center, {}).get(alias) == sha(text), "sheet %s %s is not the one that was bound" % (center, alias))
        require(alias not in opened.setdefault(center, {}), "a sheet twice")
        opened[center][alias] = sum(points(line.split(" ")[1]) for line in lines)
    scores = {center[0]: center[1] for center in results["centers"]}
    for center, sheets in opened.items():
        require(center in scores, "a sheet of a center without a score")
        if len(sheets) != len(counted[center]):
            notes.append(center + ": not all sheets are opened")
            continue
        totals = sorted(sheets.values())
        if results["method"] == "trimmed":
            totals = totals[1:-1]
        require(half_up(Fraction(sum(totals), len(totals))) == scores[center], "the score of " + center)


def verify(data, openings):
    """Raises Lie; gives what was not checked."""
    notes = []
    members, is_signed = read_file(
        data, "cztic publication 1", ["kind", "results", "lots", "bindings", "before", "links", "opened", "head", "key"])
    key = members["key"]
    require(isinstance(key, str) and is_hex(key, 64) and is_signed(key), "signature")
    chain = Chain(members)
    results = read_results(members["results"])
    check_lots(members, chain, results["round"], notes)
    counted = check_bindings(members, chain, results)
    named = "publication/%d/%d" % (results["round"], results["publication"])
    after = chain.binds(chain.order[-1], {"publication.make"}, named, "results", sha(text_of(members["results"])))
    require(after.get("key") == key, "key")
    require(chain.asked == set(chain.opened), "something is opened that has nothing to do with the file")
    check_results(results)
    for opening in openings:
        check_opening(opening, key, sha(data), results, counted, notes)
    return notes


def verdict(paths):
    contents = []
    for path in paths:
        with open(path, "rb") as file:
            contents.append(file.read())
    try:
        notes = verify(contents[0], contents[1:])
        return "true" + "".join("; " + note for note in notes)
    except (Lie, KeyError, TypeError, AttributeError, IndexError, ValueError) as error:
        return "false: %s" % str(error).replace("\n", " ")


def main(arguments):
    if arguments[:1] == ["--list"]:
        with open(arguments[1]) as file:
            for line in file.read().splitlines():
                print(verdict(line.split(" ")))
        return 0
    words = verdict(arguments)
    print(words)
    return 0 if words.startswith("true") else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
