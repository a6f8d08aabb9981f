"""Write the JSON Schema of one `jsonl` line from the record models: `python tools/make_schema.py`.

The file ships in the package as rasad/model/report.schema.json; a test fails when the models have moved on.
"""

import json
from pathlib import Path
from typing import Any

from rasad.model.record import Report

TARGET = Path(__file__).parent.parent / "src" / "rasad" / "model" / "report.schema.json"


def schema() -> dict[str, Any]:
    """The schema of what is written: every field is always there."""
    made = Report.model_json_schema(mode="serialization")
    for part in (made, *made["$defs"].values()):
        part["required"] = list(part["properties"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def text() -> str:
    """The file's content."""
    return json.dumps(schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
