"""A real server and a real browser, one of each a worker."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.illustrative import ROOT

NAMES = ("chromium", "chromium-browser", "google-chrome", "msedge")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/140.0.0.0 Mobile Safari/537.36"
)
PATIENCE = 180  # seconds: a cold start on a busy machine
expect.set_options(timeout=PATIENCE * 500)  # milliseconds: half of that for what a page shows


def find_browser() -> str | None:
    """Where the browser is, as `$CHROMIUM` or the first of `NAMES` says; None where there is none."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = find_browser()
    if found is None:
        missing = f"no browser: set CHROMIUM, or install one of {', '.join(NAMES)}"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield opened
        opened.close()


def choose(page: Page, label: str, option: str) -> None:
    """Choose from a list by mouse, once nothing moves under it; a list a late run closed again opens by key."""
    at_rest(page)
    offered = page.get_by_role("option", name=option)
    page.get_by_role("combobox", name=label).click()
    page.wait_for_timeout(300)
    if not offered.is_visible():
        page.get_by_role("combobox", name=label).press("ArrowDown")
    offered.click()


# Parts whose code the browser fetches when it first needs it; until then Streamlit draws a grey block.
LATE = '[data-testid="stSkeleton"]'
STILL = "document.getAnimations().every(({ effect }) => effect.getComputedTiming().iterations === Infinity)"


def at_rest(page: Page) -> None:
    """Wait until nothing runs and nothing of an earlier run is left: Streamlit fades what it will replace."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
    expect(page.locator(f'[data-stale="true"], {LATE}')).to_have_count(0)
    page.wait_for_function(STILL)  # faded text has come back


def fits_across(page: Page) -> bool:
    """Whether a page at rest does not scroll sideways."""
    at_rest(page)
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def free_port() -> int:
    """A port nobody listens on, of those no system gives away by itself; two processes look in different places."""
    for port in count(20_000 + os.getpid() % 10_000):
        with socket.socket() as tried, suppress(OSError):
            tried.bind(("127.0.0.1", port))
            return port
    raise AssertionError


@contextmanager
def served(script: Path, folder: Path) -> Iterator[str]:
    """Streamlit running `script` on a free port with a fresh database; ends only this server."""
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(script),
        "--server.headless=true",
        "--server.fileWatcherType=none",
    ]
    environment = {
        **os.environ,
        "EVALUATION_DATABASE_URL": f"sqlite:///{folder / 'store.sqlite'}",
        "PYTHONPATH": str(ROOT),
    }
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(
            [*command, f"--server.port={port}"], cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            if not _is_well(f"http://127.0.0.1:{port}/_stcore/health", server):
                pytest.fail(f"the app did not start:\n{Path(log.name).read_text()}")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE)


def _is_well(address: str, server: subprocess.Popen[bytes]) -> bool:
    """Whether it answers, waited for while it runs and for no longer than we have patience."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            with urlopen(address, timeout=PATIENCE):
                return True
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    return False


@pytest.fixture(scope="session")
def app_url(filled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("app")
    shutil.copyfile(filled_file, folder / "store.sqlite")
    with served(ROOT / "evaluation_app.py", folder) as address:
        yield address


@pytest.fixture(scope="session")
def boxes_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A script of two boxes with a save, to try the box by itself."""
    with served(Path(__file__).with_name("two_boxes.py"), tmp_path_factory.mktemp("boxes")) as address:
        yield address


@pytest.fixture(scope="session")
def typed_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A script that shows difficult text."""
    with served(Path(__file__).with_name("people_text.py"), tmp_path_factory.mktemp("typed")) as address:
        yield address


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """A page as `open_page(width=1280, dark=False)`; below 640 wide it calls itself a phone."""
    contexts = []

    def opened(*, width: int = 1280, dark: bool = False) -> Page:
        is_phone = width < 640  # where Streamlit stacks its columns
        context = browser.new_context(
            viewport={"width": width, "height": 844 if is_phone else 800},
            user_agent=PHONE if is_phone else None,
            has_touch=is_phone,
            color_scheme="dark" if dark else "light",
        )
        context.set_default_timeout(PATIENCE * 1000)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def desktop(open_page: Callable[..., Page]) -> Page:
    return open_page(width=1280)


@pytest.fixture
def phone(open_page: Callable[..., Page]) -> Page:
    return open_page(width=390)


REMEMBERED = "document.cookie.includes('who=')"  # a while after the name is shown; a reload before that asks again


@pytest.fixture
def introduce() -> Callable[[Page], None]:
    """Answers "Who is this?" on a page that asks."""

    def introduced(page: Page) -> None:
        page.get_by_label("Your name").fill("Amina Khan")
        choose(page, "Your role", "innovation lead")
        page.get_by_role("button", name="Go on").click()
        page.get_by_text("Amina Khan, innovation lead (name not checked)").wait_for()
        page.wait_for_function(REMEMBERED)

    return introduced
