/**
 * The hot path of the tokenizer in AssemblyScript: what src/tokenizer/cutter.ts, route.ts and word-hmm.ts do, on a
 * linear memory that src/tokenizer/wasm-cutter.ts lays out. The same sums in the same order, so the same output.
 *
 * What a character costs is the wait for a dictionary of megabytes and for branches that were guessed wrong. So the words are
 * not looked up one after the other: all pairs of neighbouring characters are looked up in one pass, the third
 * characters of those that go on in the next, and in neither does a look-up wait for another or a branch hang on what was found.
 * The path then finds what it needs in the cache.
 */

// Bits of a pair: the rank of the two characters as a word, whether the trie has them, whether it goes on from there.
const RANK: i32 = 0xffff;
const FOUND: i32 = 0x10000;
const DEEP: i32 = 0x20000;

/** Of a character in the table of codes: it belongs to a block. */
const BLOCK: i32 = 0x8000;
const HAN_FIRST: i32 = 0x4e00;
const NONE: i32 = -1;

// Where things lie in the memory, in bytes.
let codeOf: usize = 0;
let bases: usize = 0;
let units: usize = 0;
/** Natural logarithms of frequencies, by rank and by character. */
let logs: usize = 0;
let singleLogs: usize = 0;
/** Emissions of the model in rows, and the number of each character's row. */
let emissions: usize = 0;
let emissionRows: usize = 0;
let text: usize = 0;
let codes: usize = 0;
/** Of each position the bits of its pair, and the unit of the trie beside it. */
let pairs: usize = 0;
let list: usize = 0;
/** Beside the list, the units where third characters would lie. */
let thirds: usize = 0;
let scores: usize = 0;
/** Of each position where the word on the path ends, and its identifier beside it. */
let path: usize = 0;
let trail: usize = 0;
let ends: usize = 0;
let ids: usize = 0;

let outside: i32 = 0;
let singleBase: i32 = 0;
/** Codes from here on were given to characters at run time. */
let firstSpare: i32 = 0;
/** Of this call: the total, and the offset of the text in the whole one. */
let logTotal: f64 = 0;
let offset: i32 = 0;

// Where words are added, see src/lexicon/added-units.ts: first unit behind the table and their number; identifiers by unit;
// bitmaps of the units and bases that are taken; where to look for a base, by number of children; rows that left the table.
let firstAdded: i32 = 0;
let addedRoom: i32 = 0;
let addedIds: usize = 0;
let takenUnits: usize = 0;
let takenBases: usize = 0;
let cursors: usize = 0;
let moves: usize = 0;
let movesRoom: i32 = 0;
let moveCount: i32 = 0;
/** So many of the units added have a label. */
let labelled: i32 = 0;
/** Codes of the children of a node. */
let row: usize = 0;

let startB: f64 = 0;
let startE: f64 = 0;
let startM: f64 = 0;
let startS: f64 = 0;
/** Transitions to B and S, and to E and M: from E, from S; from B, from M. */
let fromE: v128 = f64x2.splat(0);
let fromS: v128 = f64x2.splat(0);
let fromB: v128 = f64x2.splat(0);
let fromM: v128 = f64x2.splat(0);

/** Does what checksum in src/lexicon/container.ts does, its four lanes in one vector, on `count` words. */
export function checksum(at: usize, count: i32): i32 {
  const prime = i32x4.splat(0x01000193);
  let lanes = i32x4(<i32>0x811c9dc5, 0x01000193, 0x1e3779b9, 0x7f4a7c15);
  const whole = at + ((<usize>(count & ~3)) << 2);
  let next = at;
  for (; next < whole; next += 16) lanes = i32x4.mul(v128.xor(lanes, v128.load(next)), prime);
  let sum = i32x4.extract_lane(lanes, 0);
  for (; next < at + ((<usize>count) << 2); next += 4) sum = (sum ^ load<i32>(next)) * 0x01000193;
  sum ^= sum >>> 15;
  sum = joinLane(sum, i32x4.extract_lane(lanes, 1));
  sum = joinLane(sum, i32x4.extract_lane(lanes, 2));
  return joinLane(sum, i32x4.extract_lane(lanes, 3));
}

function joinLane(sum: i32, lane: i32): i32 {
  return (sum ^ lane ^ (lane >>> 15)) * 0x01000193;
}

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

