"""Runs the reproducer of every error of the fixtures in the real frameworks and records whether it fails as it says.

python test/oracle/reproducers.py writes test/oracle/reproducers.json; needs node, and torch, jax, tensorflow and numpy.
"""

import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def outcome(program, folder):
    """'fails' where the program's own assertion (or its gradient check) fails, else what happened."""
    name = Path(program["path"]).stem
    (folder / f"{name}.py").write_text(program["module"], encoding="utf-8")
    sys.modules.pop(name, None)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            exec(compile(program["reproducer"], "<reproducer>", "exec"), {"__name__": "__main__"})
    except AssertionError:
        return "fails"
    except Exception as error:
        return "fails" if type(error).__name__ == "GradcheckError" else f"{type(error).__name__}: {error}"[:200]
    return "passes"


def main():
    listed = subprocess.run(["npx", "tsx", "scripts/reproducers.ts"], cwd=ROOT, check=True, capture_output=True, text=True)
    programs = json.loads(listed.stdout)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        sys.path.insert(0, folder)
        for program in programs:
            row = {key: program[key] for key in ("path", "loss", "code", "dtype")}
            rows.append({**row, "outcome": outcome(program, Path(folder))})
    target = ROOT / "test/oracle/reproducers.json"
    target.write_text("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n", encoding="utf-8")
    failing = sum(row["outcome"] == "fails" for row in rows)
    print(f"{len(rows)} reproducers, {failing} fail as they say")
    for row in rows:
        if row["outcome"] != "fails":
            print(row)


if __name__ == "__main__":
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    main()
