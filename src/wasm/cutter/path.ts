import {
  codes,
  DEEP,
  OUTSIDE,
  outside,
  pairs,
  path,
  RANK,
  SINGLE,
  scores,
  singleLogs,
  units,
} from './layout';
import { findPairs, findThirds, placePairs, placeThirds } from './look-up';

/** Natural logarithms of frequencies by rank, and of the total of this call. */
let logs: usize = 0;
let logTotal: f64 = 0;

/** The path alone, for taggers. */
export function route(length: i32, total: f64, logTable: usize): void {
  logTotal = total;
  logs = logTable;
  placePairs(length);
  findThirds(placeThirds(findPairs(length)));
  choose(length);
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
  store<i32>(path + ((<usize>length) << 3), 0, 4);
  let score1 = f64x2.splat(0);
  let score2 = f64x2.splat(0);
  for (let k = length - 1; k >= 0; k--) {
    const code = <i32>load<u16>(codes + ((<usize>k) << 1));
    const place = path + ((<usize>k) << 3);
    const at = record + ((<usize>k) << 3);
    const pair = load<i32>(at);
    const unit = load<i32>(at, 4);
    const log = v128.load_zero<f64>(single + ((<usize>code) << 3));
    let best = f64x2.add(f64x2.sub(log, total), score1);
    const longer = f64x2.add(
      f64x2.sub(v128.load_zero<f64>(logOf + ((<usize>(pair & RANK)) << 3)), total),
      score2,
    );
    const takes = i64x2.bitmask(f64x2.ge(longer, best)) & 1;
    // Outside of blocks the logarithm is no number: there all sums begin anew with 0.
    best = v128.and(f64x2.pmax(best, longer), f64x2.eq(log, log));
    let end = k + 1 + takes;
    const alone = select(OUTSIDE, SINGLE, code === not);
    let wordUnit = alone ^ ((alone ^ unit) & -takes);
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
      wordUnit = alone;
    }
    score2 = score1;
    score1 = best;
    v128.store_lane<f64>(out + ((<usize>k) << 3), best, 0);
    store<i32>(place, end);
    store<i32>(place, wordUnit, 4);
  }
}

export function next(i: i32): i32 {
  return load<i32>(path + ((<usize>i) << 3));
}

export function stepAt(i: i32): i32 {
  return load<i32>(path + ((<usize>i) << 3), 4);
}
