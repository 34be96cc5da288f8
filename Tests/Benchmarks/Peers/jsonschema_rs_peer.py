"""The peer `jsonschema-rs` (PyPI) for schema-benchmark: python3 FILE SCHEMA INSTANCES."""

import json
import sys
import time

import jsonschema_rs

MINIMUM_NANOSECONDS = 20_000_000


def average(is_valid, instances):
    rounds = 0
    start = time.perf_counter_ns()
    while True:
        for instance in instances:
            is_valid(instance)
        rounds += 1
        elapsed = time.perf_counter_ns() - start
        if elapsed >= MINIMUM_NANOSECONDS:
            return elapsed / rounds / len(instances)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    with open(sys.argv[2], encoding="utf-8") as file:
        instances = [json.loads(line) for line in file]
    # Formats are annotations by default, as the standard has it since 2019-09.
    options = {"validate_formats": False}
    start = time.perf_counter_ns()
    is_valid = jsonschema_rs.validator_for(schema, **options).is_valid
    compilation = time.perf_counter_ns() - start
    nothing = jsonschema_rs.validator_for(True).is_valid
    print(compilation, "".join("01"[is_valid(instance)] for instance in instances), flush=True)
    for _ in sys.stdin:
        print(average(is_valid, instances), average(nothing, instances), flush=True)


main()
