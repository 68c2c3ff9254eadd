/** Where things lie in the memory, and what is set once for all calls. */

// Bits of a pair: the rank of the two characters as a word, whether the trie has them, whether it goes on from there.
export const RANK: i32 = 0xffff;
export const FOUND: i32 = 0x10000;
export const DEEP: i32 = 0x20000;

// Steps of the path that are no unit: a character of a block that stands alone; one outside of blocks.
export const SINGLE: i32 = 0x40000000;
export const OUTSIDE: i32 = 0x20000000;

/** Of a character in the table of codes: it belongs to a block. */
export const BLOCK: i32 = 0x8000;
export const CODE: i32 = 0x7fff;
export const HAN_FIRST: i32 = 0x4e00;

// Where things lie in the memory, in bytes.
export let codeOf: usize = 0;
export let bases: usize = 0;
export let units: usize = 0;
export let singleLogs: usize = 0;
/** Emissions of the model in rows, and the number of each character's row. */
export let emissions: usize = 0;
export let emissionRows: usize = 0;
export let text: usize = 0;
export let codes: usize = 0;
/** Of each position the bits of its pair, and the unit of the trie beside it. */
export let pairs: usize = 0;
export let list: usize = 0;
/** Beside the list, the units where third characters would lie. */
export let thirds: usize = 0;
export let scores: usize = 0;
/** Of each position where the word on the path ends, and beside it its unit, {@link SINGLE} or {@link OUTSIDE}. */
export let path: usize = 0;
export let trail: usize = 0;
export let ends: usize = 0;
export let ids: usize = 0;

export let outside: i32 = 0;
export let singleBase: i32 = 0;
/** Codes from here on were given to characters at run time. */
export let firstSpare: i32 = 0;

// Where words are added, see src/lexicon/added-units.ts: first unit behind the table and their number; identifiers by unit;
// bitmaps of the units and bases that are taken; where to look for a base, by number of children; rows that left the table.
export let firstAdded: i32 = 0;
export let addedRoom: i32 = 0;
export let addedIds: usize = 0;
export let takenUnits: usize = 0;
export let takenBases: usize = 0;
export let cursors: usize = 0;
export let moves: usize = 0;
export let movesRoom: i32 = 0;
/** Codes of the children of a node. */
export let row: usize = 0;

export let startB: f64 = 0;
export let startE: f64 = 0;
export let startM: f64 = 0;
export let startS: f64 = 0;
/** Transitions to B and S, and to E and M: from E, from S; from B, from M. */
export let fromE: v128 = f64x2.splat(0);
export let fromS: v128 = f64x2.splat(0);
export let fromB: v128 = f64x2.splat(0);
export let fromM: v128 = f64x2.splat(0);

/** Takes the layout: addresses as 32-bit integers, then numbers, in the order in which they stand above. */
export function configure(at: usize): void {
  codeOf = load<u32>(at);
  bases = load<u32>(at, 4);
  units = load<u32>(at, 8);
  singleLogs = load<u32>(at, 12);
  emissions = load<u32>(at, 16);
  emissionRows = load<u32>(at, 20);
  text = load<u32>(at, 24);
  codes = load<u32>(at, 28);
  pairs = load<u32>(at, 32);
  list = load<u32>(at, 36);
  thirds = load<u32>(at, 40);
  scores = load<u32>(at, 44);
  path = load<u32>(at, 48);
  trail = load<u32>(at, 52);
  ends = load<u32>(at, 56);
  ids = load<u32>(at, 60);
  addedIds = load<u32>(at, 64);
  takenUnits = load<u32>(at, 68);
  takenBases = load<u32>(at, 72);
  cursors = load<u32>(at, 76);
  moves = load<u32>(at, 80);
  row = load<u32>(at, 84);
  outside = load<i32>(at, 88);
  singleBase = load<i32>(at, 92);
  firstSpare = load<i32>(at, 96);
  firstAdded = load<i32>(at, 100);
  addedRoom = load<i32>(at, 104);
  movesRoom = load<i32>(at, 108);
  startB = load<f64>(at, 112);
  startE = load<f64>(at, 120);
  startM = load<f64>(at, 128);
  startS = load<f64>(at, 136);
  // Rows and columns B, E, M, S.
  const t = at + 144;
  fromE = f64x2(load<f64>(t, 32), load<f64>(t, 56));
  fromS = f64x2(load<f64>(t, 96), load<f64>(t, 120));
  fromB = f64x2(load<f64>(t, 8), load<f64>(t, 16));
  fromM = f64x2(load<f64>(t, 72), load<f64>(t, 80));
}

export function unitAt(i: i32): i32 {
  return <i32>load<u16>(text + ((<usize>i) << 1));
}

export function codeAt(i: i32): i32 {
  return <i32>load<u16>(codes + ((<usize>i) << 1));
}