/**
 * Cuts `length` units of text.
 *
 * @param total  natural logarithm of the sum of all frequencies.
 * @param start  is added to all ends.
 * @param logTable  where the logarithms of frequencies lie, by rank.
 * @returns number of tokens.
 */
export function cut(length: i32, start: i32, hmm: i32, total: f64, logTable: usize): i32 {
  route(length, total, logTable);
  offset = start;
  return hmm ? follow(length, 0) : followWithoutModel(length);
}

/**
 * Cuts each run of units that are not 0, with the model; 0 lies behind the last.
 *
 * @returns number of tokens, all of them of runs.
 */
export function cutRuns(length: i32, start: i32, total: f64, logTable: usize): i32 {
  const whole = text;
  let count = 0;
  for (let from = 0; from < length; from++) {
    text = whole + ((<usize>from) << 1);
    let size = 0;
    while (unitAt(size)) size++;
    if (size === 0) continue;
    route(size, total, logTable);
    offset = start + from;
    count = follow(size, count);
    from += size;
  }
  text = whole;
  return count;
}

/** The path alone, for taggers. */
export function route(length: i32, total: f64, logTable: usize): void {
  logTotal = total;
  logs = logTable;
  placePairs(length);
  findThirds(placeThirds(findPairs(length)));
  choose(length);
}

function recode(unit: i32): i32 {
  const code = <i32>load<u16>(codeOf + ((<usize>unit) << 1));
  return select(code & 0x7fff, outside, code & BLOCK);
}

/** Writes the codes of the text, and of each pair of neighbours the unit of the trie where it would lie, 0 if nowhere. */
function placePairs(length: i32): void {
  const firstBase = bases;
  const record = pairs;
  store<u16>(codes + ((<usize>length) << 1), outside);
  let code = recode(load<u16>(text));
  for (let k = 0; k < length; k++) {
    const base = load<i32>(firstBase + ((<usize>code) << 2));
    store<u16>(codes + ((<usize>k) << 1), code);
    // The unit behind the text is NUL, which belongs to no block.
    code = recode(load<u16>(text + ((<usize>k) << 1), 2));
    store<i32>(record + ((<usize>k) << 3), select(base + code, 0, base), 4);
  }
}

function findPairs(length: i32): i32 {
  const table = units;
  const record = pairs;
  const positions = list;
  let found = 0;
  for (let k = 0; k < length; k++) {
    const at = record + ((<usize>k) << 3);
    const meta = load<u32>(table + ((<usize>load<i32>(at, 4)) << 3), 4);
    const hit = i32(meta >>> 16 === <u32>load<u16>(codes + ((<usize>k) << 1), 2));
    store<i32>(at, ((meta & RANK) | FOUND) & -hit);
    store<i32>(positions + ((<usize>found) << 2), k);
    found += hit;
  }
  return found;
}

/** Of the positions in the list keeps those whose pair has children, each with the unit where the third character would lie. */
function placeThirds(found: i32): i32 {
  const table = units;
  const record = pairs;
  const positions = list;
  const places = thirds;
  let count = 0;
  for (let i = 0; i < found; i++) {
    const k = load<i32>(positions + ((<usize>i) << 2));
    const base = load<i32>(table + ((<usize>load<i32>(record + ((<usize>k) << 3), 4)) << 3));
    store<i32>(positions + ((<usize>count) << 2), k);
    store<i32>(places + ((<usize>count) << 2), base + <i32>load<u16>(codes + ((<usize>k) << 1), 4));
    count += i32(base !== 0);
  }
  return count;
}

function findThirds(count: i32): void {
  const table = units;
  const record = pairs;
  const positions = list;
  const places = thirds;
  for (let i = 0; i < count; i++) {
    const k = load<i32>(positions + ((<usize>i) << 2));
    const meta = load<u32>(table + ((<usize>load<i32>(places + ((<usize>i) << 2))) << 3), 4);
    const hit = i32(meta >>> 16 === <u32>load<u16>(codes + ((<usize>k) << 1), 4));
    const pair = record + ((<usize>k) << 3);
    store<i32>(pair, load<i32>(pair) | (-hit & DEEP));
  }
}

