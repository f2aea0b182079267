import type { Accepted, SubmissionKind, Upload } from "@braidyn/leaderboard/api";
import { call } from "../api/call.ts";
import { offline, Refusal, refusalOf } from "../api/refusal.ts";
import { currentLanguage } from "../words/current-language.ts";

/** Bytes of one piece: what is lost at most when a connection breaks. */
const pieceBytes = 4_000_000;
/** How often an upload that comes no further is tried again, and how long it waits then, milliseconds. */
const tries = 6;
const waitMs = (attempt: number) => 500 * 2 ** attempt;

export interface Sending {
  readonly challenge: string;
  readonly file: File;
  readonly kind: SubmissionKind;
  readonly sha256: string;
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number, resuming: boolean) => void;
}

/**
 * Sends a file in pieces, which go on where they were when the connection breaks, and makes it a submission.
 *
 * @throws Refusal what the server said; without an answer after the last try, that it does not answer.
 */
export async function sendFile(sending: Sending): Promise<Accepted> {
  const { challenge, file, kind, sha256, signal } = sending;
  const body = { name: file.name.slice(0, 200), kind, bytes: file.size, sha256 };
  let upload = await again(() => call("startUpload", { params: { challenge }, body }, signal), signal);
  for (let attempt = 0; upload.received < file.size;) {
    const before = upload.received;
    try {
      upload = await sendPiece(upload, sending);
    } catch (error) {
      if (!mayGoOn(error) || attempt === tries) throw error;
      sending.onProgress(before / file.size, true);
      await pause(waitMs(attempt++), signal);
      const { id } = upload;
      upload = await again(() => call("getUpload", { params: { id } }, signal), signal);
    }
    if (upload.received > before) attempt = 0;
  }
  const { id } = upload;
  return again(() => call("finishUpload", { params: { id } }, signal), signal);
}

/** XMLHttpRequest, because fetch does not tell how far an upload is. */
function sendPiece(upload: Upload, { file, signal, onProgress }: Sending): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", `/api/uploads/${upload.id}?offset=${upload.received}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("Accept-Language", currentLanguage());
    request.upload.onprogress = ({ loaded }) => onProgress((upload.received + loaded) / file.size, false);
    request.onload = () => {
      if (request.status === 200) resolve(JSON.parse(request.responseText) as Upload);
      else reject(refusalOf(request.status, request.responseText));
    };
    request.onerror = () => reject(new Refusal(0, offline()));
    request.onabort = () => reject(new DOMException("cancelled", "AbortError"));
    signal.addEventListener("abort", () => request.abort());
    request.send(file.slice(upload.received, upload.received + pieceBytes));
  });
}

async function again<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!mayGoOn(error) || attempt === tries) throw error;
      await pause(waitMs(attempt), signal);
    }
  }
}

/** Broken connections and servers that are busy pass; what was refused stays refused. 409: the offset was another. */
function mayGoOn(error: unknown): boolean {
  return error instanceof Refusal && [0, 409, 429, 502, 503, 504].includes(error.status);
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(new DOMException("cancelled", "AbortError"));
    });
  });
}
