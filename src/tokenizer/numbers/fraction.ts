import { isDigitUnit } from '../../text/unit-kinds.js';
import { characterAt, isAt, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import type { BreaksWord } from '../breaks-word.js';
import type { Quantity } from '../token.js';
import { readHanNumeral } from './han-numeral.js';
import { numeralEnd, numeralValue } from './numeral.js';
import { clean, type NumberMatch } from './reading.js';

/** 分 */
const FEN = 0x5206;

/**
 * A fraction of which the denominator has been read: 三分之二, 3分之1, 三分之一强.
 *
 * @param at  where the denominator ends.
 */
export function readFraction(
  text: UnitText,
  at: number,
  denominator: number,
  breaks: BreaksWord,
  bound: Quantity['bound'],
): NumberMatch | undefined {
  if (unitAt(text, at) !== FEN || !isAt(text, at + 1, '之') || denominator === 0) return undefined;
  const numerator = numeratorAt(text, at + 2);
  if (numerator === undefined || breaks(numerator.end)) return undefined;
  const rest = restOf(text, numerator.end, breaks);
  const told = bound ?? rest;
  return {
    end: rest === undefined ? numerator.end : numerator.end + 1,
    quantity: {
      value: clean(numerator.value / denominator),
      type: 'count',
      ...(told ? { bound: told } : {}),
    },
  };
}

function numeratorAt(
  text: UnitText,
  at: number,
): { readonly end: number; readonly value: number } | undefined {
  if (isDigitUnit(plainAt(text, at))) {
    const end = numeralEnd(text, at);
    return end - at > 9 ? undefined : { end, value: numeralValue(text, at, end) };
  }
  const numeral = readHanNumeral(text, at);
  return numeral === undefined || numeral.vague ? undefined : numeral;
}

/** 强 and 弱 behind a fraction: somewhat more, somewhat less. */
function restOf(text: UnitText, at: number, breaks: BreaksWord): Quantity['bound'] {
  const rest = characterAt(text, at);
  if ((rest !== '强' && rest !== '強' && rest !== '弱') || breaks(at + 1)) return undefined;
  return rest === '弱' ? 'under' : 'over';
}
