import { unpackSections } from './container.js';

export const TERMS_KIND = 'TERM';
export const TERMS_VERSION = 2;

/** Numbers of an entry, in this order, in {@link TermTable.entries}. */
export const ENTRY_WIDTH = 6;
/** Where separators may stand, see term-key.ts. */
export const GAPS = 0;
/** Index of the term in {@link TermTable.records}; -1 for a plain word or a mere family. */
export const RECORD = 1;
/** Index of the family in {@link TermTable.records}; -1 for none. */
export const FAMILY = 2;
export const FLAGS = 3;
/** Index in {@link TermTable.literals} of the surface whose case must agree; -1 for any case. */
export const LITERAL = 4;
/** The next entry with the same key plus 1; 0 for none. Those that ask for a case come first. */
export const NEXT = 5;

/**
 * Flags of an entry: its first letter must be a capital; its family is an everyday word and must be one; its parts are ordinary
 * English words, or what it is without separators is one.
 */
export const INITIAL_CAPITAL = 1;
export const EVERYDAY_FAMILY = 2;
export const ORDINARY_PARTS = 4;
export const ORDINARY_WHOLE = 8;

/** The compiled term dictionaries: a double array over folded units whose values are entry number + 1. */
export interface TermTable {
  /** Traditional characters and the simplified ones under which they are looked up, one after the other. */
  readonly variants: Uint16Array;
  readonly codes: Uint16Array;
  readonly units: Int32Array;
  readonly entries: Int32Array;
  /** Columns canonical, category, chinese, ticker, maker, join, small, whole, separated by tabs, of each term and family. */
  readonly records: readonly string[];
  /** Surfaces whose case must agree, without separators. */
  readonly literals: readonly string[];
  /** Words that stand in the names of models behind the family, folded. */
  readonly variantWords: readonly string[];
}

/** @throws {RedianError} INVALID_DATA if the bytes are no such table, or a damaged one. */
export function readTermTable(bytes: Uint8Array, name = 'terms.bin'): TermTable {
  const sections = unpackSections(bytes, TERMS_KIND, TERMS_VERSION, name);
  const [variants, alphabet, bases, labels, gaps, columns, records, literals, variantWords] = sections;
  const decoder = new TextDecoder();
  const lines = (section: unknown): string[] => {
    const text = decoder.decode(section as Uint8Array);
    return text === '' ? [] : text.split('\n');
  };
  return {
    variants: variants as Uint16Array,
    codes: codesOf(alphabet as Uint16Array),
    units: interleaved(bases as Uint16Array, labels as Int32Array),
    entries: entriesOf(gaps as Int32Array, columns as Uint16Array),
    records: lines(records),
    literals: lines(literals),
    variantWords: lines(variantWords),
  };
}

/** Codes by unit, of units by code. */
function codesOf(alphabet: Uint16Array): Uint16Array {
  const codes = new Uint16Array(65536);
  for (let code = 1; code < alphabet.length; code++) codes[alphabet[code] as number] = code;
  return codes;
}

function interleaved(bases: Uint16Array, labels: Int32Array): Int32Array {
  const units = new Int32Array(2 * labels.length);
  for (let state = 0; state < labels.length; state++) {
    units[2 * state] = bases[state] as number;
    units[2 * state + 1] = labels[state] as number;
  }
  return units;
}

function entriesOf(gaps: Int32Array, columns: Uint16Array): Int32Array {
  const signed = new Int16Array(columns.buffer, columns.byteOffset, columns.length);
  const entries = new Int32Array(gaps.length * ENTRY_WIDTH);
  const others = ENTRY_WIDTH - 1;
  for (let entry = 0; entry < gaps.length; entry++) {
    const at = entry * ENTRY_WIDTH;
    entries[at + GAPS] = gaps[entry] as number;
    for (let i = 0; i < others; i++) entries[at + 1 + i] = signed[entry * others + i] as number;
  }
  return entries;
}

/** A table without terms, for a lexicon that is filled at run time. */
export function emptyTermTable(): TermTable {
  return {
    variants: new Uint16Array(0),
    codes: new Uint16Array(65536),
    units: Int32Array.of(0, -65536),
    entries: new Int32Array(0),
    records: [],
    literals: [],
    variantWords: [],
  };
}
