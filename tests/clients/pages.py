"""Pages rendered by LibreOffice: how many, whether heads come again and nothing is lost."""

import csv
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path


def letters(text):
    return Counter(letter for letter in unicodedata.normalize("NFKC", text) if letter.isalnum())


def text_of(pdf, page=None):
    only = [] if page is None else ["-f", str(page), "-l", str(page)]
    done = subprocess.run(
        ["pdftotext", "-layout", *only, str(pdf), "-"], capture_output=True, check=True
    )
    return done.stdout.decode("utf-8")


def pages_of(pdf):
    done = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, check=True)
    info = done.stdout.decode("utf-8")
    return int(re.search(r"Pages:\s+(\d+)", info)[1]), re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", info)


def main(folder):
    folder = Path(folder)
    for pdf in sorted(folder.glob("pdf/*/*.pdf")):
        count, size = pages_of(pdf)
        wide, high = float(size[1]), float(size[2])
        assert abs(wide - 842) < 2 and abs(high - 595) < 2, f"{pdf}: {wide} x {high} is no landscape A4"
        path = folder / f"{pdf.stem}.csv"
        rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
        is_report = pdf.stem.endswith("-report")
        if not is_report:
            first_head = next(cell for cell in rows[0] if len(cell) > 8).split()[0]
            for page in range(1, count + 1):
                text = text_of(pdf, page)
                # Every page with rows has the head again; the last may hold but the end of one.
                assert first_head in text, f"{pdf}: no head on page {page}"
                numbered = re.match(r"\s*(\d+)\s*\n", text)
                is_numbered = numbered and int(numbered[1]) == page
                assert bool(is_numbered) == (page > 1), f"{pdf}: number of page {page}"
            # Every letter of the table is on paper as often as in it, beside the heads that
            # come again, so nothing is cut off. (pdftotext puts blanks into words.)
            found = letters(text_of(pdf))
            wanted = Counter()
            for row in csv.reader(open(path, encoding="utf-8-sig", newline="")):
                wanted += letters(" ".join(row))
            for _ in range(count - 1):
                wanted += letters(" ".join(rows[0]))
            lost = wanted - found
            assert not lost, f"{pdf}: lost {dict(lost)}"
        print(f"{pdf.relative_to(folder)}: {count} pages")


main(sys.argv[1])
