#!/usr/bin/env python3
"""Validates shipped files against resources/schemas, and the cases that the C++ readers are tested with.

tests/catalog/agreement/KIND.json is a list of {"why", "valid", "json"}: schema and reader must judge each case alike.
Where a rule cannot be said in a schema (an id that occurs twice), "schema_valid" says what the schema thinks.
Exit code 0: all right; 1: something is wrong; 77: skipped, the validator is not installed.
"""
import json
import sys
from pathlib import Path

try:
    from jsonschema import Draft202012Validator, FormatChecker
except ImportError:
    print("skipped: python3-jsonschema 4 is not installed")
    sys.exit(77)

SHIPPED = {"provider": "providers/*.json", "catalog": "catalog/*.json", "chain": "chains/*.json",
           "policy": "policies/*.json", "settings": None, "classes": None}


def read_schema(root, kind):
    """The schema of a kind; what it takes from the chain's is put into it."""
    text = (root / f"resources/schemas/{kind}.schema.json").read_text()
    schema = json.loads(text.replace("signalbox:chain#", "#"))
    if "signalbox:chain#" in text:
        chain = json.loads((root / "resources/schemas/chain.schema.json").read_text())
        schema["$defs"] = {**chain["$defs"], **schema["$defs"]}
    return schema


def main(root):
    failures = []
    checked = 0
    for kind, pattern in SHIPPED.items():
        schema = read_schema(root, kind)
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema, format_checker=FormatChecker())
        for path in sorted((root / "resources").glob(pattern)) if pattern else []:
            checked += 1
            value = json.loads(path.read_text())
            failures += [f"{path.name}: {error.json_path}: {error.message}" for error in validator.iter_errors(value)]
            # Members of a newer version are welcome in a profile, but a shipped file knows only today's.
            unknown = set(value) - set(schema["properties"])
            failures += [f"{path.name}: {name} is not described" for name in sorted(unknown)]
        for case in json.loads((root / f"tests/catalog/agreement/{kind}.json").read_text()):
            checked += 1
            if validator.is_valid(case["json"]) != case.get("schema_valid", case["valid"]):
                failures.append(f"{kind}: the schema disagrees about: {case['why']}")
    for failure in failures:
        print(failure)
    print(f"{checked} checked, {len(failures)} failed")
    return 1 if failures or checked < 60 else 0


sys.exit(main(Path(sys.argv[1])))
