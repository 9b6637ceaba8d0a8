#!/usr/bin/env python3
"""Long output in a real terminal goes through the pager, and nowhere else: pager_terminal.py EBB."""
import os
import pty
import struct
import subprocess
import sys
import tempfile
import fcntl
import termios

EBB = os.path.realpath(sys.argv[1])
HOME = tempfile.mkdtemp()


def on_terminal(command, rows=24, columns=60, **more):
    """What a shell command prints on a terminal of that size, and its exit code."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    environment = dict(HOME=HOME, PATH=os.path.dirname(EBB) + ":/usr/bin:/bin", TERM="xterm", LC_ALL="C.UTF-8", **more)
    environment.update({k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")})
    with subprocess.Popen(["sh", "-c", command], stdin=slave, stdout=slave, stderr=slave, env=environment) as process:
        os.close(slave)
        out = b""
        while True:
            try:
                piece = os.read(master, 65536)
            except OSError:
                break
            if not piece:
                break
            out += piece
    os.close(master)
    return out.decode().replace("\r\n", "\n"), process.returncode


MARK = "sed 's/^/| /'"
failed = 0


def expect(what, condition):
    global failed
    if not condition:
        failed += 1
        print(f"failed: {what}")


out, code = on_terminal("ebb help grades", PAGER=MARK)
expect("help goes through the pager", out.startswith("| Grade how well") and code == 0)
expect("at the width of the terminal", max(map(len, out.split("\n"))) <= 62 and len(out.split("\n")[0]) > 40)
out, code = on_terminal("ebb help grades --plain", PAGER=MARK)
expect("not with --plain", out.startswith("Grade how well"))
out, code = on_terminal("ebb help grades | head -1", PAGER=MARK)
expect("not into a pipe", out.startswith("Grade how well"))
out, code = on_terminal("ebb help grades", PAGER=MARK, TERM_PROGRAM="x")
expect("whatever the terminal's program", out.startswith("| "))
out, code = on_terminal("ebb help grades", PAGER="no-such-pager --here")
expect("a pager that is not there loses nothing", out.startswith("Grade how well") and code == 0)
out, code = on_terminal("ebb help grades", PAGER="cat")
expect("cat is none", out.startswith("Grade how well"))
out, code = on_terminal("ebb list", PAGER=MARK)
expect("an error comes after it, with its exit code", "ebb: There is no collection" in out and code == 4)
out, code = on_terminal("ebb init", PAGER=MARK)
expect("short talk has none", out.startswith("Made ") and code == 0)
out, code = on_terminal("ebb help nonsense; echo $?", PAGER="true")
expect("one that leaves at once ends the program quietly", "| " not in out)
sys.exit(1 if failed else 0)
