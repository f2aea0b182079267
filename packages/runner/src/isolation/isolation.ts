/** A folder or file of this machine that a program may read, under a name that it sees. */
export interface Place {
  /** A neutral word, such as `entry` or `input`; under bubblewrap it is mounted as `/<name>`. */
  readonly name: string;
  /** Absolute path on this machine. Never told to the program where there is isolation. */
  readonly path: string;
}

/** The one thing that a program may leave behind: a regular file, made before it starts. */
export interface OutputFile {
  readonly name: string;
  /** Absolute path on this machine of an existing, empty file. */
  readonly path: string;
}

/** What a run may use. Bytes and seconds; a run that wants more is ended and says of what. */
export interface Limits {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly memoryBytes: number;
  /** Processes and threads together. */
  readonly processes: number;
  readonly openFiles: number;
  /** Of each file that is written, the output among them. */
  readonly fileBytes: number;
  /** Of everything under the program's /tmp, and again of /dev/shm. */
  readonly scratchBytes: number;
  /** Of each of stdout and stderr. */
  readonly streamBytes: number;
}

export type Runtime = "node" | "python";

/** Where a program finds its places and outputs, by name. */
export type Paths = Readonly<Record<string, string>>;

/** One run of one program. */
export interface RunRequest {
  readonly runtime: Runtime;
  /** What follows the interpreter on its command line. */
  readonly args: (paths: Paths) => readonly string[];
  /** Read-only. The program starts in the first one. */
  readonly places: readonly Place[];
  readonly outputs: readonly OutputFile[];
  readonly limits: Limits;
  /** Talks with the program while it runs; without it stdin is empty and stdout is only kept. */
  readonly converse?: ((talk: Conversation) => Promise<void>) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Lines in both directions, while a program runs. */
export interface Conversation {
  readonly stdin: NodeJS.WritableStream;
  readonly stdout: NodeJS.ReadableStream;
}

/** How a run ended. */
export type RunEnd =
  | "done"
  | "exit-code"
  | "signal"
  | "wall-time"
  | "cpu-time"
  | "memory"
  | "processes"
  | "file-size"
  | "stream-size"
  | "aborted"
  | "not-started";

export interface RunResult {
  readonly end: RunEnd;
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly wallSeconds: number;
  readonly cpuSeconds: number | null;
  readonly peakMemoryBytes: number | null;
  /** The first `streamBytes`. */
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
}

/** One way to run programs. A container would be another. */
export interface Isolation {
  readonly name: "bubblewrap" | "none";
  /** Whether what runs is kept from the machine, the network and other runs. */
  readonly isolated: boolean;
  run(request: RunRequest): Promise<RunResult>;
}
