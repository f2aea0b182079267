import { useWords } from "../words/language.tsx";

/** A QR code that the server drew: as a picture, in which no script or style of it counts. */
export function QrCode({ svg, large = false }: { svg: string; large?: boolean }) {
  const { say } = useWords();
  const address = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  return (
    <img class={large ? "qr large" : "qr"} src={address} alt={say("inviteQr")} width="180" height="180" />
  );
}
