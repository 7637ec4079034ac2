"""What a vt100 shows: enough of one to read a desk as a person does."""

import re
import unicodedata

SEQUENCE = re.compile(rb"\x1b\[([?>]?)([0-9;]*)([@-~])|\x1b[()][0-9A-B]|\x1b[=>78MDEc]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|[\x0e\x0f]")


def columns(character):
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class Screen:
    """Rows of cells, and where the cursor is. What is fed may end anywhere: what is not whole yet waits for the rest."""

    def __init__(self, rows, width):
        self.rows, self.width = rows, width
        self.cells = [[" "] * width for _ in range(rows)]
        self.row = self.column = 0
        self.top, self.bottom = 0, rows - 1
        self.rest = b""

    def text(self):
        return ["".join(row).rstrip() for row in self.cells]

    def feed(self, data):
        data = self.rest + data
        place = 0
        while place < len(data):
            byte = data[place]
            if byte in (0x1B, 0x0E, 0x0F):
                match = SEQUENCE.match(data, place)
                if not match:
                    if len(data) - place < 64:
                        break
                    place += 1
                    continue
                self.obey(match)
                place = match.end()
            elif byte < 0x20:
                self.control(byte)
                place += 1
            else:
                size = 1 if byte < 0x80 else 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
                if place + size > len(data):
                    break
                self.put(data[place : place + size].decode("utf-8", "replace")[0])
                place += size
        self.rest = data[place:]

    def control(self, byte):
        if byte == 0x0D:
            self.column = 0
        elif byte == 0x0A:
            self.down()
        elif byte == 0x08:
            self.column = max(0, self.column - 1)
        elif byte == 0x09:
            self.column = min(self.width - 1, (self.column // 8 + 1) * 8)

    def down(self):
        if self.row == self.bottom:
            self.scroll(1)
        else:
            self.row = min(self.rows - 1, self.row + 1)

    def scroll(self, count):
        region = self.cells[self.top : self.bottom + 1]
        for _ in range(abs(count)):
            blank = [" "] * self.width
            region = region[1:] + [blank] if count > 0 else [blank] + region[:-1]
        self.cells[self.top : self.bottom + 1] = region

    def put(self, character):
        width = columns(character)
        if width == 0:
            return
        if self.column + width > self.width:
            self.column = 0
            self.down()
        row = self.cells[self.row]
        row[self.column] = character
        if width == 2:
            row[self.column + 1] = ""
        self.column += width

    def obey(self, match):
        whole = match.group(0)
        if whole == b"\x1bM":
            if self.row == self.top:
                self.scroll(-1)
            else:
                self.row = max(0, self.row - 1)
            return
        final = match.group(3)
        if not final or match.group(1):
            return
        numbers = [int(number) if number else 0 for number in match.group(2).split(b";")]
        first = numbers[0]
        count = max(1, first)
        if final in b"Hf":
            second = numbers[1] if len(numbers) > 1 else 1
            self.row = min(self.rows, max(1, first)) - 1
            self.column = min(self.width, max(1, second)) - 1
        elif final == b"A":
            self.row = max(0, self.row - count)
        elif final == b"B":
            self.row = min(self.rows - 1, self.row + count)
        elif final == b"C":
            self.column = min(self.width - 1, self.column + count)
        elif final == b"D":
            self.column = max(0, self.column - count)
        elif final == b"K":
            ends = {0: (self.column, self.width), 1: (0, self.column + 1), 2: (0, self.width)}[first]
            self.cells[self.row][ends[0] : ends[1]] = [" "] * (ends[1] - ends[0])
        elif final == b"J":
            if first == 2:
                self.cells = [[" "] * self.width for _ in range(self.rows)]
            elif first == 0:
                self.cells[self.row][self.column :] = [" "] * (self.width - self.column)
                for row in range(self.row + 1, self.rows):
                    self.cells[row] = [" "] * self.width
            else:
                self.cells[self.row][: self.column + 1] = [" "] * (self.column + 1)
                for row in range(self.row):
                    self.cells[row] = [" "] * self.width
        elif final == b"r":
            self.top = count - 1
            self.bottom = (numbers[1] if len(numbers) > 1 and numbers[1] else self.rows) - 1
            self.row = self.column = 0
