/**
 * The zlib stream of bytes that are mostly runs of one byte, as rows of palette entries are: block by block, each with
 * Huffman codes of its own, and no matches but with the byte before.
 *
 * @see RFC 1950, ZLIB Compressed Data Format; RFC 1951, DEFLATE Compressed Data Format
 */
import {
  fillBytes,
  greaterInt,
  i32At,
  leadingZeros,
  lesserInt,
  quotient,
  runEnd,
  setFourU8,
  setI32,
  setU8,
  setU16,
  u8At,
  u16At,
} from './memory.js';

// A token is a byte, the end of a block, or one of these and the length of a run.
const END: i32 = 256;
const RUN: i32 = 256;
const TOKENS: i32 = 515;

const SHORTEST_RUN: i32 = 3;
const LONGEST_RUN: i32 = 258;

/** Symbols of RFC 1951 for bytes, the end, and lengths. */
const SYMBOLS: i32 = 286;

/** How far apart symbols are sorted first; then a third of it, and so on. */
const FIRST_GAP: i32 = 40;

/** Bits of the longest code. */
const LONGEST_CODE: i32 = 15;

// The work space, in integers: of each token how often it comes, then its bits and, in the lowest five, how many; of
// each symbol its count and its length; the symbols that come, by count; the nodes of the tree; how many codes have a length.
const COUNTS: i32 = 4 * TOKENS;
const LENGTHS: i32 = COUNTS + 4 * SYMBOLS;
const ORDER: i32 = LENGTHS + 4 * SYMBOLS;
const NODES: i32 = ORDER + 4 * SYMBOLS;
const PARENTS: i32 = NODES + 8 * SYMBOLS;
const LEVELS: i32 = PARENTS + 8 * SYMBOLS;
const TABLES: i32 = LEVELS + 4 * (LONGEST_CODE + 2);

/** The largest prime below 65536, by which Adler-32 divides. */
const BASE: i32 = 65521;

/** Where the next byte goes. */
let out: i32 = 0;

// Bits that make no byte yet, the first lowest.
let bits: i32 = 0;
let bitCount: i32 = 0;

// The two sums of Adler-32.
let sum: i32 = 1;
let sumOfSums: i32 = 0;

/** Bytes of work space for a block of so many. */
export function deflateWorkBytes(count: i32): i32 {
  return TABLES + 2 * (count + 1);
}

/** Bytes that a stream takes at most: nine bits a byte, and what stands before and behind each block. */
export function deflatedBytes(count: i32, blocks: i32): i32 {
  return count + (count >> 3) + 320 * blocks + 16;
}

/** Starts a stream at an address. */
export function startStream(at: i32): void {
  setU8(at, 0x78);
  setU8(at + 1, 1);
  out = at + 2;
  bits = 0;
  bitCount = 0;
  sum = 1;
  sumOfSums = 0;
}

/** Ends the stream, whose last block must have been written as such: the address behind it. */
export function endStream(): i32 {
  if (bitCount > 0) setU8(out++, bits);
  setU8(out, sumOfSums >> 8);
  setU8(out + 1, sumOfSums);
  setU8(out + 2, sum >> 8);
  setU8(out + 3, sum);
  return out + 4;
}

function put(value: i32, count: i32): void {
  bits |= value << bitCount;
  bitCount += count;
  while (bitCount >= 8) {
    setU8(out++, bits);
    bits = (bits >>> 8) | 0;
    bitCount -= 8;
  }
}

/**
 * Adds a block to the stream.
 *
 * @param work  as many bytes as {@link deflateWorkBytes} says
 */
export function deflateBlock(from: i32, count: i32, isLast: boolean, work: i32): void {
  fillBytes(work, 0, TABLES);
  const tokens = work + TABLES;
  const end = tokenize(from, from + count, work, tokens);
  countSymbols(work);
  measureCodes(work);
  put(isLast ? 5 : 4, 3);
  putLengths(work);
  assignCodes(work);
  putTokens(work, tokens, end);
}

