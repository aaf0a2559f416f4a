"""How long people wait: a cold start to the first readable text and to the heading, and a click to the server's answer.

Run it on a machine with nothing else to do, from the project's folder:

    python -m tests.benchmarks.app_speed

Each cold start is a new server on an empty database, so it includes the imports,
making the database and bringing in the illustrative figures. A second line starts
the server again on the database made. A click is what the server does for it: the run
of the page's script, in this process: looked at again, and after somebody else saved a note.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, sync_playwright
from streamlit.testing.v1 import AppTest

from evaluation.app import PAGES
from evaluation.app.frame import OPENING
from evaluation.model.people import Actor, Role
from evaluation.programme import Settings, add_note, open_programme
from tests.browser.conftest import FLAGS, find_browser, served
from tests.illustrative import ROOT

STARTS: Final = 5
CLICKS: Final = 8
OTHER: Final = Actor("wyn-abara", "Wyn Abara", Role.LEAD)


def cold_start(browser: Browser, folder: Path) -> tuple[float, float]:
    """Seconds from starting the server to the first words on the page, and to its heading."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    began = time.monotonic()
    with served(ROOT / "evaluation_app.py", folder) as address:
        page.goto(address)
        page.get_by_text(OPENING).or_(page.locator("h1")).first.wait_for(timeout=60_000)
        first = time.monotonic() - began
        page.locator("h1").first.wait_for(timeout=60_000)
        heading = time.monotonic() - began
    page.close()
    return first, heading


def clicks(folder: Path, *, after_a_note: bool) -> dict[str, list[float]]:
    """CPU seconds to run each page; the first round, in which modules are loaded, is not counted.

    `after_a_note` somebody else saves one before each click, so that nothing remembered of people's words holds.
    """
    os.environ["EVALUATION_DATABASE_URL"] = f"sqlite:///{(folder / 'store.sqlite').as_posix()}"
    other = replace(open_programme(Settings.from_environment(os.environ, folder=ROOT)), actor=OTHER)
    app = AppTest.from_file(str(ROOT / "evaluation_app.py"), default_timeout=60)
    app.run()
    times: dict[str, list[float]] = {page.title: [] for page in PAGES}
    for turn in range(CLICKS + 1):
        for page in PAGES:
            if after_a_note:
                key = f"{turn}-{page.name}"
                add_note(other, prototype="one-team", noticed=f"Parents rang one number, {key}.", request_key=key)
            began = time.process_time()
            app.switch_page(str(page.file)).run()
            if turn:
                times[page.title].append(time.process_time() - began)
    other.store.close()
    return times


def main() -> None:
    """Print medians with the smallest and the largest."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as temporary:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(FLAGS))
        folders = [Path(temporary, str(number)) for number in range(STARTS)]
        for folder in folders:
            folder.mkdir()
        for state in ("empty database", "database there"):
            first, heading = zip(*(cold_start(browser, folder) for folder in folders), strict=True)
            _say(f"first words, {state}", first)
            _say(f"heading, {state}", heading)
        for after_a_note in (False, True):
            for name, times in clicks(folders[0], after_a_note=after_a_note).items():
                _say(f"click{' after a note' if after_a_note else ''}, {name}", times)
        browser.close()


def _say(what: str, seconds: Sequence[float]) -> None:
    print(f"{what:40s} {statistics.median(seconds):6.2f} s  ({min(seconds):.2f} to {max(seconds):.2f})")


if __name__ == "__main__":
    main()
