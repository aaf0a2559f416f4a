"""`illustrate`: make the invented figures anew."""

from __future__ import annotations

from typing import Annotated

import typer

from evaluation.commands.options import AsJson, Folder, settings_for
from evaluation.commands.printing import ILLUSTRATIVE, print_json
from evaluation.programme import ILLUSTRATIVE_SEED
from evaluation.programme import illustrate as write_figures


def illustrate(
    folder: Folder = None,
    as_json: AsJson = False,
    seed: Annotated[int, typer.Option(help="The same seed gives the same figures.")] = ILLUSTRATIVE_SEED,
) -> None:
    """Write the illustrative figures into data/illustrative."""
    paths = write_figures(settings_for(folder, None).folder, seed=seed)
    if as_json:
        print_json({"illustrative": True, "seed": seed, "files": paths})
        return
    print(ILLUSTRATIVE)
    for path in paths:
        print(f"Wrote {path}")
