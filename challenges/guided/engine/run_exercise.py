"""Calls `answer` of an exercise and writes down what it returns: run_exercise.py PROGRAM RESULT SECONDS GIVEN.

GIVEN is JSON: what `answer` is called with. RESULT is JSON: {"answer": ...} or {"failure": {...}}.
"""

import json
import os
import sys
import threading
import traceback

program, result, seconds, given = sys.argv[1:5]


def end_with_parent():
    """Nobody waits for the answer any more once standard input ends."""
    while os.read(0, 4096):
        pass
    os._exit(1)


def end_in_time():
    os._exit(1)


def write(outcome):
    with open(result, "w", encoding="utf-8") as file:
        json.dump(outcome, file, allow_nan=False)


def line_of(error):
    """The last line of the program itself that was running, and its text."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == program]
    return (frames[-1].lineno, frames[-1].line or "") if frames else (None, "")


def failure(kind, error=None, **more):
    line, text = line_of(error) if error is not None else (None, "")
    name = type(error).__name__ if error is not None else ""
    write({"failure": {"kind": kind, "name": name, "message": str(error or "")[:2000], "line": line, "text": text[:200], **more}})
    sys.stdout.flush()
    os._exit(0)


class Unwritable(Exception):
    pass


def plain(value, depth=0):
    """Numbers, texts, lists and dicts of what numpy, pandas and Python hold."""
    if depth > 20:
        raise Unwritable("lists in lists in lists ...")
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, int):
        return value if abs(value) < 2**53 else float(value)
    if isinstance(value, float):
        return value if value - value == 0 else {"$": "nan" if value != value else "inf" if value > 0 else "-inf"}
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    if isinstance(value, dict):
        return {name_of(name): plain(each, depth + 1) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each, depth + 1) for each in value]
    kind = f"{type(value).__module__.split('.')[0]}.{type(value).__name__}"
    if kind == "pandas.DataFrame":
        return {name_of(name): plain(value[name].tolist(), depth + 1) for name in value.columns}
    if kind == "pandas.Series" or kind.startswith("numpy."):
        listed = value.tolist()
        if listed is not value:
            return plain(listed, depth + 1)
    raise Unwritable(f"{type(value).__module__}.{type(value).__name__}")


def name_of(name):
    return str(name.item() if hasattr(name, "item") else name.decode() if isinstance(name, bytes) else name)


def main():
    threading.Thread(target=end_with_parent, daemon=True).start()
    late = threading.Timer(float(seconds) + 5, end_in_time)
    late.daemon = True
    late.start()
    sys.stdin = open(os.devnull)
    sys.argv = [program]
    sys.path[0] = os.path.dirname(program)
    # bytes, so that a file in another encoding is told of as the syntax error that it is
    with open(program, "rb") as file:
        source = file.read()
    try:
        code = compile(source, program, "exec")
    except SyntaxError as error:
        write({"failure": {"kind": "syntax", "name": type(error).__name__, "message": error.msg, "line": error.lineno, "text": (error.text or "").strip()[:200]}})
        return
    names = {"__name__": "exercise", "__file__": program, "__builtins__": __builtins__}
    try:
        exec(code, names)
        answer = names.get("answer")
        if not callable(answer):
            return failure("no-function")
        found = answer(json.loads(given))
    except ModuleNotFoundError as error:
        return failure("module", error, module=(error.name or "").split(".")[0])
    except MemoryError as error:
        return failure("memory", error)
    except SystemExit as error:
        return failure("exit", error)
    except BaseException as error:
        return failure("exception", error)
    if found is None:
        return failure("nothing")
    try:
        write({"answer": plain(found)})
    except (Unwritable, ValueError, RecursionError) as error:
        failure("unwritable", error)


main()
sys.stdout.flush()
# threads that the program left behind must not keep it
os._exit(0)
