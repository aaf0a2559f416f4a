"""What the tests of pages share: opening one, and reading all that stands on it."""

from __future__ import annotations

from typing import Protocol

from streamlit.testing.v1 import AppTest

from evaluation.model.people import Actor
from evaluation.words import breakable


class OpenAt(Protocol):
    """Opens a page as somebody (nobody for None), with what the address says."""

    def __call__(self, page: str, who: Actor | None = None, **address: str) -> AppTest: ...


def labels(app: AppTest) -> str:
    """What stands on folds, buttons and boxes, and in the choices they offer."""
    named = [each.label for kind in (app.expander, app.button, app.text_input, app.checkbox) for each in kind]
    offered = [text for box in app.selectbox for text in (box.label, box.placeholder, *box.options)]
    return breakable("\n".join(text for text in (*named, *offered) if text))


def shown(app: AppTest) -> str:
    """Headings and text of the page, with ordinary spaces."""
    texts = [element.value for kind in (app.title, app.header, app.subheader, app.markdown) for element in kind]
    return breakable("\n".join(texts))