/** jieba's route: the sums are formed in its order, and of equal ones the longer word wins, as in Python. */
function choose(length: i32): void {
  const table = units;
  const logOf = logs;
  const single = singleLogs;
  const record = pairs;
  const out = scores;
  const not = outside;
  const total = f64x2.splat(logTotal);
  store<f64>(out + ((<usize>length) << 3), 0);
  store<i32>(path + ((<usize>length) << 3), length);
  let score1 = f64x2.splat(0);
  let score2 = f64x2.splat(0);
  for (let k = length - 1; k >= 0; k--) {
    const code = <i32>load<u16>(codes + ((<usize>k) << 1));
    const place = path + ((<usize>k) << 3);
    if (code === not) {
      score2 = score1;
      score1 = f64x2.splat(0);
      v128.store_lane<f64>(out + ((<usize>k) << 3), score1, 0);
      store<i32>(place, k);
      continue;
    }
    const at = record + ((<usize>k) << 3);
    const pair = load<i32>(at);
    const unit = load<i32>(at, 4);
    let best = f64x2.add(f64x2.sub(v128.load_zero<f64>(single + ((<usize>code) << 3)), total), score1);
    const longer = f64x2.add(
      f64x2.sub(v128.load_zero<f64>(logOf + ((<usize>(pair & RANK)) << 3)), total),
      score2,
    );
    const takes = i64x2.bitmask(f64x2.ge(longer, best)) & 1;
    best = f64x2.pmax(best, longer);
    let end = k + 1 + takes;
    let wordUnit = code ^ ((code ^ unit) & -takes);
    if (pair & DEEP) {
      let i = k + 2;
      let base = load<i32>(table + ((<usize>unit) << 3));
      do {
        const label = <i32>load<u16>(codes + ((<usize>i) << 1));
        const next = base + label;
        const meta = load<u32>(table + ((<usize>next) << 3), 4);
        if (meta >>> 16 !== <u32>label) break;
        i++;
        if (meta & RANK) {
          const score =
            load<f64>(logOf + ((<usize>(meta & RANK)) << 3)) - logTotal + load<f64>(out + ((<usize>i) << 3));
          if (score >= f64x2.extract_lane(best, 0)) {
            best = f64x2.splat(score);
            end = i;
            wordUnit = next;
          }
        }
        base = load<i32>(table + ((<usize>next) << 3));
      } while (base);
    }
    if (f64x2.extract_lane(best, 0) === -Infinity) {
      best = f64x2.sub(score1, total);
      end = k + 1;
      wordUnit = code;
    }
    score2 = score1;
    score1 = best;
    v128.store_lane<f64>(out + ((<usize>k) << 3), best, 0);
    store<i32>(place, end);
    store<i32>(place, wordUnit, 4);
  }
}

function isTableWord(from: i32, to: i32): bool {
  return (load<u32>(units + ((<usize>find(from, to)) << 3), 4) & RANK) !== 0;
}

function unitAt(i: i32): i32 {
  return <i32>load<u16>(text + ((<usize>i) << 1));
}

function next(i: i32): i32 {
  return load<i32>(path + ((<usize>i) << 3));
}

function codeAt(i: i32): i32 {
  return <i32>load<u16>(codes + ((<usize>i) << 1));
}

function push(count: i32, end: i32, id: i32): void {
  store<i32>(ends + ((<usize>count) << 2), offset + end);
  store<i32>(ids + ((<usize>count) << 2), id);
}

function singleId(i: i32): i32 {
  const code = codeAt(i);
  return select(code, singleBase + unitAt(i), i32(<u32>(code - 1) < <u32>(firstSpare - 1)));
}

/** Identifier of a unit: in the table its number. */
function idOf(unit: i32): i32 {
  return unit < firstAdded ? unit : load<i32>(addedIds + ((<usize>(unit - firstAdded)) << 2));
}

function follow(length: i32, first: i32): i32 {
  let count = first;
  let x = 0;
  while (x < length) {
    const y = next(x);
    if (y - x > 1) {
      push(count++, y, idOf(load<i32>(path + ((<usize>x) << 3), 4)));
      x = y;
    } else if (y === x) {
      x = pushOutside(count++, x, length);
    } else {
      let stop = y;
      while (next(stop) - stop === 1) stop++;
      if (stop === y) push(count++, y, singleId(x));
      else if (isWord(x, stop)) {
        for (let i = x; i < stop; i++) push(count++, i + 1, singleId(i));
      } else count = cutUnknown(count, x, stop);
      x = stop;
    }
  }
  return count;
}

