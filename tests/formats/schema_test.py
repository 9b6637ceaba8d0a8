"""The bundled deck and every golden canonical deck follow data/deck.schema.json; the bundled deck is the seed's text."""
import json
import pathlib
import sys

import jsonschema

ROOT = pathlib.Path(sys.argv[1])
SCHEMA = json.loads((ROOT / "data/deck.schema.json").read_text(encoding="utf-8"))
BUNDLED = ROOT / "data/decks/training-deep-neural-nets.json"
SEED = ROOT / "tests/formats/text/seed/input.txt"
# Canonical by their "format", but wrong on purpose.
WRONG = {"canonical_newer_version", "duplicate_ids", "schedule_wrong"}


def validator():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    return jsonschema.Draft202012Validator(SCHEMA)


def canonical_decks():
    for path in sorted((ROOT / "tests/formats/json").iterdir()):
        try:
            deck = json.loads((path / "input.json" if path.is_dir() else path).read_text(encoding="utf-8"))
        except ValueError:
            continue
        if isinstance(deck, dict) and deck.get("format") == "ebb-deck":
            yield path.name, deck


def seed_cards():
    """The seed's paragraphs, paired by a rule of its own: a numbered one belongs to the answer before it."""
    paragraphs = SEED.read_text(encoding="utf-8").split("\n\n")[1:]
    cards = []
    for paragraph in paragraphs:
        if paragraph[:1].isdigit():
            cards[-1][1] += "\n\n" + paragraph
        elif cards and cards[-1][1] is None:
            cards[-1][1] = paragraph
        else:
            cards.append([paragraph, None])
    return [tuple(card) for card in cards]


def main():
    check = validator()
    bundled = json.loads(BUNDLED.read_text(encoding="utf-8"))
    failures = [f"bundled: {error.message}" for error in check.iter_errors(bundled)]
    count = 0
    for name, deck in canonical_decks():
        count += 1
        errors = list(check.iter_errors(deck))
        if bool(errors) != (name in WRONG):
            failures.append(f"{name}: {errors[0].message if errors else 'should not be valid'}")
    if count < 8:
        failures.append(f"only {count} canonical golden decks were found")
    if [(c["question"], c["answer"]) for c in bundled["cards"]] != seed_cards():
        failures.append("the bundled deck is not the seed's text, character for character")
    if len(bundled["cards"]) != 7 or len({c["id"] for c in bundled["cards"]}) != 7:
        failures.append("the bundled deck must have seven cards with ids of their own")
    broken = json.loads(BUNDLED.read_text(encoding="utf-8"))
    del broken["cards"][0]["answer"]
    if check.is_valid(broken):
        failures.append("the schema lets a card without an answer pass")
    print("\n".join(failures) or f"ok: the bundled deck and {count} golden decks")
    return 1 if failures else 0


sys.exit(main())
