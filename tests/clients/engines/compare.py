#!/usr/bin/env python3
"""The same question to papi, DuckDB and Polars over the same file, in one run.

    cargo bench --bench nation -- FOLDER [YEARS]
    pip install duckdb polars
    python3 tests/clients/engines/compare.py target/release/papi FOLDER DAY [TIMES]

The question: for each plan and target, sum of numerators over sum of denominators, or
the agencies that say yes over the agencies of the registry, where of each agency the
latest period counts. The answers must be the same to the last digit; then the best wall
time and the greatest memory of TIMES runs (default 3) are shown, and how many times
papi's. An engine that is not installed is passed over, and that is said.
"""
import csv
import glob
import json
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

DUCKDB = """
WITH latest AS (
    SELECT "Kế hoạch" AS plan, "Mã" AS item, "Đơn vị" AS agency,
        arg_max("Tử số", "Kỳ") AS part, arg_max("Mẫu số", "Kỳ") AS whole,
        arg_max("Kết quả", "Kỳ") AS said
    FROM read_csv('{file}', header = true, columns = {{
        'Kế hoạch': 'VARCHAR', 'Mã': 'VARCHAR', 'Đơn vị': 'VARCHAR', 'Kỳ': 'VARCHAR',
        'Tử số': 'BIGINT', 'Mẫu số': 'BIGINT', 'Kết quả': 'VARCHAR',
        'Ngày báo cáo': 'DATE', 'Minh chứng': 'VARCHAR', 'Ghi chú': 'VARCHAR'}})
    WHERE "Ngày báo cáo" <= DATE '{day}'
    GROUP BY ALL
)
SELECT plan, item, CAST(sum(part) AS BIGINT), CAST(sum(whole) AS BIGINT),
    count(*) FILTER (said = 'có')
FROM latest GROUP BY ALL
"""


def duckdb_answer(file, day):
    import duckdb

    return duckdb.sql(DUCKDB.format(file=file, day=day)).fetchall()


def polars_answer(file, day):
    from datetime import date

    import polars as pl

    keys = ["Kế hoạch", "Mã", "Đơn vị"]
    types = {key: pl.String for key in [*keys, "Kỳ", "Kết quả", "Minh chứng", "Ghi chú"]}
    types |= {"Tử số": pl.Int64, "Mẫu số": pl.Int64, "Ngày báo cáo": pl.Date}
    latest = (
        pl.scan_csv(file, schema_overrides=types)
        .filter(pl.col("Ngày báo cáo") <= date.fromisoformat(day))
        .group_by(keys)
        .agg(pl.col("Tử số", "Mẫu số", "Kết quả").sort_by("Kỳ").last())
        .group_by("Kế hoạch", "Mã")
        .agg(
            pl.col("Tử số").sum(),
            pl.col("Mẫu số").sum(),
            (pl.col("Kết quả") == "có").sum(),
        )
    )
    try:
        return latest.collect(engine="streaming").rows()
    except TypeError:
        return latest.collect().rows()


def registries(folder):
    """How many communes each plan has."""
    counts = Counter()
    for path in glob.glob(f"{folder}/plans/agencies/*.csv"):
        with open(path, encoding="utf-8") as file:
            levels = [row["level"] for row in csv.DictReader(file)]
        counts[Path(path).stem] = levels.count("commune")
    return counts


def as_answer(rows, communes):
    """Plan and target to numerator and denominator."""
    return {
        (plan, item): (part, whole) if whole else (yes, communes[plan])
        for plan, item, part, whole, yes in rows
    }


def papi_answer(text):
    return {
        (plan["id"], target["id"]): (target["numerator"], target["denominator"])
        for plan in json.loads(text)["plans"]
        for target in plan["targets"]
    }


def run(command, times):
    """The output of a command, its best wall time in seconds, its memory in MB."""
    best, memory = float("inf"), 0
    for _ in range(times):
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        output = process.stdout.read()
        _, _, usage = os.wait4(process.pid, 0)
        best = min(best, time.perf_counter() - begun)
        memory = max(memory, usage.ru_maxrss / 1024)
    return output.decode(), best, memory


def main():
    papi, folder, day = sys.argv[1:4]
    times = int(sys.argv[4]) if len(sys.argv) > 4 else 3
    file = f"{folder}/nation.csv"
    plans = sorted(glob.glob(f"{folder}/plans/*.toml"))
    command = [papi, "targets", *plans, "--results", file, "--as-of", day]
    output, papi_time, papi_memory = run([*command, "--format", "json", "--fail-on", "never"], times)
    answer = papi_answer(output)
    communes = registries(folder)
    _, cat_time, _ = run(["cat", file], times)
    print(f"{'':8} {'seconds':>8} {'times':>7} {'MB':>7} {'times':>7}")
    print(f"{'cat':8} {cat_time:8.2f} {cat_time / papi_time:7.2f}")
    print(f"{'papi':8} {papi_time:8.2f} {1:7.2f} {papi_memory:7.0f} {1:7.2f}")
    same = True
    for engine in ["duckdb", "polars"]:
        try:
            __import__(engine)
        except ImportError:
            print(f"{engine:8} is not installed and passed over")
            continue
        asked = [sys.executable, __file__, "--engine", engine, file, day]
        output, seconds, memory = run(asked, times)
        theirs = as_answer(json.loads(output), communes)
        agrees = theirs == answer
        same &= agrees
        print(
            f"{engine:8} {seconds:8.2f} {seconds / papi_time:7.2f} {memory:7.0f} "
            f"{memory / papi_memory:7.2f}  {'the same' if agrees else 'OTHER'} {len(theirs)} answers"
        )
    return 0 if same else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--engine"]:
        ask = {"duckdb": duckdb_answer, "polars": polars_answer}[sys.argv[2]]
        json.dump([list(row) for row in ask(*sys.argv[3:5])], sys.stdout)
    else:
        sys.exit(main())