/** Writes the tokens of some bytes and counts them: where they end. */
function tokenize(from: i32, end: i32, counts: i32, tokens: i32): i32 {
  let token = tokens;
  let at = from;
  let plain = sum;
  let nested = sumOfSums;
  while (at < end) {
    const value = u8At(at++);
    token = addToken(token, value, counts);
    plain += value;
    nested += plain;
    if (at < end && u8At(at) === value) {
      const stop = runEnd(at + 1, end, value);
      let length = stop - at;
      at = stop;
      while (length > 0) {
        const run = length < SHORTEST_RUN ? 1 : lesserInt(length, LONGEST_RUN);
        token = addToken(token, run === 1 ? value : RUN + run, counts);
        nested += run * plain + value * ((run * (run + 1)) >> 1);
        plain += run * value;
        length -= run;
        // Until here the first sum is below 1 << 22, and the other far from its end.
        if (nested >= 1 << 29) {
          plain = remainder(plain);
          nested = remainder(nested);
        }
      }
    } else if (nested >= 1 << 29) {
      plain = remainder(plain);
      nested = remainder(nested);
    }
  }
  sum = remainder(plain);
  sumOfSums = remainder(nested);
  return addToken(token, END, counts);
}

function remainder(value: i32): i32 {
  return value - quotient(value, BASE) * BASE;
}

function addToken(at: i32, token: i32, counts: i32): i32 {
  setU16(at, token);
  setI32(counts + 4 * token, i32At(counts + 4 * token) + 1);
  return at + 2;
}

/** The symbol of a run's length; see {@link extraBits}. */
function symbolOf(length: i32): i32 {
  if (length === LONGEST_RUN) return SYMBOLS - 1;
  const extra = extraBits(length);
  return END + 1 + 4 * extra + ((length - SHORTEST_RUN) >> extra);
}

/** How many bits, the lowest of its distance from the shortest, tell the length of a run from others of its symbol. */
function extraBits(length: i32): i32 {
  return length === LONGEST_RUN ? 0 : greaterInt(0, 29 - leadingZeros(length - SHORTEST_RUN));
}

function countSymbols(work: i32): void {
  const counts = work + COUNTS;
  for (let token: i32 = 0; token < TOKENS; token++) {
    const count = i32At(work + 4 * token);
    if (count === 0) continue;
    const at = counts + 4 * (token <= END ? token : symbolOf(token - RUN));
    setI32(at, i32At(at) + count);
  }
}

/** Lists the symbols that come, the rarest first: how many. @see D. L. Shell, "A High-Speed Sorting Procedure", 1959 */
function sortSymbols(counts: i32, order: i32): i32 {
  let length: i32 = 0;
  for (let symbol: i32 = 0; symbol < SYMBOLS; symbol++) {
    if (i32At(counts + 4 * symbol) > 0) setI32(order + 4 * length++, symbol);
  }
  const end = order + 4 * length;
  for (let gap = FIRST_GAP; gap > 0; gap = quotient(gap, 3)) {
    for (let next = order + 4 * gap; next < end; next += 4) {
      const symbol = i32At(next);
      const count = i32At(counts + 4 * symbol);
      let at = next;
      for (; at >= order + 4 * gap; at -= 4 * gap) {
        const before = i32At(at - 4 * gap);
        const others = i32At(counts + 4 * before);
        if (others < count || (others === count && before < symbol)) break;
        setI32(at, before);
      }
      setI32(at, symbol);
    }
  }
  return length;
}

/** The lengths of the codes. @see D. A. Huffman, "A Method for the Construction of Minimum-Redundancy Codes", 1952 */
function measureCodes(work: i32): void {
  const counts = work + COUNTS;
  const order = work + ORDER;
  const nodes = work + NODES;
  const parents = work + PARENTS;
  const levels = work + LEVELS;
  const leaves = sortSymbols(counts, order);
  for (let leaf: i32 = 0; leaf < leaves; leaf++) {
    setI32(nodes + 4 * leaf, i32At(counts + 4 * i32At(order + 4 * leaf)));
  }
  // Nodes are made from the lightest to the heaviest, so that the two lightest are next among leaves or nodes.
  let leaf: i32 = 0;
  let node = leaves;
  const root = 2 * leaves - 2;
  for (let made = leaves; made <= root; made++) {
    let weight: i32 = 0;
    for (let child: i32 = 0; child < 2; child++) {
      const isLeaf = leaf < leaves && (node >= made || i32At(nodes + 4 * leaf) <= i32At(nodes + 4 * node));
      const lightest = isLeaf ? leaf++ : node++;
      weight += i32At(nodes + 4 * lightest);
      setI32(parents + 4 * lightest, made);
    }
    setI32(nodes + 4 * made, weight);
  }
  // From here on the nodes hold their depth.
  setI32(nodes + 4 * root, 0);
  for (let below = root - 1; below >= 0; below--) {
    const depth = i32At(nodes + 4 * i32At(parents + 4 * below)) + 1;
    setI32(nodes + 4 * below, depth);
    if (below >= leaves) continue;
    const level = levels + 4 * lesserInt(depth, LONGEST_CODE);
    setI32(level, i32At(level) + 1);
  }
  shortenCodes(levels);
  let next = order;
  for (let length = LONGEST_CODE; length > 0; length--) {
    for (let rest = i32At(levels + 4 * length); rest > 0; rest--) {
      setI32(work + LENGTHS + 4 * i32At(next), length);
      next += 4;
    }
  }
}

