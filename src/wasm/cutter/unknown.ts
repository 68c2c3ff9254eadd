import { HAN_FIRST, unitAt } from './layout';
import { idAt, push } from './tokens';
import { cutByModel } from './word-hmm';

/** jieba's finalseg: Han through the model, ASCII words and numbers whole, the rest in one piece. */
export function cutUnknown(first: i32, from: i32, to: i32): i32 {
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

function isDigit(unit: i32): bool {
  return <u32>(unit - 0x30) < 10;
}

export function isAsciiWord(unit: i32): bool {
  return <u32>(unit - 0x30) < 10 || <u32>((unit | 0x20) - 0x61) < 26;
}
