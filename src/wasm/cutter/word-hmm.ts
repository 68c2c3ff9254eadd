import {
  emissionRows,
  emissions,
  fromB,
  fromE,
  fromM,
  fromS,
  HAN_FIRST,
  startB,
  startE,
  startM,
  startS,
  trail,
  unitAt,
} from './layout';
import { idAt, pairId, push, singleId } from './tokens';

/**
 * The hidden Markov model, two states at a time: B and S come after E or S, E and M after B or M. Of two equal
 * paths the one from the larger letter wins.
 */
export function cutByModel(first: i32, start: i32, stop: i32): i32 {
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
    // E or S. Until the word ends, each step writes over what the one before has written.
    const isEnd = i32(<u32>(load<u8>(trail + i) - 1) < 2);
    push(count, i + 1, idAt(begin, i + 1));
    count += isEnd;
    begin = select(i + 1, begin, isEnd);
  }
  return count;
}

/** The model on two characters, most of its runs: B and E, or S and S. What is guessed wrong every other time is no branch. */
function cutPair(first: i32, start: i32): i32 {
  const one = rowAt(start);
  const two = rowAt(start + 1);
  const joined = startB + load<f64>(one) + f64x2.extract_lane(fromB, 0) + load<f64>(two, 8);
  const apart = startS + load<f64>(one, 24) + f64x2.extract_lane(fromS, 1) + load<f64>(two, 24);
  const parts = i32(apart >= joined);
  push(first, start + 2 - parts, select(singleId(start), pairId(start), parts));
  push(first + 1, start + 2, singleId(start + 1));
  return first + 1 + parts;
}

function rowAt(i: i32): usize {
  const number = load<u16>(emissionRows + ((<usize>(unitAt(i) - HAN_FIRST)) << 1));
  return emissions + ((<usize>number) << 5);
}
