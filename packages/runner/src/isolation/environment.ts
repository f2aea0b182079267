/**
 * The whole environment of a program, the same in every isolation: nothing of ours, UTC, one thread for the numerical
 * libraries so that sums come out alike, and Python's hash seed fixed.
 *
 * @param scratch the folder it may write into
 */
export function programEnvironment(scratch: string): Record<string, string> {
  return {
    ...{ PATH: "/usr/bin:/bin", HOME: scratch, TMPDIR: scratch, LANG: "C.UTF-8", TZ: "UTC" },
    ...{ OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1", NUMEXPR_NUM_THREADS: "1" },
    ...{ PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1", PYTHONNOUSERSITE: "1", PYTHONUTF8: "1" },
    ORT_DISABLE_TELEMETRY: "1",
  };
}