/** A character outside of blocks, a pair of surrogates and CRLF whole; gives where it ends. */
function pushOutside(count: i32, x: i32, length: i32): i32 {
  const unit = unitAt(x);
  if (x + 1 < length) {
    const behind = unitAt(x + 1);
    if (((unit & 0xfc00) === 0xd800 && (behind & 0xfc00) === 0xdc00) || (unit === 13 && behind === 10)) {
      push(count, x + 2, 0);
      return x + 2;
    }
  }
  const code = <i32>load<u16>(codeOf + ((<usize>unit) << 1));
  push(count, x + 1, code ? code : singleBase + unit);
  return x + 1;
}

/** Whether a run that the path left in pieces is a word all the same. */
function isWord(from: i32, to: i32): bool {
  const pair = load<i32>(pairs + ((<usize>from) << 3));
  if (to - from === 2) return (pair & RANK) !== 0;
  return (pair & FOUND) !== 0 && isTableWord(from, to);
}

/** Unit of a stretch in the trie whose first two characters it has, or 0. */
function find(from: i32, to: i32): i32 {
  let unit = load<i32>(pairs + ((<usize>from) << 3), 4);
  for (let i = from + 2; i < to; i++) {
    const base = load<i32>(units + ((<usize>unit) << 3));
    if (!base) return 0;
    const code = codeAt(i);
    unit = base + code;
    if (load<u32>(units + ((<usize>unit) << 3), 4) >>> 16 !== <u32>code) return 0;
  }
  return unit;
}

function idAt(from: i32, to: i32): i32 {
  if (to - from === 1) return singleId(from);
  const pair = pairs + ((<usize>from) << 3);
  const found = load<i32>(pair) & FOUND;
  if (to - from === 2) return idOf(load<i32>(pair, 4) & -i32(found !== 0));
  return found ? idOf(find(from, to)) : 0;
}

function isDigit(unit: i32): bool {
  return <u32>(unit - 0x30) < 10;
}

function isAsciiWord(unit: i32): bool {
  return <u32>(unit - 0x30) < 10 || <u32>((unit | 0x20) - 0x61) < 26;
}

/** jieba's finalseg: Han through the model, ASCII words and numbers whole, the rest in one piece. */
function cutUnknown(first: i32, from: i32, to: i32): i32 {
  let count = first;
  let start = from;
  while (start < to) {
    const unit = unitAt(start);
    let stop = start + 1;
    if (unit >= HAN_FIRST) {
      while (stop < to && unitAt(stop) >= HAN_FIRST) stop++;
      count = cutByModel(count, start, stop);
    } else {
      if (isAsciiWord(unit)) {
        while (stop < to && isAsciiWord(unitAt(stop))) stop++;
        if (stop + 1 < to && unitAt(stop) === 0x2e && isDigit(unitAt(stop + 1))) {
          stop += 2;
          while (stop < to && isDigit(unitAt(stop))) stop++;
        }
        if (stop < to && unitAt(stop) === 0x25) stop++;
      } else {
        while (stop < to && unitAt(stop) < HAN_FIRST && !isAsciiWord(unitAt(stop))) stop++;
      }
      push(count++, stop, idAt(start, stop));
    }
    start = stop;
  }
  return count;
}

function rowAt(i: i32): usize {
  const number = load<u16>(emissionRows + ((<usize>(unitAt(i) - HAN_FIRST)) << 1));
  return emissions + ((<usize>number) << 5);
}

/** The model on two characters, most of its runs: B and E, or S and S. What is guessed wrong every other time is no branch. */
function cutPair(first: i32, start: i32): i32 {
  const one = rowAt(start);
  const two = rowAt(start + 1);
  const joined = startB + load<f64>(one) + f64x2.extract_lane(fromB, 0) + load<f64>(two, 8);
  const apart = startS + load<f64>(one, 24) + f64x2.extract_lane(fromS, 1) + load<f64>(two, 24);
  const parts = i32(apart >= joined);
  push(first, start + 2 - parts, select(singleId(start), idAt(start, start + 2), parts));
  push(first + 1, start + 2, singleId(start + 1));
  return first + 1 + parts;
}

