"""The app: thin pages that ask the programme and draw what it releases. Nothing is computed here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

_FOLDER = Path(__file__).parent / "pages"


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page of the menu: the file `pages/<name>.py` and the title people see."""

    name: str
    title: str

    @property
    def file(self) -> Path:
        """The page's script."""
        return _FOLDER / f"{self.name}.py"

    @property
    def url_path(self) -> str:
        """The page's place in the address: `add-note`."""
        return self.name.replace("_", "-")


# In the order of the menu; the first is what opens.
PAGES: Final = (
    PageEntry("meeting", "Meeting"),
    PageEntry("prototypes", "Prototypes"),
    PageEntry("add_note", "Add a note"),
    PageEntry("waiting", "Waiting for you"),
    PageEntry("what_we_learnt", "What we learnt"),
    PageEntry("results", "Results"),
    PageEntry("figures", "Figures"),
    PageEntry("programme", "The programme"),
    PageEntry("how_we_know", "How we know"),
)


def page_file(name: str) -> Path:
    """The script of the page of this name, for links to it."""
    return _FOLDER / f"{name}.py"
