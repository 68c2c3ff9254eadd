import { checkFilled, checkNumber, checkString } from '../base/check.js';
import { describeValue, RedianError } from '../errors.js';

const BYTE_ORDER_MARK = 0xfeff;

/** An entry of a user dictionary. */
interface UserWord {
  readonly word: string;
  readonly frequency: number | undefined;
  readonly tag: string | undefined;
}

/** Throws unless these make an entry; a frequency or a tag that is not given is the tokenizer's affair. */
export function checkUserWord(word: unknown, frequency: unknown, tag: unknown): void {
  checkFilled('word', word);
  if (frequency !== undefined) {
    checkNumber('frequency', frequency, { min: 0, integer: true });
    checkNumber('frequency', frequency, { max: 1e15 });
  }
  if (tag !== undefined) checkString('tag', tag);
}

/**
 * Reads jieba's user dictionary format: `word [frequency] [tag]` a line, separated by single spaces; a word may
 * hold spaces itself, and what is no whole number belongs to it: `Python 3.14`. Blank lines, lines that begin with `# ` and a byte order mark are passed over.
 *
 * @param content  text, or UTF-8 bytes.
 * @param name  how messages call it, such as its path.
 * @throws {RedianError} INVALID_DICTIONARY naming every bad line (`details.lines`): no word before the frequency, a
 *   negative frequency, or bytes that are not UTF-8.
 */
export function parseUserDictionary(content: string | Uint8Array, name = 'user dictionary'): UserWord[] {
  if (typeof content !== 'string' && !(content instanceof Uint8Array)) {
    throw new RedianError(
      'INVALID_ARGUMENT',
      `content: expected text or bytes, got ${describeValue(content)}`,
    );
  }
  const words: UserWord[] = [];
  const bad: { line: number; reason: string }[] = [];
  for (const [index, raw] of decode(content, name).split('\n').entries()) {
    const line = stripped(raw);
    if (line === '' || line === '#' || line.startsWith('# ')) continue;
    if (!line.includes(' ') && raw.startsWith(line)) {
      words.push({ word: line, frequency: undefined, tag: undefined });
      continue;
    }
    const problem = problemOf(raw, line);
    if (problem !== undefined) {
      bad.push({ line: index + 1, reason: problem });
      continue;
    }
    const parts = /^(.+?)( [0-9]+)?( [a-z]+)?$/su.exec(line);
    if (parts?.[1] === undefined) continue;
    words.push({
      word: parts[1],
      frequency: parts[2] === undefined ? undefined : Number(parts[2]),
      tag: parts[3]?.trim(),
    });
  }
  const [first] = bad;
  if (first !== undefined) {
    const more = bad.length > 1 ? ` (and ${bad.length - 1} more bad lines)` : '';
    throw new RedianError(
      'INVALID_DICTIONARY',
      `${name}, line ${first.line}: ${first.reason}; expected "word [frequency] [tag]"${more}`,
      { details: { name, lines: bad } },
    );
  }
  return words;
}

/** A line as Python strips its bytes: of white of ASCII, then of byte order marks in front. */
function stripped(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && isWhite(line.charCodeAt(start))) start++;
  while (end > start && isWhite(line.charCodeAt(end - 1))) end--;
  while (start < end && line.charCodeAt(start) === BYTE_ORDER_MARK) start++;
  return line.slice(start, end);
}

function isWhite(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
}

function decode(content: string | Uint8Array, name: string): string {
  if (typeof content === 'string') return content;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch (cause) {
    throw new RedianError('INVALID_DICTIONARY', `${name}: not UTF-8; expected a text in UTF-8`, { cause });
  }
}

function problemOf(raw: string, line: string): string | undefined {
  if (/^[ \t]/.test(raw) && /^[0-9]+( [a-z]+)?$/.test(line)) return `"${line}" has no word`;
  const negative = line.includes(' -') ? / -[0-9]+(?:\.[0-9]+)?(?= [a-z]+$|$)/.exec(line) : null;
  if (negative !== null) return `frequency${negative[0]} is negative`;
  const digits = line.length > 17 ? / ([0-9]{16,})( [a-z]+)?$/.exec(line) : null;
  if (digits !== null) return `frequency ${digits[1]} is too large`;
  return undefined;
}
