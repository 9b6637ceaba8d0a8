#!/usr/bin/env python3
"""The page of `ebb report` in a real browser, at three widths: nothing is wider than the page, texts are as large as they
should be, light and dark differ, no script runs and nothing is asked of the network. Usage: report_browser.py EBB CHROMIUM"""
import html
import http.server
import json
import os
import re
import subprocess
import sys
import tempfile
import threading

import report_page
from stats_numbers import Home, NOW

# Runs in the page, whose own policy forbids scripts: so it is put into a copy without that policy.
PROBE = """<script>addEventListener('load', () => {
  const all = [...document.querySelectorAll('body *')], shown = all.filter(e => e.getBoundingClientRect().width > 0);
  const wide = shown.filter(e => !e.closest('.scroll') && e.getBoundingClientRect().right > innerWidth + 1);
  const scale = svg => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  const svgs = [...document.querySelectorAll('svg')];
  const outside = svgs.flatMap(s => [...s.querySelectorAll('text,rect')].filter(t => {
    const a = t.getBoundingClientRect(), b = s.getBoundingClientRect();
    return a.left < b.left - 1 || a.right > b.right + 1 || a.top < b.top - 2 || a.bottom > b.bottom + 2; }));
  const style = getComputedStyle(document.body);
  const result = {width: innerWidth, wide: wide.map(e => e.tagName + ' ' + e.textContent.slice(0, 40)), pictures: svgs.length,
    smallest: Math.min(...svgs.map(s => 12 * scale(s))), outside: outside.map(t => t.tagName + ' ' + t.textContent),
    bars: document.querySelectorAll('.bar').length, open: document.querySelectorAll('details[open]').length,
    rows: document.querySelectorAll('details table tbody tr').length, ink: style.color, page: style.backgroundColor,
    requests: performance.getEntriesByType('resource').map(r => r.name), alert: document.title};
  const note = document.createElement('pre'); note.id = 'probe'; note.textContent = JSON.stringify(result);
  parent.document.body.append(note); });</script>"""
# A browser's window has a least width; a frame in it has not.
FRAME = "<!DOCTYPE html><link rel=icon href=data:,><body style='margin:0'><iframe style='border:0' width={} height=900 src=probed.html></iframe>"


class Silence(http.server.SimpleHTTPRequestHandler):
    asked = []

    def log_message(self, *_):
        pass

    def do_GET(self):
        Silence.asked.append(self.path)
        super().do_GET()


def dom(browser, folder, url, dark):
    command = [browser, "--headless", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={folder}/profile",
               "--window-size=1700,900", "--virtual-time-budget=3000", "--dump-dom"]
    command += ["--no-sandbox"] if os.getuid() == 0 else []
    command += ["--blink-settings=preferredColorScheme=0"] if dark else []
    return subprocess.run([*command, url], capture_output=True, text=True, timeout=120, env={**os.environ, "HOME": folder}).stdout


def probe(browser, folder, server, width, dark):
    with open(os.path.join(folder, "frame.html"), "w", encoding="utf-8") as file:
        file.write(FRAME.format(width))
    text = dom(browser, folder, f"http://127.0.0.1:{server.server_port}/frame.html", dark)
    found = re.search(r'<pre id="probe">(.*?)</pre>', text, re.S)
    assert found, f"the page did not load: {text[:300]}"
    return json.loads(html.unescape(found.group(1)))


def check(seen):
    assert seen["wide"] == [], f"at {seen['width']}: wider than the page: {seen['wide'][:5]}"
    assert seen["outside"] == [], f"at {seen['width']}: outside their picture: {seen['outside'][:5]}"
    assert seen["pictures"] >= 10 and seen["bars"] > 50 and seen["rows"] > 100, seen
    assert seen["smallest"] >= 10, f"at {seen['width']} texts of charts are {seen['smallest']:.1f} px high"
    assert seen["open"] == 0 and seen["requests"] == [], seen


def main():
    program, browser = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        home = Home(program, folder, report_page.stats_logs.generated(NOW))
        page = os.path.join(folder, "report.html")
        home.run("report", "-o", page, "-q")
        with open(page, encoding="utf-8") as file:
            text = file.read()
        with open(os.path.join(folder, "probed.html"), "w", encoding="utf-8") as file:
            file.write(re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', PROBE, text))
        handler = lambda *words: Silence(*words, directory=folder)
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            seen = [probe(browser, folder, server, width, dark) for width, dark in ((400, False), (1000, False), (1600, True))]
            server.shutdown()
        for one in seen:
            check(one)
        assert seen[0]["page"] != seen[2]["page"] and seen[0]["ink"] != seen[2]["ink"], "dark is as light"
        assert [one["width"] for one in seen] == [400, 1000, 1600]
        assert set(Silence.asked) == {"/frame.html", "/probed.html"}, Silence.asked
        # The page as it is, its policy in force: a script in it would not run.
        with open(os.path.join(folder, "scripted.html"), "w", encoding="utf-8") as file:
            file.write(text.replace("</body>", "<script>document.title='ran'</script></body>"))
        assert "<title>ran" not in dom(browser, folder, f"file://{folder}/scripted.html", False)
        home.run("report", "--pdf", "-o", os.path.join(folder, "r.pdf"), "-q")
        with open(os.path.join(folder, "r.pdf"), "rb") as file:
            assert file.read(5) == b"%PDF-"


if __name__ == "__main__":
    main()
