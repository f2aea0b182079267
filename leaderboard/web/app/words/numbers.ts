const units = ["B", "KB", "MB", "GB", "TB"] as const;

/** Bytes in powers of 1000: "12.3 MB". */
export function bytes(count: number): string {
  const step = Math.min(units.length - 1, count < 1000 ? 0 : Math.floor(Math.log10(count) / 3));
  const amount = count / 1000 ** step;
  return `${step === 0 ? amount : amount.toFixed(amount < 100 ? 1 : 0)} ${units[step]}`;
}
