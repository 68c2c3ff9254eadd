import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Random, seededRandom } from '../../../src/base/random.js';

/** Words of jieba's dictionary, from the development dependency that ships it. */
export function dictionaryWords(): string[] {
  const path = fileURLToPath(new URL('../../../node_modules/@node-rs/jieba/dict.txt', import.meta.url));
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(' ')[0]);
}

/** Pieces that other tokenizers trip over. */
const hostile = [
  ...['\r\n', '\r', '\n', ' ', '\t', '\u3000', '\u00a0', '\u0085', '\x1c', '\x1f', '\ufeff', '\u200b', '\0'],
  ...[
    '😀',
    '👨‍👩‍👧',
    '🇨🇳',
    '𠀀',
    '𠮷',
    '\ud83d',
    '\ude00',
    'e\u0301',
    'Ａ',
    '９',
    '。',
    '，',
    '～',
    '…',
    '\u2028',
  ],
  ...[
    '%',
    '-',
    '.',
    '_',
    '#',
    '&',
    '+',
    'C++',
    '3.14',
    '50%',
    'GPT-4',
    'v2.0.1',
    'abc',
    'X',
    '7',
    '0.5%',
    'a.5',
  ],
  ...[
    '丁',
    '龥',
    '鿕',
    '鿖',
    '㐀',
    '々',
    '〇',
    '○',
    '∶',
    '١٢',
    '²',
    '龘',
    '靐',
    '齉',
    '__proto__',
    'constructor',
  ],
];

/** A seeded maker of texts from words, parts of words, rare characters and hostile pieces. */
export class TextMaker {
  readonly #random: Random;
  readonly #words: readonly string[];

  constructor(seed: number, words: readonly string[] = dictionaryWords()) {
    this.#random = seededRandom(seed);
    this.#words = words;
  }

  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  word(): string {
    return this.#words[this.below(this.#words.length)];
  }

  piece(): string {
    const kind = this.below(20);
    if (kind < 10) return this.word();
    if (kind < 13) {
      const word = this.word();
      return word.slice(this.below(word.length));
    }
    if (kind < 15) return String.fromCharCode(0x4e00 + this.below(0x9fd6 - 0x4e00));
    if (kind < 18) return hostile[this.below(hostile.length)];
    return String.fromCharCode(this.below(kind === 18 ? 128 : 65536));
  }

  text(pieces = 25): string {
    let text = '';
    for (let left = 1 + this.below(pieces); left > 0; left--) text += this.piece();
    return text;
  }
}
