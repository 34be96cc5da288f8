"""`schema validate --lines` with `jsonschema-rs`: python3 FILE SCHEMA INSTANCES."""

import json
import sys

import jsonschema_rs


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        is_valid = jsonschema_rs.validator_for(json.load(file), validate_formats=False).is_valid
    write = sys.stdout.write
    with open(sys.argv[2], "rb") as file:
        for line in file:
            write("valid\n" if is_valid(json.loads(line)) else "invalid\n")


main()