/** Where codes were cut to the longest, there are too many: each longer code that a shorter one gives way to frees one. */
function shortenCodes(levels: i32): void {
  let taken: i32 = 0;
  for (let length: i32 = 1; length <= LONGEST_CODE; length++) {
    taken += i32At(levels + 4 * length) << (LONGEST_CODE - length);
  }
  for (; taken > 1 << LONGEST_CODE; taken--) {
    let length = LONGEST_CODE - 1;
    while (i32At(levels + 4 * length) === 0) length--;
    setI32(levels + 4 * length, i32At(levels + 4 * length) - 1);
    setI32(levels + 4 * length + 4, i32At(levels + 4 * length + 4) + 2);
    setI32(levels + 4 * LONGEST_CODE, i32At(levels + 4 * LONGEST_CODE) - 1);
  }
}

/** Writes the lengths of the codes, four bits each: of the symbols, and of the one distance, which is 1. */
function putLengths(work: i32): void {
  put(SYMBOLS - END - 1, 5);
  put(0, 5);
  put(15, 4);
  // The code for lengths: none for repetitions, which come first, and for each length itself the same.
  put(0, 9);
  for (let length: i32 = 0; length < 16; length++) put(4, 3);
  for (let symbol: i32 = 0; symbol < SYMBOLS; symbol++) {
    put(reversed(i32At(work + LENGTHS + 4 * symbol), 4), 4);
  }
  put(reversed(1, 4), 4);
}

/** The lowest bits in reverse order. */
function reversed(value: i32, count: i32): i32 {
  let rest = value;
  let result: i32 = 0;
  for (let bit: i32 = 0; bit < count; bit++) {
    result = (result << 1) | (rest & 1);
    rest >>= 1;
  }
  return result;
}

/** Gives each token all that is written for it: the code of its symbol, and for a run the rest of its length and its distance. */
function assignCodes(work: i32): void {
  const lengths = work + LENGTHS;
  const codes = work + NODES;
  // From here on the levels hold the next code of each length.
  const nextCodes = work + LEVELS;
  let code: i32 = 0;
  for (let length: i32 = 1; length <= LONGEST_CODE; length++) {
    const taken = i32At(nextCodes + 4 * length);
    setI32(nextCodes + 4 * length, code);
    code = (code + taken) << 1;
  }
  for (let symbol: i32 = 0; symbol < SYMBOLS; symbol++) {
    const length = i32At(lengths + 4 * symbol);
    if (length === 0) continue;
    const next = i32At(nextCodes + 4 * length);
    setI32(nextCodes + 4 * length, next + 1);
    setI32(codes + 4 * symbol, reversed(next, length));
  }
  for (let token: i32 = 0; token < TOKENS; token++) {
    if (i32At(work + 4 * token) === 0) continue;
    const symbol = token <= END ? token : symbolOf(token - RUN);
    let written = i32At(codes + 4 * symbol);
    let length = i32At(lengths + 4 * symbol);
    if (token > END) {
      const extra = extraBits(token - RUN);
      written |= ((token - RUN - SHORTEST_RUN) & ((1 << extra) - 1)) << length;
      // The code of the distance is one bit, 0.
      length += extra + 1;
    }
    setI32(work + 4 * token, (written << 5) | length);
  }
}

/** Writes four bytes each time, whether they are full or not: what to do next never hangs on the bits. */
function putTokens(work: i32, tokens: i32, end: i32): void {
  let to = out;
  let rest = bits;
  let count = bitCount;
  for (let at = tokens; at < end; at += 2) {
    const written = i32At(work + 4 * u16At(at));
    // At most 7 bits wait, and a token has at most 21.
    rest |= (written >> 5) << count;
    count += written & 31;
    setFourU8(to, rest);
    to += count >> 3;
    rest = (rest >>> (count & 24)) | 0;
    count &= 7;
  }
  out = to;
  bits = rest;
  bitCount = count;
}
