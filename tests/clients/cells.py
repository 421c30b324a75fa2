"""Workbooks, CSV and Word documents, read back cell for cell."""

import csv
import sys
from datetime import datetime
from pathlib import Path

import docx
import openpyxl

GUARDS = ("\u00a0", "'")


def plain(value):
    """A cell as words: days as CSV has them, lines without their ends."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).replace("\r\n", "\n")
    return text[1:] if text.startswith(GUARDS) else text


def tables_of_csv(path):
    text = path.read_bytes().decode("utf-8-sig")
    tables, rows = [], []
    for row in csv.reader(text.splitlines(keepends=True)):
        if row:
            rows.append([plain(cell) for cell in row])
        else:
            tables.append(rows)
            rows = []
    return tables + [rows]


def tables_of_book(path, heads):
    """The table of each sheet: from the row that is its head, as many columns."""
    book = openpyxl.load_workbook(path)
    tables = []
    for sheet, head in zip(book.worksheets, heads):
        assert not any(
            cell.data_type == "f" for row in sheet.iter_rows() for cell in row
        ), f"{path}: a formula"
        rows = [[plain(c.value) for c in row] for row in sheet.iter_rows()]
        width = len(head)
        start = next(at for at, row in enumerate(rows) if row[:width] == head)
        tables.append([row[:width] for row in rows[start:]])
    assert len(book.worksheets) == len(heads), f"{path}: {len(book.worksheets)} sheets"
    return tables


def is_number(text):
    try:
        float(text.replace(",", "."))
        return True
    except ValueError:
        return False


def same(one, other):
    if one == other:
        return True
    # A number is written with a comma in Vietnamese, and held as a number.
    if is_number(one) and is_number(other):
        return float(one.replace(",", ".")) == float(other.replace(",", "."))
    return False


def compare(name, wanted, found):
    assert len(wanted) <= len(found), f"{name}: {len(found)} rows of {len(wanted)}"
    for at, (row, other) in enumerate(zip(wanted, found)):
        for column, (one, two) in enumerate(zip(row, other)):
            assert same(one, two), f"{name}: row {at}, column {column}: {one!r} is {two!r}"


def tables_of_word(path):
    document = docx.Document(path)
    tables = []
    for table in document.tables:
        rows = []
        for row in table.rows:
            seen, cells = [], []
            for cell in row.cells:
                if cell._tc not in seen:
                    seen.append(cell._tc)
                    cells.append(cell.text)
            rows.append(cells)
        tables.append(rows)
    return document, tables


def check_word(path, wanted, name):
    document, tables = tables_of_word(path)
    tables = [rows for rows in tables if any(rows[0] == table[0] for table in wanted)]
    assert len(tables) == len(wanted), f"{name}: {len(tables)} tables of {len(wanted)}"
    for table, found in zip(wanted, tables):
        for row, other in zip(table, found):
            if len(other) == 1 and len(row) > 1:
                gap = ". " if row[0] else ""
                assert other[0] == f"{row[0]}{gap}{row[1]}", f"{name}: {other}"
            else:
                for one, two in zip(row, other):
                    one = "/".join(reversed(one.split("-"))) if one[:2] == "20" and one[4:5] == "-" else one
                    day = two.split(" ")[-1].split("/")
                    two = "/".join(part.zfill(2) for part in day) if len(day) == 3 and day[-1].isdigit() else two
                    assert same(one, two), f"{name}: {one!r} is {two!r}"
    page = document.sections[0]
    assert page.orientation == 1 and page.page_width > page.page_height
    assert document.core_properties.title


def main(folder):
    folder = Path(folder)
    books = cells = 0
    for path in sorted(folder.glob("*.xlsx")):
        wanted = tables_of_csv(path.with_suffix(".csv"))
        heads = [table[0] for table in wanted]
        for place in (path, folder / "back" / path.name):
            compare(str(place), *pair(wanted, tables_of_book(place, heads)))
        books += 1
        cells += sum(len(row) for table in wanted for row in table)
        if not path.stem.endswith("-report"):
            # A report in Word folds communes; its tables are not those of the CSV.
            check_word(path.with_suffix(".docx"), wanted, path.stem)
    print(f"{books} workbooks, {cells} cells alike in CSV, XLSX (openpyxl), ODS (LibreOffice) and DOCX")


def pair(wanted, found):
    flat = lambda tables, of: [row for table, other in zip(tables, of) for row in table[: len(other)]]
    return flat(wanted, wanted), flat(found, wanted)


main(sys.argv[1])
