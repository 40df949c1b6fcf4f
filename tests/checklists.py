#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Are the questionnaires that come with the program valid by their schema?"""

import json
import pathlib
import sys

import jsonschema

root = pathlib.Path(sys.argv[1])
schema = json.loads((root / "docs/checklist.schema.json").read_text(encoding="utf-8"))
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)

problems = 0
for path in sorted((root / "data/reference/checklists").glob("*.json")):
    for error in validator.iter_errors(json.loads(path.read_text(encoding="utf-8"))):
        problems += 1
        print(f"{path.name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
sys.exit(1 if problems else 0)
