#!/usr/bin/env python3
"""The page of `ebb report`: every number of every table under a chart equals `ebb report --json`; the page is whole, needs
nothing from outside, describes each picture, and shows the texts of cards as text. Usage: report_page.py EBB"""
import datetime
import html.parser
import json
import os
import re
import sys
import tempfile

import stats_logs
from stats_numbers import Home, NOW

VOID = {"meta", "link", "br"}
EVIL = ['<script>alert(1)</script>', '"><img src=http://evil.example/x>', "'; & <b>bold</b>", "\u202etxt.exe", "<!--", "</style></svg>"]


class Page(html.parser.HTMLParser):
    """Tables by name: rows of (column, value); pictures; every tag and attribute."""

    def __init__(self, text):
        super().__init__()
        self.tables, self.pictures, self.links, self.open, self.tags = {}, [], [], [], {}
        self.table, self.row, self.heads = None, None, []
        self.feed(text)
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, tag, attributes):
        have = dict(attributes)
        self.tags[tag] = self.tags.get(tag, 0) + 1
        self.links += [v for k, v in attributes if k in ("href", "src", "action", "style") or k.startswith("on")]
        if tag not in VOID:
            self.open.append(tag)
        if tag == "svg":
            self.pictures.append(have)
        if tag == "table" and "data-name" in have:
            self.table, self.heads = [], []
            self.tables.setdefault(have["data-name"], []).append(self.table)
        if self.table is not None:
            if tag == "tr":
                self.row = []
            if tag == "th":
                self.heads.append(have["data-name"])
            if tag == "data":
                self.row.append(have["value"])

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-3:]}"
        self.open.pop()
        if tag == "tr" and self.table is not None and self.row:
            self.table.append(dict(zip(self.heads[-len(self.row):], self.row)))
        if tag == "table":
            self.table = None


def flat(row, prefix=""):
    """A row of the JSON as the page has it: `retention.n`, numbers as text."""
    out = {}
    for key, value in row.items():
        if isinstance(value, dict):
            out.update(flat(value, prefix + key + "."))
        else:
            out[prefix + key] = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value).replace("\u202e", "<U+202E>")
    return out


def same(shown, wanted):
    number = lambda text: float(text) if re.fullmatch(r"-?[\d.]+(e-?\d+)?", text) else text
    return {k: number(v) for k, v in shown.items()} == {k: number(v) for k, v in wanted.items()}


def tables_of(statistics):
    """Every list of rows and every row of totals, by name; `periods` of the summary has a shape of its own."""
    for what in statistics:
        for name, value in what.items():
            if what["what"] == "summary" or name == "range":
                continue
            if isinstance(value, list):
                yield name, [flat(row) for row in value]
            elif isinstance(value, dict):
                yield name, [flat({name: one}) for name, one in value.items()]


def periods_of(statistics):
    rows = []
    for period in statistics[0]["periods"]:
        rows.append(flat({"period": period["range"]["name"], "from": period["range"]["from"], "until": period["range"]["until"],
                          "reviews": period["reviews"], "new": period["new"], "time_ms": period["time_ms"], **period["retention"]}))
    return rows


def check_numbers(page, statistics):
    wanted = list(tables_of(statistics)) + [("periods", periods_of(statistics))]
    for name, tables in page.tables.items():
        for table in tables:
            fits = [rows for other, rows in wanted if other == name and len(rows) == len(table) and all(map(same, table, rows))]
            assert fits, f"the table {name} is not what --json has: {table[:2]} …"
    missing = {name for name, _ in wanted} - set(page.tables) - {"streaks", "forecast"}
    assert not missing, f"no table has {missing}"


def check_page(text):
    page = Page(text)
    assert not page.tags.get("script") and not page.tags.get("img") and not page.tags.get("iframe")
    assert page.links == ["data:,"], page.links
    assert re.findall(r"https?:|url\(|@import|//[a-z]", text) == [], "something from outside"
    assert len(page.pictures) >= 6 and all(len(picture.get("aria-label", "")) > 20 for picture in page.pictures)
    assert page.tags["details"] >= len(page.tables) - 8
    return page


def main():
    for make in (stats_logs.generated, stats_logs.awkward, stats_logs.one_review, evil):
        with tempfile.TemporaryDirectory() as folder:
            home = Home(sys.argv[1], folder, make(NOW))
            home.run("report", "-o", os.path.join(folder, "r.html"), "-q")
            with open(os.path.join(folder, "r.html"), encoding="utf-8") as file:
                text = file.read()
            page = check_page(text) if make in (stats_logs.generated,) else Page(text)
            check_numbers(page, home.json("report")["statistics"])
            for bad in EVIL[:3] + ["<!--", "</style>"]:
                assert text.count(bad) == text.split("<body>")[0].count(bad), f"{bad} is not escaped"
            assert "\u202e" not in text


def evil(today):
    log = stats_logs.Log(5)
    for i, text in enumerate(EVIL):
        note = log.note(stats_logs.at(today, 1), log.deck(stats_logs.at(today, 1), text), text, [text])
        for day in range(30, 0, -1):
            moment = today - datetime.timedelta(days=day)
            log.answer(note, stats_logs.at(moment, 9, i), 0, 4 if day % 3 else 1, 1000)
    return log


if __name__ == "__main__":
    main()
