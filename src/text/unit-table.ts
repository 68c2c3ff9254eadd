const UNITS = 65536;
/** Tables in one block. */
const TABLES = 8;

let block = new ArrayBuffer(0);
let used = TABLES;

/** A table with 1 for each unit of some characters. */
export function unitsOf(characters: Iterable<string>): Uint8Array {
  const table = unitTable();
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

/**
 * A table of a byte for each UTF-16 unit, all 0. Tables are cut from one block, since a system gives a block of this size as
 * memory that takes neither time nor room until it is written, and fills a smaller one with zeros.
 */
export function unitTable(): Uint8Array {
  if (used === TABLES) {
    block = new ArrayBuffer(TABLES * UNITS);
    used = 0;
  }
  return new Uint8Array(block, UNITS * used++, UNITS);
}
