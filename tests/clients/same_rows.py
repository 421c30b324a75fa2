"""The rows of benches/appendix.rs by XlsxWriter: prints the seconds of processor and peak memory.

    papi appendix plans/lao-cai-2021.toml -o phu-luc.csv
    python3 tests/clients/same_rows.py phu-luc.csv
"""

import csv
import itertools
import resource
import sys
import time

import xlsxwriter

ROWS = 20_000
SIZES = [5, 30, 20, 18, 18, 12, 18, 10]

with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    head, *rows = csv.reader(file)
# Sections have nothing but a number and a title.
rows = [row for row in rows if any(row[2:])]
start = time.process_time()
book = xlsxwriter.Workbook("/tmp/xlsxwriter.xlsx", {"strings_to_formulas": False})
base = {"font_name": "Times New Roman", "font_size": 12, "border": 1, "text_wrap": True, "valign": "top"}
bold = book.add_format({**base, "bold": True, "align": "center", "valign": "vcenter"})
formats = [book.add_format({**base, "align": "center"})] + [book.add_format(base)] * 7
sheet = book.add_worksheet("Phụ lục")
sheet.set_landscape()
sheet.set_paper(9)
sheet.fit_to_pages(1, 0)
sheet.repeat_rows(0)
sheet.freeze_panes(1, 0)
for column, size in enumerate(SIZES):
    sheet.set_column(column, column, size)
for column, words in enumerate(head):
    sheet.write_string(0, column, words, bold)
for at, row in enumerate(itertools.islice(itertools.cycle(rows), ROWS), 1):
    # The height that shows all the text, by the number of letters alone.
    lines = max(
        sum(len(line) // size + 1 for line in words.split("\n")) for words, size in zip(row, SIZES)
    )
    sheet.set_row(at, min(lines * 15.75, 409))
    for column, words in enumerate(row):
        sheet.write_string(at, column, words, formats[column])
book.close()
seconds = time.process_time() - start
print(f"{seconds:.2f} s of processor, {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")
