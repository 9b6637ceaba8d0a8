#!/usr/bin/env python3
"""Makes the packages of the golden folders, by hand: needs `pip install anki` and, for Mnemosyne's, its Python modules.
make_packages.py anki OUT.apkg|OUT.colpkg KIND [NOTES]   by the real Anki; KIND: words of plain legacy fsrs hist
make_packages.py odd FOLDER                              hand-made: old schedulers, damage, bad media names
make_packages.py media FILE                              hand-made: a picture, sounds, and names that mean ill
make_packages.py mnemosyne FOLDER                        by the real Mnemosyne: input.db and input.cards
Set TZ for the zone of the collection."""
import json
import os
import random
import sqlite3
import struct
import sys
import tempfile
import time
import zipfile
import zlib

SCHEMA = """
CREATE TABLE col (id integer primary key, crt, mod, scm, ver, dty, usn, ls, conf text, models text, decks text, dconf text, tags text);
CREATE TABLE notes (id integer primary key, guid text, mid, mod, usn, tags text, flds text, sfld, csum, flags, data text);
CREATE TABLE cards (id integer primary key, nid, did, ord, mod, usn, type, queue, due, ivl, factor, reps, lapses, left, odue, odid, flags, data text);
CREATE TABLE revlog (id integer primary key, cid, usn, ease, ivl, lastIvl, factor, time, type);
CREATE TABLE graves (usn, oid, type);
"""
DAY = 86400_000
START = 1700000000_000  # a moment in 2023, so that these files never change


def model(number, name, fields, templates, cloze=0):
    return {"id": number, "name": name, "type": cloze, "sortf": 0, "css": "", "flds": [{"name": f, "ord": i} for i, f in enumerate(fields)],
            "tmpls": [{"name": n, "ord": i, "qfmt": q, "afmt": a} for i, (n, q, a) in enumerate(templates)]}


BASIC = model(1, "Basic", ["Front", "Back"], [("Card 1", "{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}")])


