"""Whole columns that are about persons, though no single cell gives them away: names, and dates of birth.

One cell "Olivia" or "14/03/2019" says little; a column of them is a list of
children. The first rows are enough to tell what a column holds.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from evaluation.measures.personal import found_in
from evaluation.measures.tables import Row

_ROWS_LOOKED_AT: Final = 1_000
_FEWEST: Final = 3  # cells; below that a column shows no pattern
_FEWEST_DATES: Final = 4
_MOST: Final = 0.8  # of the filled cells of a column
# Many columns of labels hold a few words that are forenames as well ("Jordan", "Florence"); half of them do not.
_FORENAMES_AT_LEAST: Final = 0.5
_SURNAME_FIRST: Final = re.compile(r"[A-Z][\w'\N{RIGHT SINGLE QUOTATION MARK}-]+,\s?[A-Z][a-z'-]+(?: [A-Z][\w.'-]*)*")
_WORDS: Final = re.compile(r"[A-Za-z'\N{RIGHT SINGLE QUOTATION MARK}-]+")
_WORDS_OF_A_NAME: Final = 4
_LAST_DAYS: Final = 28  # periods end on the 28th to the 31st
_YEAR_FIRST: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?", re.ASCII)
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})", re.ASCII)
# Frequent forenames of children born, and of their parents, in England and Wales over the last sixty years
# (Office for National Statistics, Baby names), without those that are places or words as well.
_NAMES: Final = """
    aaron abdul abigail adam aisha alan alexander alexandra alfie alice alison amanda amber amelia amina amy andrew
    angela ann anna anne annie anthony archie arthur ava barbara benjamin bethany brian caroline catherine charles
    charlie charlotte chloe christine christopher claire clare craig daisy daniel darren david deborah denise dennis
    diane donna dylan edward eleanor elizabeth ella ellie elsie emily emma ethan eva evie fatima finley florence
    frederick freddie freya gary gareth gemma george georgia gillian grace graham hannah harriet harry hassan heather
    helen henry holly hugo ian ibrahim imran isaac isabella isabelle isla jack jacob jacqueline jade jake james jamie
    jane janet jasmine jason jayden jean jennifer jessica joan joanne john jonathan joseph joshua joyce judith julie
    karen kate katherine kathleen katie keith kelly kenneth kevin kieran kimberley laura lauren layla leah leanne lee
    leo lewis liam lily linda lisa logan louise lucas lucy luke maisie malcolm margaret maria marie mark martin mary
    maryam mason matilda matthew maureen max maya megan melanie melissa mia michael michelle millie mohammad mohammed
    molly muhammad naomi natalie natasha nathan neil nicholas nicola nigel noah olivia omar oscar owen pamela patricia
    paul paula pauline peter philip phoebe poppy rachel raymond rebecca reuben rhys richard riley robert roger ronald
    rosie roy ruby russell ruth ryan samantha samuel sandra sara sarah scarlett sean sebastian shannon sharon shaun
    sheila shirley sienna simon sophia sophie stacey stephanie stephen steven stuart susan suzanne teddy teresa theo
    theodore thomas timothy toby tommy tracey tyler valerie victoria vincent wayne wendy william yasmin yusuf zachary
    zainab zara zoe
"""
_FORENAMES: Final = frozenset(_NAMES.split())


@dataclass(slots=True)
class _Seen:
    """What the first rows of one column hold."""

    row: int = 0
    filled: int = 0
    surname_first: int = 0
    forenames: int = 0
    texts: set[str] = field(default_factory=set)
    dates: list[date] = field(default_factory=list)

    def add(self, text: str, row: int) -> None:
        self.row = self.row or row
        self.filled += 1
        self.texts.add(text)
        self.surname_first += _SURNAME_FIRST.fullmatch(text) is not None
        words = _WORDS.findall(text)
        looks_named = 1 <= len(words) <= _WORDS_OF_A_NAME and text.isascii() and not any(map(str.isdigit, text))
        self.forenames += looks_named and words[0].lower() in _FORENAMES
        day = _day(text)
        if day is not None:
            self.dates.append(day)

    def verdict(self) -> str | None:
        """What identifies a person in this column, if anything does."""
        if len(self.texts) < _FEWEST:
            return None
        if self.surname_first >= _MOST * self.filled or self.forenames >= _FORENAMES_AT_LEAST * self.filled:
            return "names of persons"
        return "dates of birth" if self._are_births() else None

    def _are_births(self) -> bool:
        """Days all over the calendar, hardly one twice: no first or last of a month, no weekly returns."""
        different = set(self.dates)
        enough = len(self.dates) >= _MOST * self.filled and len(different) >= _FEWEST_DATES
        if not enough or 2 * len(different) < len(self.dates):
            return False
        within_month = sum(1 < day.day < _LAST_DAYS for day in different)
        return 2 * within_month >= len(different) and len({day.weekday() for day in different}) > 1


def check_columns(file: str, header: Sequence[str], rows: Iterable[Row], sheet: str) -> None:
    """Raise MeasuresError where a column holds names or dates of birth."""
    seen = [_Seen() for _ in header]
    for number, cells in itertools.islice(rows, _ROWS_LOOKED_AT):
        for column, cell in zip(seen, cells, strict=False):
            if text := cell.strip():
                column.add(text, number)
    for heading, column in zip(header, seen, strict=True):
        what = column.verdict()
        if what is not None:
            raise found_in(file, f'The column "{heading}" looks like {what}.', heading, sheet, column.row)


def _day(text: str) -> date | None:
    """The day, where the text is a full date; day first, as dates are written here."""
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
