import { separators } from './term-key.js';
import type { TermTable } from './term-table.js';

/** The bits of the units that may stand between the first unit of a term and its next. */
const SEPARATORS = separators.reduce((bits, unit) => bits | (1 << unit), 0);

/**
 * Of each folded unit with which a term begins, the folded units that come next: bit (unit mod 32), all bits for a term of
 * one unit, none for a unit with which no term begins. Most places of a text are told by it to begin no term.
 */
export function nextUnits({ codes, units }: TermTable): Int32Array {
  const nexts = new Int32Array(65536);
  const unitOf = new Uint16Array(65536);
  const parents = new Map<number, number>();
  for (let unit = 0; unit < 65536; unit++) {
    const code = codes[unit] as number;
    if (code === 0) continue;
    unitOf[code] = unit;
    const packed = units[2 * code + 1] as number;
    if (packed >>> 16 !== code) continue;
    if ((packed & 0xffff) !== 0) nexts[unit] = -1;
    else nexts[unit] = SEPARATORS;
    const base = units[2 * code] as number;
    if (base !== 0) parents.set(base, unit);
  }
  for (let state = 0; 2 * state < units.length; state++) {
    const code = (units[2 * state + 1] as number) >>> 16;
    const parent = parents.get(state - code);
    if (code !== 0 && parent !== undefined) nexts[parent] |= 1 << (unitOf[code] as number);
  }
  return nexts;
}

/** Adds those of a key. */
export function addNext(nexts: Int32Array, key: string): void {
  nexts[key.charCodeAt(0)] |= key.length === 1 ? -1 : SEPARATORS | (1 << key.charCodeAt(1));
}
