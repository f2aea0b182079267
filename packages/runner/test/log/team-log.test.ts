import { expect, test } from "vitest";
import { findFault } from "../../src/log/find-fault.ts";
import { teamLog } from "../../src/log/team-log.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const printed = (stdout: string, stderr = "") => [
  { step: "predict" as const, stdout: bytes(stdout), stderr: bytes(stderr) },
];

test("control characters and the places of this machine do not reach the log", () => {
  const text = "\u001b[31mred\u001b[0m \u0007bell \u202Ereversed /home/me/secret/x.py\r\nnext";
  const log = teamLog(printed(text), { withheld: false, hostPlaces: ["/home/me", "/home/me/secret"] });
  expect(log.text).toBe("[predict stdout]\nred \uFFFDbell \uFFFDreversed ./x.py\nnext\n");
});

test("a log is cut to its end", () => {
  const { text } = teamLog(printed(`${"x".repeat(200_000)}end`), { withheld: false, hostPlaces: [] });
  expect(text.length).toBeLessThan(70_000);
  expect(text.endsWith("end\n")).toBe(true);
});

test("on held-out inputs nothing is shown", () => {
  expect(teamLog(printed("0.123", "0.5"), { withheld: true, hostPlaces: [] })).toEqual({
    text: "",
    withheld: true,
  });
});

const files = new Map([
  ["predict.py", bytes("1\n2\n3\n")],
  ["lib/model.py", bytes("1\n2\n3\n4\n")],
]);

test("the innermost line of the entry's own files is told, with a known exception", () => {
  const stderr = `Traceback (most recent call last):
  File "/entry/predict.py", line 2, in <module>
    model.run()
  File "/entry/lib/model.py", line 3, in run
    numpy.load(path)
  File "/usr/lib/python3/dist-packages/numpy/lib/npyio.py", line 427, in load
    fid = open(file)
FileNotFoundError: [Errno 2] No such file or directory: '/entry/secret-0.123'
`;
  expect(findFault(bytes(stderr), files)).toEqual({ reason: "FileNotFoundError", place: "lib/model.py:3" });
});

test("neither exception nor place can carry words of the program", () => {
  const stderr =
    'File "/entry/secret.py", line 2\n  File "/entry/predict.py", line 999999, in x\nTruth01101001: 1, 0, 1\n';
  expect(findFault(bytes(stderr), files)).toEqual({ reason: "Error", place: "-" });
});

test("Node's stack, and no stack at all", () => {
  const stack =
    "/entry/predict.py:2\n  x.y\nTypeError: Cannot read\n    at run (file:///entry/lib/model.py:4:11)\n";
  expect(findFault(bytes(stack), files)).toEqual({ reason: "TypeError", place: "predict.py:2" });
  expect(findFault(bytes(""), files)).toEqual({ reason: "Error", place: "-" });
});
