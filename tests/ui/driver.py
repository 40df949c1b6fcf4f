# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the program as a person with a screen reader does: finds things by what
they are called (AT-SPI), and uses the keyboard (xdotool)."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

NAZAR = os.environ["NAZAR"]
NAZARCTL = os.environ["NAZARCTL"]
PATIENCE = 20  # seconds; a slow machine is no failure


class Failure(Exception):
    """What should have happened did not."""


def wait_for(look, what):
    """Waits until `look` returns something, and returns it."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            found = look()
        except gi.repository.GLib.Error:
            found = None  # it went away while it was looked at
        if found:
            return found
        if time.monotonic() > end:
            raise Failure(f"waited in vain for {what}")
        time.sleep(0.1)


def nazarctl(*words, code=0):
    run = subprocess.run([NAZARCTL, *words], capture_output=True, text=True, check=False)
    if run.returncode != code:
        raise Failure(f"nazarctl {' '.join(words)}: exit {run.returncode}: {run.stderr}")
    return run.stdout


def records(register, kind, *words):
    return json.loads(nazarctl("list", register, kind, "--format", "json", *words))


class Program:
    """The program in a folder of its own, with a register or without."""

    def __init__(self, *words, env=None):
        self.folder = tempfile.mkdtemp(prefix="nazar-ui-")
        self.words = words
        self.env = dict(os.environ, HOME=self.folder, XDG_CONFIG_HOME=self.folder + "/config",
                        XDG_DATA_HOME=self.folder + "/data", XDG_CACHE_HOME=self.folder + "/cache",
                        GDK_BACKEND="x11", GSK_RENDERER="cairo", GSETTINGS_BACKEND="memory",
                        **{"LC_ALL": "C.UTF-8", "LANGUAGE": "en", **(env or {})})
        os.environ["XDG_CONFIG_HOME"] = self.env["XDG_CONFIG_HOME"]
        self.log = open(self.folder + "/log", "w+", encoding="utf-8")
        self.process = None

    def __enter__(self):
        return self

    def start(self, *words):
        self.process = subprocess.Popen([NAZAR, *(words or self.words)], env=self.env, stderr=self.log, stdout=self.log)
        self.window = wait_for(self._find_window, "the window")
        return self

    def path(self, name):
        return os.path.join(self.folder, name)

    def _find_window(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application is not None and application.get_process_id() == self.process.pid:
                for j in range(application.get_child_count()):
                    frame = application.get_child_at_index(j)
                    if frame is not None and frame.get_role() == Atspi.Role.FRAME:
                        return application
        return None

    def _walk(self, node, depth=0):
        if node is None or depth > 60:
            return
        yield node
        for i in range(node.get_child_count()):
            yield from self._walk(node.get_child_at_index(i), depth + 1)

    @staticmethod
    def _is_called(node, name):
        """GTK 4.8 puts the label of a button behind the name that the button has."""
        called = (node.get_name() or "").replace("_", "")
        return called == name or called == f"{name} {name}" or called.startswith(name + " ") and called.endswith(" Add")

    @staticmethod
    def _has_role(node, role):
        """AT-SPI has called a push button just a button since 2.54, and tells toggles apart."""
        return role is None or node.get_role_name() in (role, *(("button", "toggle button") if role == "push button" else ()))

    @staticmethod
    def _size(node):
        box = node.get_extents(Atspi.CoordType.WINDOW)
        return box.width * box.height

    def all(self, name, role=None):
        """Everything on the screen that is called so."""
        found = []
        for node in self._walk(self.window):
            try:
                if self._is_called(node, name) and self._has_role(node, role) and self._size(node) > 0:
                    found.append(node)
            except gi.repository.GLib.Error:
                continue
        return found

    def find(self, name, role=None):
        return wait_for(lambda: self.all(name, role), f"“{name}” ({role or 'anything'})")[0]

    def find_part(self, part, role=None):
        """The first thing whose name holds the words."""
        def look():
            for node in self._walk(self.window):
                try:
                    if part in (node.get_name() or "") and self._has_role(node, role) and self._size(node) > 0:
                        return node
                except gi.repository.GLib.Error:
                    continue
            return None
        return wait_for(look, f"something with “{part}”")

    def names(self):
        """What the screen shows, for the report of a failure."""
        found = []
        for node in self._walk(self.window):
            try:
                if node.get_name() and self._size(node) > 0:
                    found.append(f"{node.get_role_name()}: {node.get_name()}")
            except gi.repository.GLib.Error:
                continue
        return found

    def gone(self, name, role=None):
        wait_for(lambda: not self.all(name, role), f"“{name}” to go")

    def click(self, name, role=None):
        node = self.find(name, role)
        # Of a menu button the inner part is the one that acts.
        for candidate in [node, *self._walk(node)]:
            action = candidate.get_action_iface()
            if action is not None and action.get_n_actions() > 0:
                action.do_action(0)
                time.sleep(0.3)
                return candidate
        raise Failure(f"“{name}” cannot be activated")

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "60", *keys], check=True)
        time.sleep(0.3)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "30", text], check=True)
        time.sleep(0.3)

    def tab_to(self, node, *, back=False):
        """Goes with the keyboard to something that was found."""
        for _ in range(80):
            # Of a menu button the inner part is the one that has the keyboard.
            if any(part.get_state_set().contains(Atspi.StateType.FOCUSED) for part in self._walk(node)):
                time.sleep(0.3)
                return node
            subprocess.run(["xdotool", "key", "shift+Tab" if back else "Tab"], check=True)
            time.sleep(0.1)
        raise Failure(f"the keyboard does not lead to “{node.get_name()}”")

    def hand_over(self, path):
        """Gives a file to the running program, as a file manager does."""
        subprocess.run([NAZAR, path], env=self.env, stderr=self.log, stdout=self.log, timeout=PATIENCE, check=True)

    def quit(self):
        """Ends the program as a person does, and looks what it printed."""
        if self.process is not None and self.process.poll() is None:
            self.key("ctrl+q")
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                raise Failure("the program did not quit") from None
        self.check_log()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def check_log(self):
        self.log.flush()
        with open(self.folder + "/log", encoding="utf-8", errors="replace") as file:
            bad = [line for line in file if "-WARNING" in line or "-CRITICAL" in line or "Error" in line]
        if bad:
            raise Failure("it printed: " + bad[0].strip())

    def __exit__(self, kind, value, trace):
        if kind is Failure and self.process is not None and self.process.poll() is None:
            for line in self.names()[-60:]:
                print("#   on the screen:", line, flush=True)
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def run(tests):
    """Runs the tests, or those named on the command line; exits with 1 where one fails."""
    chosen = [test for test in tests if not sys.argv[1:] or test.__name__ in sys.argv[1:]]
    print(f"1..{len(chosen)}", flush=True)
    failed = 0
    for number, test in enumerate(chosen, 1):
        try:
            test()
            print(f"ok {number} {test.__name__}", flush=True)
        except Failure as failure:
            failed += 1
            print(f"not ok {number} {test.__name__}\n# {failure}", flush=True)
        except Exception:  # a broken test is a failed one
            failed += 1
            print(f"not ok {number} {test.__name__}", flush=True)
            for line in traceback.format_exc().splitlines():
                print("#", line, flush=True)
    sys.exit(1 if failed else 0)
