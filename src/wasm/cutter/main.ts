/**
 * The hot path of the tokenizer in AssemblyScript: what src/tokenizer/cutter.ts, route.ts and word-hmm.ts do, on a
 * linear memory that src/tokenizer/wasm-cutter.ts lays out. The same sums in the same order, so the same output.
 *
 * What a character costs is the wait for a dictionary of megabytes and for branches that were guessed wrong. So the words are
 * not looked up one after the other: one pass reckons where in the trie each pair of neighbouring characters would lie, the
 * next looks all of them up, and so with the third characters of those that go on. In none of these does a look-up wait for
 * another or a branch hang on what was found, and the passes that wait for memory do so little that a processor has twenty
 * look-ups under way at once. The path then finds what it needs in the cache.
 */

import { firstAdded, OUTSIDE, SINGLE, unitAt } from './layout';
import { numberTokens } from './numbers';
import { next, route, stepAt } from './path';
import { countFrom, idAt, idOf, isWord, push, singleId } from './tokens';
import { cutUnknown, isAsciiWord } from './unknown';

export { insert } from './added-units';
export { checksum } from './checksum';
export { configure } from './layout';
export { setNumbers } from './numbers';
export { route } from './path';

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
  countFrom(start);
  return hmm ? follow(0, length, 0) : followWithoutModel(length);
}

/**
 * Cuts as {@link cut}, and gives the words that the lexicon does not know the identifiers of the table beside it.
 *
 * @returns number of tokens; negative if some are left without identifier.
 */
export function encode(length: i32, start: i32, hmm: i32, total: f64, logTable: usize): i32 {
  const count = cut(length, start, hmm, total, logTable);
  return numberTokens(count, start) ? -count : count;
}

/**
 * Cuts each run of units that are not 0, with the model; 0 lies behind the last.
 *
 * @returns number of tokens, all of them of runs.
 */
export function cutRuns(length: i32, start: i32, total: f64, logTable: usize): i32 {
  route(length, total, logTable);
  countFrom(start);
  let count = 0;
  for (let from = 0; from < length; from++) {
    let to = from;
    while (unitAt(to)) to++;
    if (to > from) count = follow(from, to, count);
    from = to;
  }
  return count;
}

/** No branch hangs on whether a word has one character or more or lies outside of blocks: too many would be guessed wrong. */
function follow(from: i32, length: i32, first: i32): i32 {
  const addedFrom = firstAdded;
  let count = first;
  let x = from;
  while (x < length) {
    const step = stepAt(x);
    let y = next(x);
    if (step & stepAt(y) & SINGLE) {
      let stop = y + 1;
      while (stepAt(stop) & SINGLE) stop++;
      if (isWord(x, stop)) {
        for (let i = x; i < stop; i++) push(count++, i + 1, singleId(i));
      } else count = cutUnknown(count, x, stop);
      x = stop;
      continue;
    }
    let id = select(singleId(x), step, step >= OUTSIDE);
    if (step >= addedFrom && step < OUTSIDE) id = idOf(step);
    else if (joinsNext(x, step, length)) {
      y++;
      id = 0;
    }
    push(count++, y, id);
    x = y;
  }
  return count;
}

/** Whether a character outside of blocks and the next one are a pair of surrogates, or CRLF. */
function joinsNext(x: i32, step: i32, length: i32): bool {
  const unit = unitAt(x);
  const high = i32((unit & 0xfc00) === 0xd800);
  // No branch on the step alone.
  if (!(i32(step === OUTSIDE) & (high | i32(unit === 13))) || x + 1 === length) return false;
  const behind = unitAt(x + 1);
  return high ? (behind & 0xfc00) === 0xdc00 : behind === 10;
}

/** Without the model single ASCII letters and digits are joined, all else is left alone. */
function followWithoutModel(length: i32): i32 {
  let count = 0;
  let run = -1;
  let x = 0;
  while (x < length) {
    const y = next(x);
    if (y - x === 1 && isAsciiWord(unitAt(x))) {
      if (run < 0) run = x;
      x = y;
      continue;
    }
    if (run >= 0) push(count++, x, idAt(run, x));
    run = -1;
    const step = stepAt(x);
    const pair = i32(joinsNext(x, step, length));
    x = y + pair;
    push(count++, x, pair ? 0 : step >= OUTSIDE ? singleId(y - 1) : idOf(step));
  }
  if (run >= 0) push(count++, length, idAt(run, length));
  return count;
}