/**
 * The hidden Markov model, two states at a time: B and S come after E or S, E and M after B or M. Of two equal
 * paths the one from the larger letter wins.
 */
function cutByModel(first: i32, start: i32, stop: i32): i32 {
  let count = first;
  if (stop - start === 1) {
    push(count++, stop, singleId(start));
    return count;
  }
  if (stop - start === 2) return cutPair(count, start);
  let figures = rowAt(start);
  // B and S, E and M.
  let bs = f64x2(startB + load<f64>(figures), startS + load<f64>(figures, 24));
  let em = f64x2(startE + load<f64>(figures, 8), startM + load<f64>(figures, 16));
  for (let i = start + 1; i < stop; i++) {
    figures = rowAt(i);
    const be = v128.load(figures);
    const ms = v128.load(figures, 16);
    const emitBS = v128.shuffle<f64>(be, ms, 0, 3);
    const emitEM = v128.shuffle<f64>(be, ms, 1, 2);
    const viaE = f64x2.add(f64x2.add(v128.shuffle<f64>(em, em, 0, 0), fromE), emitBS);
    const viaS = f64x2.add(f64x2.add(v128.shuffle<f64>(bs, bs, 1, 1), fromS), emitBS);
    const viaB = f64x2.add(f64x2.add(v128.shuffle<f64>(bs, bs, 0, 0), fromB), emitEM);
    const viaM = f64x2.add(f64x2.add(v128.shuffle<f64>(em, em, 1, 1), fromM), emitEM);
    store<u8>(trail + i, i64x2.bitmask(f64x2.ge(viaS, viaE)) | (i64x2.bitmask(f64x2.ge(viaM, viaB)) << 2));
    bs = f64x2.pmax(viaE, viaS);
    em = f64x2.pmax(viaB, viaM);
  }
  // States in the order B, S, E, M of the bits; a digit of the constant is the state before, by state and bit.
  let state = f64x2.extract_lane(bs, 1) >= f64x2.extract_lane(em, 0) ? 1 : 2;
  for (let i = stop - 1; i >= start; i--) {
    const bit = (<i32>load<u8>(trail + i) >> state) & 1;
    store<u8>(trail + i, state);
    state = (0x30301212 >> ((2 * state + bit) << 2)) & 3;
  }
  let begin = start;
  for (let i = start; i < stop; i++) {
    // E or S.
    if (<u32>(load<u8>(trail + i) - 1) < 2) {
      push(count++, i + 1, idAt(begin, i + 1));
      begin = i + 1;
    }
  }
  return count;
}

/** Without the model single ASCII letters and digits are joined, all else is left alone. */
function followWithoutModel(length: i32): i32 {
  let count = 0;
  let run = NONE;
  let x = 0;
  while (x < length) {
    const y = next(x);
    if (y - x === 1 && isAsciiWord(unitAt(x))) {
      if (run < 0) run = x;
      x = y;
      continue;
    }
    if (run >= 0) push(count++, x, idAt(run, x));
    run = NONE;
    if (y === x) x = pushOutside(count++, x, length);
    else {
      if (y - x === 1) push(count++, y, singleId(x));
      else push(count++, y, idOf(load<i32>(path + ((<usize>x) << 3), 4)));
      x = y;
    }
  }
  if (run >= 0) push(count++, length, idAt(run, length));
  return count;
}

/**
 * Adds a word of `length` codes, which lie in `codes`: no word yet, its rank is for the caller to write.
 *
 * @returns its unit; 0 if there is no room, then at most beginnings of it were added.
 */
export function insert(length: i32): i32 {
  let unit = codeAt(0);
  for (let i = 1; i < length; i++) {
    const code = codeAt(i);
    const base = load<i32>(units + ((<usize>unit) << 3));
    let child = base + code;
    if (base === 0 || labelOf(child) !== code) child = addChild(unit, base, code);
    if (child === 0) return 0;
    unit = child;
  }
  return unit;
}

function labelOf(unit: i32): i32 {
  return <i32>load<u16>(units + ((<usize>unit) << 3), 6);
}

