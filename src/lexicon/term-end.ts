import { isAlphabetic } from '../text/unit-kinds.js';
import { type UnitText, unitAt } from '../text/unit-text.js';

const VARIATION = 0xfe0f;
const JOINER = 0x200d;
const KEYCAP = 0x20e3;

/**
 * Where a term ends whose last unit, no Latin letter and no digit, stands before `at`: there, or behind the selector of its emoji.
 *
 * @returns -1 if a word of another alphabet (Сбер in Сбербанк) or an emoji (👩 in 👩‍💻) goes on.
 */
export function endBehind(text: UnitText, at: number): number {
  const next = unitAt(text, at);
  if (isAlphabetic(next) && isAlphabetic(unitAt(text, at - 1))) return -1;
  const end = next === VARIATION ? at + 1 : at;
  return emojiGoesOn(text, end) ? -1 : end;
}

function emojiGoesOn(text: UnitText, at: number): boolean {
  const unit = unitAt(text, at);
  if (unit === JOINER || unit === KEYCAP) return true;
  if (unit !== 0xd83c) return false;
  const low = unitAt(text, at + 1);
  return (low >= 0xdffb && low <= 0xdfff) || (isRegional(text, at) && regionalsBefore(text, at) % 2 === 1);
}

/** How many regional indicators stand side by side before `at`; two are a flag. */
function regionalsBefore(text: UnitText, at: number): number {
  let count = 0;
  while (isRegional(text, at - 2 * (count + 1))) count++;
  return count;
}

function isRegional(text: UnitText, at: number): boolean {
  const low = unitAt(text, at + 1);
  return unitAt(text, at) === 0xd83c && low >= 0xdde6 && low <= 0xddff;
}
