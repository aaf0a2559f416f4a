"""How long people wait: a cold start to the first readable text, and a click until the server has answered.

Run it on a machine with nothing else to do, from the project's folder:

    python -m tests.benchmarks.app_speed

Each cold start is a new server on an empty database, so it includes the imports,
making the database and bringing in the illustrative figures. A second line starts
the server again on the database made. A click is timed at the websocket: from the
frame the page sends to the last frame the server answers with.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, WebSocket, sync_playwright

from tests.browser.conftest import FLAGS, ROOT, find_browser, served

STARTS: Final = 5
CLICKS: Final = 8
QUIET: Final = 0.7  # seconds without a frame: the server has answered
PAGES: Final = ("meeting", "prototypes", "add-note", "results", "figures", "how-we-know")


class Frames:
    """When frames went out and came in on a page's websocket."""

    def __init__(self, page: Page) -> None:
        self.sent: list[float] = []
        self.received: list[float] = []
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framesent", lambda _: self.sent.append(time.monotonic()))
        socket.on("framereceived", lambda _: self.received.append(time.monotonic()))

    def answered(self, page: Page, since: float) -> float:
        """Seconds from the first frame sent after `since` to the last one received before silence."""
        while not self.received or time.monotonic() - self.received[-1] < QUIET:
            page.wait_for_timeout(50)
        return self.received[-1] - next(sent for sent in self.sent if sent >= since)


def cold_start(browser: Browser, folder: Path) -> float:
    """Seconds from starting the server to the page's heading on screen."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    began = time.monotonic()
    with served(ROOT / "evaluation_app.py", folder) as address:
        page.goto(address)
        page.locator("h1").first.wait_for(timeout=60_000)
        took = time.monotonic() - began
    page.close()
    return took


def clicks(browser: Browser, folder: Path) -> dict[str, list[float]]:
    """Seconds the server needs to show each page, asked for by its link; the first round is not counted."""
    times: dict[str, list[float]] = {name: [] for name in PAGES}
    with served(ROOT / "evaluation_app.py", folder) as address:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        frames = Frames(page)
        page.goto(address)
        page.locator("h1").first.wait_for(timeout=60_000)
        for turn in range(CLICKS + 1):
            for name in PAGES:
                began = time.monotonic()
                page.locator(f'header a[href$="/{name}"], header a[href="{address}/"]').first.click()
                took = frames.answered(page, began)
                if turn:
                    times[name].append(took)
        page.close()
    return times


def main() -> None:
    """Print medians with the smallest and the largest."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as temporary:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(FLAGS))
        folders = [Path(temporary, str(number)) for number in range(STARTS)]
        for folder in folders:
            folder.mkdir()
        _say("cold start, empty database", [cold_start(browser, folder) for folder in folders])
        _say("cold start, database there", [cold_start(browser, folder) for folder in folders])
        for name, times in clicks(browser, folders[0]).items():
            _say(f"click, page {name}", times)
        browser.close()


def _say(what: str, seconds: list[float]) -> None:
    print(f"{what:32s} {statistics.median(seconds):6.2f} s  ({min(seconds):.2f} to {max(seconds):.2f})")


if __name__ == "__main__":
    main()
