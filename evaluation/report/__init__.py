"""What leaves as a file: a released table as CSV, as CSV with its notes beside it, or as an Excel workbook."""

from evaluation.report.csv_file import as_csv
from evaluation.report.excel_file import as_excel
from evaluation.report.forms import FORMS, Form
from evaluation.report.with_notes import with_notes

__all__ = ["FORMS", "Form", "as_csv", "as_excel", "with_notes"]
