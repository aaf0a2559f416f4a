"""How long six people wait who use the app at once, one of them writing: from a click to the heading, and to rest.

Run it on a machine with nothing else to do, from the project's folder:

    python -m tests.benchmarks.several_people [MINUTES [PAUSE]]

One server on the illustrative programme and six browsers that remember six people. Five click
through pages and prototypes and wait about `PAUSE` seconds between (from a fixed seed);
the sixth saves a note about every ten seconds, so that what was remembered is asked for anew.
The seconds hang on the machine and on the browsers that run beside the server; the server's
CPU for each click does so less. A long run without a pause tells what the server's memory comes to.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import tempfile
import time
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from statistics import quantiles
from typing import Final
from urllib.parse import quote

import psutil  # type: ignore[import-untyped]
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from evaluation.model.people import Role
from evaluation.programme import Settings, meeting_item, meeting_page, open_programme
from tests.browser.conftest import FLAGS, find_browser, served
from tests.illustrative import ROOT

READERS: Final = {
    "Amina Khan": Role.LEAD,
    "Rosalind Thackery-Moss": Role.CHAIR,
    "Idris Penhallow": Role.SPONSOR,
    "Sam Brook": Role.OFFICER,
    "Joan Pell": Role.EVALUATOR,
}
WRITER: Final = ("Wyn Abara", Role.LEAD)
_WRITES_SECONDS: Final = 10
_PATIENCE: Final = 120_000  # milliseconds
# What a reader clicks, one after another and again from the start: pages, a prototype, the next item of the meeting.
_ROUND: Final = (
    *("Prototypes", "one prototype", "Results", "What we learnt", "Meeting", "next item", "next item", "the opening"),
    *(
        "Waiting for you",
        "The programme",
        "Prototypes",
        "one prototype",
        "Figures",
        "Meeting",
        "next item",
        "the opening",
    ),
)
_STARTS: Final = (0, 2, 3, 8, 9)  # where in it each reader begins
_TITLE: Final = "() => document.querySelector('h1')?.innerText ?? ''"
_HAS_CHANGED: Final = f"(before) => ![before, ''].includes(({_TITLE})())"
_IS_AT_REST: Final = """() => !document.querySelector('[data-stale="true"]')
    && document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]')"""


@dataclass
class Waits:
    """Seconds people waited: for the heading after each click, until all stood there, and for a note to be saved."""

    heading: list[float] = field(default_factory=list)
    rest: list[float] = field(default_factory=list)
    saved: list[float] = field(default_factory=list)


async def read(page: Page, waits: Waits, until: float, pause: float, start: int) -> None:
    """Click through the round from a place of one's own until it is time."""
    chance = random.Random(start)
    for what in cycle((*_ROUND[start:], *_ROUND[:start])):
        await asyncio.sleep(chance.uniform(0.5, 1.5) * pause)
        if time.monotonic() > until:
            return
        before = await page.evaluate(_TITLE)
        target = await _target(page, what, chance)
        began = time.monotonic()
        await target.click()
        await page.wait_for_function(_HAS_CHANGED, arg=before)
        waits.heading.append(time.monotonic() - began)
        await page.wait_for_function(_IS_AT_REST)
        waits.rest.append(time.monotonic() - began)


async def write(page: Page, waits: Waits, until: float) -> None:
    """Save a note, then wait, until it is time."""
    box = page.get_by_label("Your note")
    while time.monotonic() < until:
        await box.fill(f"Parents rang one number at {time.monotonic():.1f}.")
        await page.get_by_text("Not saved yet").wait_for()
        began = time.monotonic()
        await page.get_by_role("button", name="Save note", exact=True).click()
        await expect(box).to_have_value("", timeout=_PATIENCE)
        await page.wait_for_function(_IS_AT_REST)
        waits.saved.append(time.monotonic() - began)
        await asyncio.sleep(_WRITES_SECONDS)


async def together(address: str, minutes: float, pause: float) -> Waits:
    """All six, until the minutes are over."""
    waits = Waits()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find_browser(), args=list(FLAGS))
        pages = [await _opened(browser, address, name, role) for name, role in READERS.items()]
        writing = await _opened(browser, f"{address}/add-note", *WRITER)
        until = time.monotonic() + 60 * minutes
        readers = (read(page, waits, until, pause, start) for page, start in zip(pages, _STARTS, strict=True))
        await asyncio.gather(write(writing, waits, until), *readers)
        await browser.close()
    return waits


async def _opened(browser: Browser, address: str, name: str, role: Role) -> Page:
    """A browser of a person, on a page that has come to rest."""
    context = await browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(_PATIENCE)
    who = quote(json.dumps({"name": name, "role": role.value}))
    await context.add_cookies([{"name": "who", "value": who, "url": address}])
    page = await context.new_page()
    await page.goto(address)
    await page.locator("h1").first.wait_for()
    await page.wait_for_function(_IS_AT_REST)
    return page


async def _target(page: Page, what: str, chance: random.Random) -> Locator:
    """What is clicked for a step of the round."""
    match what:
        case "one prototype":
            links = page.locator('[data-testid="stMain"] a[href*="prototype="]')
            return links.nth(chance.randrange(await links.count()))
        case "next item":
            return page.locator('[class*="st-key-onward"] button')
        case "the opening":  # the menu stands there alone
            return page.get_by_text("Opening", exact=True)
        case _:
            return page.get_by_role("link", name=what, exact=True).first


def _fill(folder: Path) -> None:
    """The illustrative programme's database, as a first visit leaves it."""
    url = f"sqlite:///{folder / 'store.sqlite'}"
    opened = open_programme(Settings.from_environment({"EVALUATION_DATABASE_URL": url}, folder=ROOT))
    for prototype in meeting_page(opened).content.items:
        meeting_item(opened, prototype)
    opened.store.close()


def main(minutes: float = 2, pause: float = 3) -> None:
    """Print the seconds people waited, and what the server needed for it."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        _fill(folder)
        with served(ROOT / "evaluation_app.py", folder) as address:
            server = psutil.Process().children()[-1]
            asyncio.run(together(address, 0.2, 0))  # each page once, so that its modules are loaded
            before, began = server.cpu_times(), server.memory_info().rss
            waits = asyncio.run(together(address, minutes, pause))
            used, held = server.cpu_times(), server.memory_info().rss
    cpu = used.user + used.system - before.user - before.system
    for what, seconds in (("heading", waits.heading), ("at rest", waits.rest), ("note saved", waits.saved)):
        tenths = quantiles(seconds, n=10)
        print(f"{what:12s} {len(seconds):4d} times, half in {tenths[4]:.2f} s, nine in ten in {tenths[8]:.2f} s")
    print(f"the server   {cpu:.1f} s of CPU, {1000 * cpu / len(waits.rest):.0f} ms a click")
    print(f"its memory   {began / 2**20:.0f} MB before, {held / 2**20:.0f} MB after")


if __name__ == "__main__":
    main(*map(float, sys.argv[1:]))