def package(path, notes, cards, reviews=(), conf=None, models=(BASIC,), decks=((1, "Default"),), media=None, files=(), meta=None, crt=1690000000 // 86400 * 86400 + 4 * 3600):
    file = tempfile.mktemp()
    base = sqlite3.connect(file)
    base.executescript(SCHEMA)
    conf = {"schedVer": 2, "creationOffset": 0} if conf is None else conf
    base.execute("insert into col values (1,?,0,0,11,0,0,0,?,?,?,'{}','{}')",
                 (crt, json.dumps(conf), json.dumps({m["id"]: m for m in models}), json.dumps({i: {"id": i, "name": n} for i, n in decks})))
    for number, guid, kind, tags, fields in notes:
        text = fields if isinstance(fields, bytes) else "\x1f".join(fields).encode()
        base.execute("insert into notes values (?,?,?,0,-1,?,cast(? as text),0,0,0,'')", (number, guid, kind, tags, text))
    base.executemany("insert into cards values (?,?,?,?,0,-1,?,?,?,?,?,?,?,0,0,0,?,?)", cards)
    base.executemany("insert into revlog values (?,?,-1,?,?,?,?,?,?)", reviews)
    base.commit()
    base.execute("vacuum")
    base.close()
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        if meta:
            out.writestr(zipfile.ZipInfo("meta"), meta)
        out.writestr(zipfile.ZipInfo("collection.anki2"), open(file, "rb").read(), zipfile.ZIP_DEFLATED)
        if media is not None:
            out.writestr(zipfile.ZipInfo("media"), media)
        for name, data in files:
            out.writestr(zipfile.ZipInfo(name), data)
    os.unlink(file)


def note(number, *fields):
    return number, f"g{number}", 1, "", list(fields)


def card(n, nid, ordinal=0, kind=0, queue=0, due=0, ivl=0, factor=0, reps=0, lapses=0, flags=0, data=""):
    return n, nid, 1, ordinal, kind, queue, due, ivl, factor, reps, lapses, flags, data


def odd(folder):
    def path(case):
        return f"{folder}/apkg/{case}/input.apkg"

    package(path("first_scheduler"), [note(1, "a", "b")], [card(10, 1, 0, 2, 2, 130, 10, 2500, 3)],
            [(START, 10, 2, -600, -60, 0, 5000, 0), (START + DAY, 10, 3, 4, -600, 0, 4000, 0), (START + 5 * DAY, 10, 3, 10, 4, 2500, 3000, 1)], conf={})
    package(path("bad_rows"),
            [note(1, "good", "one"), (2, "g2", 1, "", b"bad \xff byte\x1fx"), note(3, "one field"), note(4, "a", "b", "c", "d"),
             (5, "g5", 99, " t ", ["no type", "b"]), note(6, "", ""), (7, "g1", 1, "", ["same guid", "x"]), (8, "", 1, "", ["no guid", "x"]),
             note(9, "odd numbers", "x"), note(10, "no cards", "x"), note(11, "x" * 20, "&#27;[31m <b>bold</b> &nbsp; &amp;&hearts;")],
            [card(10 + n, n) for n in (1, 2, 3, 4, 5, 6, 7, 8)] + [card(30, 9, 0, 99, 2, 5, -7), card(31, 9, 0), card(32, 9, 5), card(33, 777),
             card(34, 11, 0, 2, 2, 2**40, 2**40, 9, 2**33, -4, 255, "{bad json")], [(START, 999, 3, 1, 1, 1, 1, 1), (START + 1, 10, 9, 1, 1, 1, 1, 1)])
    package(path("templates"), [(1, "g1", 2, "", ["問[もん] 題[だい]", "two", "", "hint"]), (2, "g2", 3, "", ["x", "y"]), (3, "g3", 4, "", ["{{c1::a::h}} {{c2::b {{c3::c}}}} {{c9::open", "more"])],
            [card(10, 1), card(11, 1, 1), card(12, 1, 2), card(13, 2), card(14, 3), card(15, 3, 1), card(16, 3, 2), card(17, 3, 498)],
            models=(model(2, "All", ["A", "B", "Empty", "H"], [
                ("Furigana", "{{furigana:A}} {{kana:A}} {{kanji:A}}{{#Empty}}never{{/Empty}}{{^Empty}} empty{{/Empty}}", "{{FrontSide}}<hr id=answer>{{text:B}} {{hint:H}}"),
                ("Other delimiters", "{{=<% %>=}}<%B%> <!-- {{nothing}} --> {{B}}", "<%A%>"),
                ("Broken", "{{#A}}not closed {{B}}", "{{Nowhere}}")]),
                model(3, "Facts", ["A", "B"], [("Named", "{{Deck}} {{Subdeck}} {{Card}} {{Type}} {{Tags}} <ul><li>{{A}}<li>{{type:B}}</ul>", "{{A}} then {{type:B}}<style>p{}</style><script>1<2</script>")]),
                model(4, "Cloze", ["Text", "Extra"], [("Cloze", "{{cloze:Text}}{{#c2}} two{{/c2}}", "{{cloze:Text}}<br>{{Extra}}")], 1)), decks=((1, "A::B"),))
    package(path("media_names"), [note(1, '<img src="../../x.png"> [sound:a b.mp3] <img src=\'gone.png\'>', "&lt;")], [card(10, 1)],
            media=json.dumps({"0": "../../x.png", "1": "a b.mp3", "2": "gone.png", "3": "/etc/passwd", "x": "", "4": "_always.css", "5": "unnamed.png"}),
            files=[("0", b"0"), ("1", b"1"), ("3", b"3"), ("4", b"4"), ("5", b"5")])
    package(path("media_garbage"), [note(1, "a", "b")], [card(10, 1)], media="[not json")
    package(path("newer_version"), [note(1, "a", "b")], [card(10, 1)], meta=b"\x08\x09")
    whole = open(path("first_scheduler"), "rb").read()
    os.makedirs(f"{folder}/apkg/truncated", exist_ok=True)
    open(path("truncated"), "wb").write(whole[: len(whole) // 2])
    os.makedirs(f"{folder}/colpkg/bare_database", exist_ok=True)
    with zipfile.ZipFile(path("first_scheduler")) as archive:
        open(f"{folder}/colpkg/bare_database/input.anki2", "wb").write(archive.read("collection.anki2"))


def red_square():
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
    rows = b"".join(b"\0" + b"\xff\0\0" * 8 for _ in range(8))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def media(path):
    files = [("map.png", red_square()), ("a b.mp3", b"sound"), ("-x.png", red_square()), ("$(touch x).mp3", b"ill"), ("run.desktop", b"[Desktop Entry]")]
    package(path,
            [note(1, '<img src="map.png"> a map', "a word [sound:a b.mp3]"),
             note(2, '<img src="-x.png"> ill [sound:$(touch x).mp3]', '<img src="run.desktop"><img src="../../etc/passwd.png"><img src="http://example.org/a.png">')],
            [card(10, 1), card(11, 2)], media=json.dumps({str(at): name for at, (name, _) in enumerate(files)}),
            files=[(str(at), data) for at, (_, data) in enumerate(files)])


def anki(out, kind, count):
    from anki.collection import Collection, ExportAnkiPackageOptions  # first: it imports the others in their order
    from anki import deck_config_pb2 as dc
    from anki.cards import Card

    random.seed(5)
    folder = tempfile.mkdtemp()
    col = Collection(folder + "/collection.anki2")
    if "fsrs" in kind:
        now = col.decks.get_deck_configs_for_update(1)
        col.decks.update_deck_configs(dc.UpdateDeckConfigsRequest(
            target_deck_id=1, configs=[c.config for c in now.all_config], removed_config_ids=[], mode=0, card_state_customizer="",
            limits=now.current_deck.limits, new_cards_ignore_review_limit=False, apply_all_parent_limits=False, fsrs=True,
            fsrs_reschedule=False, fsrs_health_check=False))

    def add(name, fields, deck, tags=()):
        note = col.new_note(col.models.by_name(name))
        for i, field in enumerate(fields):
            note.fields[i] = field
        note.tags = list(tags)
        col.add_note(note, col.decks.id(deck))

    for name in ("pic 1.png", "語.mp3", "unused.png", "_font.ttf"):
        open(os.path.join(col.media.dir(), name), "wb").write(name.encode())
    add("Basic", ["水 &lt;mizu&gt;", "water<br>line2 [sound:語.mp3]"], "Lang::日本語", ["jlpt::n5", "emoji🔥"])
    add("Basic (and reversed card)", ["שלום", "hello"], "Lang", ["rtl"])
    add("Basic (type in the answer)", ["type <b>me</b>", "typed"], "Lang")
    add("Basic (optional reversed card)", ["both", "ways", "y"], "Lang")
    add("Cloze", ["{{c1::Paris::city}} is in {{c2::France}}, {{c1::really}}", "extra &amp; more"], "Geo")
    add("Cloze", ["nested {{c1::outer {{c2::inner}}}} end", ""], "Geo::Deep::Er")
    add("Basic", ['<img src="pic 1.png"> picture', "<div>one</div><div>two</div><ul><li>a</li><li>b</li></ul>"], "Default")
    add("Basic", ["formula \\(x^2\\) ::x:: {{not}}", "=1+1 &nbsp; \"q\" ' tab"], "Default")
    for i in range(count):
        add("Basic", [f"front {i}", f"back {i}"], f"Bulk::{i % 3}", [f"t{i % 5}"])
    for deck in ("Lang", "Geo", "Bulk", "Default"):
        col.decks.select(col.decks.id(deck))
        for _ in range(max(count // 3, 2)):
            queued = col.sched.get_queued_cards(fetch_limit=1).cards
            if not queued:
                break
            card = Card(col, backend_card=queued[0].card)
            card.start_timer()
            col.sched.answer_card(col.sched.build_answer(card=card, states=queued[0].states, rating=random.choice([0, 1, 2, 2, 3, 3])))
    if "hist" in kind:
        history(col, "fsrs" in kind, 60 if count > 60 else 6)
    cards = col.db.list("select id from cards order by id")
    col.sched.set_due_date([cards[3]], "10!")
    col.sched.suspend_cards([cards[0], cards[5]])
    col.sched.bury_cards([cards[2]])
    col.set_user_flag_for_cards(3, [cards[1]])
    col.set_user_flag_for_cards(7, [cards[4]])
    if out.endswith(".colpkg"):
        col.export_collection_package(out, include_media=True, legacy="legacy" in kind)
    else:
        col.export_anki_package(out_path=os.path.abspath(out), limit=None, options=ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=True, with_media=True, legacy="legacy" in kind))


def history(col, fsrs, most):
    now = int(time.time() * 1000)
    for k, card in enumerate(col.db.list("select id from cards order by id")[::2]):
        at, interval, last = now - random.randint(200, 390) * DAY, 1, 0
        for j in range(random.randint(3, most)):
            ease = random.choice([1, 2, 3, 3, 3, 4])
            at += max(1, interval) * DAY // 3 + random.randint(0, DAY) // 9 + 1
            if at > now - DAY:
                break
            following = max(1, int(interval * (0.4 if ease == 1 else 1.8)))
            kind = random.choice([1, 1, 1, 2, 0, 3]) if j else 0
            factor = 0 if kind == 3 and random.random() < 0.5 else random.randint(100, 1100) if fsrs else 2500
            while col.db.scalar("select 1 from revlog where id=?", at):
                at += 1
            col.db.execute("insert into revlog values(?,?,-1,?,?,?,?,?,?)", at, card, ease, following, last, factor, random.randint(500, 60000), kind)
            last = interval = following
        state = {"pos": k, "s": round(random.uniform(1, 200), 4), "d": round(random.uniform(1, 10), 3), "dr": 0.9}
        col.db.execute("update cards set type=2,queue=2,ivl=?,due=?,factor=?,reps=?,lapses=?,data=? where id=?", interval,
                       col.sched.today + random.randint(-5, 60), random.choice([1300, 2500, 2350]), j + 1, random.randint(0, 4), json.dumps(state) if fsrs else "", card)


def mnemosyne(folder):
    from mnemosyne.script import Mnemosyne, ScriptMainWidget

    for name in ("set_progress_text", "set_progress_range", "set_progress_update_interval", "increase_progress", "set_progress_value",
                 "close_progress", "show_export_metadata_dialog", "show_information"):
        setattr(ScriptMainWidget, name, lambda *a, **k: {"author_name": "a", "description": "d"})
    home = tempfile.mkdtemp()
    program = Mnemosyne(home, filename="default.db")
    for plugin in program.plugins():
        if "loze" in plugin.name or "entence" in plugin.name:
            plugin.activate()
    open(home + "/default.db_media/dog.png", "wb").write(b"dog")

    def add(kind, data, tags, grade=-1):
        program.controller().create_new_cards(data, program.card_type_with_id(kind), grade=grade, tag_names=tags)

    add("1", {"f": "capital of <b>France</b>", "b": "Paris\nand more <$>x^2</$>"}, ["geo::europe", "easy"], 4)
    add("2", {"f": "hund", "b": 'dog <img src="dog.png">'}, ["animals"])
    add("3", {"f": "水", "p_1": "mizu", "m_1": "water", "n": "a note"}, ["jp"], 3)
    add("5", {"text": "[Bern] is in [Switzerland:country]"}, ["geo::europe"])
    add("6", {"f": "La [casa:house] es [grande]", "p_1": "", "m_1": "The house is big"}, [])
    program.review_controller()
    program.start_review()
    for grade in (4, 2, 0, 5, 3):
        if program.review_controller().card is not None:
            program.review_controller().grade_answer(grade)
    program.database().save()
    for each in program.component_manager.all("file_format"):
        if each.__class__.__name__ == "Mnemosyne2Cards":
            os.makedirs(f"{folder}/mnemosyne/cards", exist_ok=True)
            each.do_export(f"{folder}/mnemosyne/cards/input.cards")
    os.makedirs(f"{folder}/mnemosyne/database", exist_ok=True)
    connection = sqlite3.connect(home + "/default.db")
    connection.execute(f"vacuum into '{folder}/mnemosyne/database/input.db'")


if __name__ == "__main__":
    if sys.argv[1] == "anki":
        anki(sys.argv[2], sys.argv[3], int(sys.argv[4]) if len(sys.argv) > 4 else 6)
    elif sys.argv[1] == "odd":
        odd(sys.argv[2])
    elif sys.argv[1] == "media":
        media(sys.argv[2])
    else:
        mnemosyne(sys.argv[2])