/** A child of a node that it has not: in place if the row of its children is free there, else the row moves. */
function addChild(parent: i32, base: i32, code: i32): i32 {
  if (base >= firstAdded && !isTaken(takenUnits, base + code - firstAdded)) return addUnit(base + code, code);
  const isTables = base !== 0 && base < firstAdded;
  if (isTables && moveCount === movesRoom) return 0;
  const count = base === 0 ? 0 : findChildren(base);
  store<u16>(row + ((<usize>count) << 1), code);
  const to = takeBase(count + 1);
  if (to === 0) return 0;
  for (let i = 0; i < count; i++) {
    const label = <i32>load<u16>(row + ((<usize>i) << 1));
    const from = base + label;
    const id = idOf(from);
    const unit = addUnit(to + label, label);
    store<u64>(units + ((<usize>unit) << 3), load<u64>(units + ((<usize>from) << 3)));
    store<i32>(addedIds + ((<usize>(unit - firstAdded)) << 2), id);
    if (!isTables) toggle(takenUnits, from - firstAdded);
  }
  if (isTables) {
    const move = moves + ((<usize>moveCount) << 3);
    moveCount++;
    store<i32>(move, base);
    store<i32>(move, idOf(parent), 4);
  }
  store<i32>(units + ((<usize>parent) << 3), to);
  if (parent < outside) store<i32>(bases + ((<usize>parent) << 2), to);
  return addUnit(to + code, code);
}

function addUnit(unit: i32, label: i32): i32 {
  store<i32>(units + ((<usize>unit) << 3), 0);
  store<i32>(units + ((<usize>unit) << 3), label << 16, 4);
  store<i32>(addedIds + ((<usize>(unit - firstAdded)) << 2), 0);
  toggle(takenUnits, unit - firstAdded);
  return unit;
}

function isTaken(bits: usize, i: i32): bool {
  return ((load<u32>(bits + ((<usize>(i >>> 5)) << 2)) >>> (i & 31)) & 1) !== 0;
}

function toggle(bits: usize, i: i32): void {
  const at = bits + ((<usize>(i >>> 5)) << 2);
  store<u32>(at, load<u32>(at) ^ (1 << (i & 31)));
}

/** Writes the codes of all children at a base into `row`: every label between is looked at, four at a time. */
function findChildren(base: i32): i32 {
  const four = i32x4.splat(4);
  const limit = outside;
  let labels = i32x4(0, 1, 2, 3);
  let at = units + ((<usize>base) << 3);
  let count = 0;
  for (let code = 0; code < limit; code += 4) {
    const metas = v128.shuffle<i32>(v128.load(at), v128.load(at, 16), 1, 3, 5, 7);
    let found = i32x4.bitmask(i32x4.eq(i32x4.shr_u(metas, 16), labels));
    while (found) {
      const label = code + ctz(found);
      found &= found - 1;
      if (label === 0 || label >= limit) continue;
      store<u16>(row + ((<usize>count) << 1), label);
      count++;
    }
    labels = i32x4.add(labels, four);
    at += 32;
  }
  return count;
}

/** Groups of 32 bases that are tried before the search for that many children begins further on. */
const PATIENCE: i32 = 32;

/** A base that no other node has, at which the units for the first `count` codes of `row` are free; 0 if there is none. */
function takeBase(count: i32): i32 {
  const cursor = cursors + ((<usize>min(count, 63)) << 2);
  const from = load<i32>(cursor);
  for (let group = from; (group << 5) + 32 + outside < addedRoom; group++) {
    let taken = load<u32>(takenBases + ((<usize>group) << 2));
    for (let i = 0; i < count && ~taken; i++) {
      const first = (group << 5) + <i32>load<u16>(row + ((<usize>i) << 1));
      taken |= <u32>(load<u64>(takenUnits + ((<usize>(first >>> 5)) << 2)) >>> <u64>(first & 31));
    }
    if (!~taken) continue;
    if (group - from > PATIENCE) store<i32>(cursor, group - PATIENCE / 2);
    const base = (group << 5) + <i32>ctz(~taken);
    toggle(takenBases, base);
    // Whatever code is looked up from there, it finds a label.
    for (; labelled <= base + outside; labelled++)
      store<i32>(units + ((<usize>(firstAdded + labelled)) << 3), 0xffff0000, 4);
    return firstAdded + base;
  }
  return 0;
}
