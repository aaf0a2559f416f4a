"""A draft of a letter to those who send figures. The tool writes; a person sends."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

from evaluation import measures
from evaluation.model.release import Released
from evaluation.problems import UsageError
from evaluation.programme.by_name import by_name
from evaluation.programme.figures.arriving import standing_of
from evaluation.programme.handle import Programme
from evaluation.programme.releasing import carry, release
from evaluation.words.letters import Letter, is_needed, letter


def draft_letter(programme: Programme, stream: str) -> Released[Letter]:
    """The letter about what is missing of a stream. Raises UsageError where there is no such, or nothing is missing."""
    found = by_name("stream", stream, {one.stream.id: one for one in standing_of(programme)})
    if not is_needed(found):
        raise UsageError(f"Nothing is missing from {found.stream.name}, so there is no letter to write.")
    return release(programme, letter(found, programme.framework))


def as_mail(programme: Programme, drafted: Released[Letter]) -> Released[bytes]:
    """The letter as a file that mail programs open as a draft, with the workbook to fill in.

    It has no address: whoever sends it knows to whom.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = drafted.content.subject
    message["X-Unsent"] = "1"  # opens for editing in Outlook, and not as something received
    message.set_content(drafted.content.body)
    message.add_attachment(
        measures.template(programme.framework),
        maintype="application",
        subtype="vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        filename="figures.xlsx",
    )
    return carry(drafted, bytes(message))
