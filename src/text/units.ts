const { charCodeAt } = String.prototype;

/**
 * Writes text[start, end) from `units[at]` on, and a zero behind it. V8 tells strings apart by how they are kept (in one byte or two, as a
 * slice, as a key): where more than four kinds come by, it looks `text.charCodeAt` up anew for each unit, three times as slow.
 */
export function writeUnits(text: string, start: number, end: number, units: Uint16Array, at: number): void {
  const length = end - start;
  for (let i = 0; i < length; i++) units[at + i] = charCodeAt.call(text, start + i);
  units[at + length] = 0;
}

/** units[from, to), which are few, as a string. */
export function stringOf(units: Uint16Array, from: number, to: number): string {
  return String.fromCharCode(...units.subarray(from, to));
}
