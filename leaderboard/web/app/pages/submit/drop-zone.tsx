import type { Challenge } from "@braidyn/leaderboard/api";
import { useId, useState } from "preact/hooks";
import { useWords } from "../../words/language.tsx";
import { bytes } from "../../words/numbers.ts";

interface DropZoneProps {
  readonly challenge: Challenge;
  readonly onFiles: (files: readonly File[]) => void;
  readonly disabled: boolean;
}

/**
 * A place to drop a file on; within it the browser's own file input, which a keyboard reaches. Its label is what one sees:
 * the input itself speaks the language of the browser, not of the page.
 */
export function DropZone({ challenge, onFiles, disabled }: DropZoneProps) {
  const { say } = useWords();
  const id = useId();
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === "dragover" && !disabled);
  };
  const drop = (event: DragEvent) => {
    drag(event);
    if (!disabled) onFiles([...(event.dataTransfer?.files ?? [])]);
  };
  return (
    <div class={over ? "drop over" : "drop"} onDragOver={drag} onDragLeave={drag} onDrop={drop}>
      <p class="drop-title" aria-hidden="true">
        {say("dropHere")}
      </p>
      <input
        id={id}
        type="file"
        class="unseen"
        accept=".csv,.parquet,.onnx,.zip"
        disabled={disabled}
        aria-describedby={`${id}-kinds`}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = ""; // so that the same file, mended, can be chosen again
        }}
      />
      <label class="button" for={id}>
        {say("chooseFile")}
      </label>
      <p class="hint" id={`${id}-kinds`}>
        {say("fileKinds", { size: bytes(challenge.limits.maxBytes) })}
        <br />
        {say("columnsNeeded", { columns: ["row_id", ...challenge.columns].join(", ") })}
      </p>
    </div>
  );
}
