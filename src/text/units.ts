import { plainUnit } from './fold.js';

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

/**
 * The UTF-16 unit at an offset, 0 before and behind the text. `charCodeAt` gives NaN there, for which engines throw away the
 * code they have compiled: whatever looks beside a place asks here.
 */
export function unitAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : 0;
}

/** {@link plainUnit} of the unit at an offset, 0 before and behind the text. */
export function plainAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? plainUnit(text.charCodeAt(at)) : 0;
}

/** The unit at an offset as a string, empty before and behind the text. */
export function characterAt(text: string, at: number): string {
  return at >= 0 && at < text.length ? text.charAt(at) : '';
}

/** units[from, to), which are few, as a string. */
export function stringOf(units: Uint16Array, from: number, to: number): string {
  return String.fromCharCode(...units.subarray(from, to));
}

/** text[start, end) by {@link plainUnit}. */
export function plainSlice(text: string, start: number, end: number): string {
  let slice = '';
  for (let at = start; at < end; at++) slice += String.fromCharCode(plainUnit(text.charCodeAt(at)));
  return slice;
}
