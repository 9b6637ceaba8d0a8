#!/usr/bin/env python3
"""Draws docs/review.svg from the real program: runs it in tmux, types the keys, turns the screen into SVG.

  docs/picture.py PROGRAM [OUT]     needs tmux"""
import html
import os
import re
import subprocess
import sys
import tempfile
import time

COLUMNS, ROWS = 80, 24
CELL_WIDTH, CELL_HEIGHT = 8.4, 18
COLOURS = {30: "#3b4252", 31: "#bf616a", 32: "#7f9f5f", 33: "#c08a30", 34: "#5e81ac", 35: "#a3729c", 36: "#4c8a94", 37: "#4c566a"}


def screen(program):
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, HOME=home, EBB_NOW="2026-03-01T09:00:00Z", TZ="UTC", LC_ALL="C.UTF-8", TMUX_TMPDIR=home)
        for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "EBB_DB", "NO_COLOR"):
            environment.pop(name, None)
        subprocess.run([program, "init", "--demo", "-q"], env=environment, check=True)
        tmux = ["tmux", "-L", "picture", "-f", "/dev/null"]

        def show():
            return subprocess.run(tmux + ["capture-pane", "-p", "-e"], env=environment, capture_output=True, text=True).stdout

        def wait_for(text):
            for _ in range(200):
                if text in re.sub("\x1b\\[[0-9;]*m", "", show()):
                    return
                time.sleep(0.05)
            raise SystemExit(f"the screen never showed {text!r}:\n{show()}")

        subprocess.run(tmux + ["new-session", "-d", "-x", str(COLUMNS), "-y", str(ROWS), program, "review"], env=environment, check=True)
        try:
            for wanted, key in (("1/7", "Space"), ("Good", "3"), ("2/7", "Space"), ("Good", "4"), ("3/7", "Space")):
                wait_for(wanted)
                subprocess.run(tmux + ["send-keys", key], env=environment, check=True)
            wait_for("Good")
            return show()
        finally:
            subprocess.run(tmux + ["kill-server"], env=environment)


def spans(line):
    """Pieces of a line with their style: (text, bold, dim, colour)."""
    bold = dim = False
    colour = None
    for piece in re.split("(\x1b\\[[0-9;]*m)", line):
        if not piece.startswith("\x1b"):
            if piece:
                yield piece, bold, dim, colour
            continue
        for code in [int(number or 0) for number in piece[2:-1].split(";")]:
            if code == 0:
                bold = dim = False
                colour = None
            elif code == 1:
                bold = True
            elif code == 2:
                dim = True
            elif code == 22:
                bold = dim = False
            elif code in COLOURS or code - 60 in COLOURS:
                colour = COLOURS.get(code) or COLOURS[code - 60]
            elif code == 39:
                colour = None


def svg(text):
    width, height = COLUMNS * CELL_WIDTH + 24, ROWS * CELL_HEIGHT + 24
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
           f'font-family="ui-monospace, monospace" font-size="14" role="img" aria-label="A card in review">',
           f'<rect width="100%" height="100%" rx="8" fill="#fbfbf8"/>']
    for row, line in enumerate(text.split("\n")[:ROWS]):
        column = 0
        for piece, bold, dim, colour in spans(line):
            fill = colour or ("#8a8f98" if dim else "#2e3440")
            weight = ' font-weight="bold"' if bold else ""
            if piece.strip():
                out.append(f'<text x="{12 + column * CELL_WIDTH:.1f}" y="{26 + row * CELL_HEIGHT}" fill="{fill}"{weight} '
                           f'xml:space="preserve">{html.escape(piece)}</text>')
            column += len(piece)
    return "\n".join(out) + "\n</svg>\n"


def main():
    out = sys.argv[2] if len(sys.argv) > 2 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "review.svg")
    with open(out, "w") as file:
        file.write(svg(screen(os.path.abspath(sys.argv[1]))))


main()
