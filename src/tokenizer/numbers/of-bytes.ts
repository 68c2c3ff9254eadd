import { isDigitUnit } from '../../text/unit-kinds.js';
import { isAt, isOneOf, plainAt, type UnitText, unitAt } from '../../text/unit-text.js';
import { WordSet } from '../../text/word-set.js';
import type { BreaksWord } from '../breaks-word.js';
import { digitOf } from './han-numeral.js';

/** What is of bytes where 字节 stands before it. */
const OF_BYTES = new WordSet('数组 對齊 对齐 长度 编码 缓冲 偏移 字符 计数 每秒 /秒 序列');
/** Behind 字节 of whoever works at ByteDance: 两个字节员工. */
const STAFF = '员程同产大老系实前离入架面人内跳';

/** Whether 字节 at `at` is the unit of data, and no company: 多字节, 前两个字节, 字节码, 字节级BPE. */
export function isByte(text: UnitText, at: number, breaks: BreaksWord): boolean {
  const next = at + 2;
  if (isOneOf(text, next, '码序')) return true;
  if (isAt(text, next, '流')) return !isOneOf(text, next + 1, '出失水量');
  if (isAt(text, next, '级')) return !isAt(text, next + 1, '别');
  if (OF_BYTES.hasSlice(text, next, next + 2)) return true;
  if (isOneOf(text, next, STAFF)) return false;
  if (isAt(text, at - 1, '多')) return !isOneOf(text, at - 2, '很许好更最太');
  if (isOneOf(text, at - 1, '单双每')) return true;
  if (isOneOf(text, at - 1, '个個')) return isNumeral(text, at - 2);
  // 周一字节发布
  return isNumeral(text, at - 1) && !breaks(at - 1) && !isDigitUnit(plainAt(text, at - 1));
}

function isNumeral(text: UnitText, at: number): boolean {
  return isDigitUnit(plainAt(text, at)) || digitOf(unitAt(text, at)) > 0 || isOneOf(text, at, '几十百千万');
}
