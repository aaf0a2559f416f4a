"""What was recorded, by whom and when: append-only, sealed row by row, on SQLite or PostgreSQL.

`open_store` gives the handle every other function takes. Everything written goes
through `append` (figures through `append_batch`, removals through `redact`); rows
never leave this room, nouns do. Importing it loads SQLModel, not Alembic.
"""

from evaluation.store.appending import Act, append
from evaluation.store.batches import append_batch
from evaluation.store.bodies import NOUNS
from evaluation.store.checkup import Health, health
from evaluation.store.correcting import corrections
from evaluation.store.dumping import dump
from evaluation.store.figures import last_batch, stored_figures
from evaluation.store.latest import observations
from evaluation.store.once import append_once
from evaluation.store.opening import open_store, upgrade
from evaluation.store.read import (
    batch_by_sha256,
    comparison,
    declaration,
    get,
    keyed,
    last_number,
    plans_in_force,
    rows,
    search,
)
from evaluation.store.redacting import redact
from evaluation.store.restoring import restore
from evaluation.store.stored import Correction, Figure, Store, Stored, StoredFigures
from evaluation.store.together import Submission, append_together
from evaluation.store.verifying import Verification, verify

__all__ = [
    "NOUNS",
    "Act",
    "Correction",
    "Figure",
    "Health",
    "Store",
    "Stored",
    "StoredFigures",
    "Submission",
    "Verification",
    "append",
    "append_batch",
    "append_once",
    "append_together",
    "batch_by_sha256",
    "comparison",
    "corrections",
    "declaration",
    "dump",
    "get",
    "health",
    "keyed",
    "last_batch",
    "last_number",
    "observations",
    "open_store",
    "plans_in_force",
    "redact",
    "restore",
    "rows",
    "search",
    "stored_figures",
    "upgrade",
    "verify",
]
