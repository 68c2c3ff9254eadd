import { checkString } from '../base/check.js';
import { hashText } from '../base/hash.js';
import { HashSet64 } from '../base/hash-set64.js';
import { fold } from '../text/fold.js';
import { simplify } from '../text/variants.js';
import type { Token, Tokenizer } from '../tokenizer/index.js';
import { isHanWord } from './phrase-words.js';

/** Stands for all numbers: what always follows one, as in 5级地震, is no word by itself. */
export const NUMBER = '\0';

/** The words of texts as numbers from 1, 0 for a border, with their places in the texts. */
class NumberedWords {
  readonly #ids = new Map<string, number>();
  /** Word of each number. */
  readonly names: string[] = [''];
  words = new Int32Array(1 << 12);
  /** Index of the text of each word. */
  textOf = new Int32Array(1 << 12);
  /** Where each word stands in its text, half-open, in UTF-16 units. */
  starts = new Int32Array(1 << 12);
  ends = new Int32Array(1 << 12);
  /** How many of the entries are in use. */
  length = 0;

  push(text: number, start: number, end: number, name: string): void {
    if (this.length === this.words.length) {
      const grown = (values: Int32Array): Int32Array<ArrayBuffer> => {
        const copy = new Int32Array(2 * values.length);
        copy.set(values);
        return copy;
      };
      this.words = grown(this.words);
      this.textOf = grown(this.textOf);
      this.starts = grown(this.starts);
      this.ends = grown(this.ends);
    }
    let id = 0;
    if (name !== '') {
      id = this.#ids.get(name) ?? this.names.length;
      if (id === this.names.length) {
        this.#ids.set(name, id);
        this.names.push(name);
      }
    }
    this.words[this.length] = id;
    this.textOf[this.length] = text;
    this.starts[this.length] = start;
    this.ends[this.length++] = end;
  }

  /** A border, unless there is one already. */
  border(text: number, at: number): void {
    if (this.length > 0 && this.words[this.length - 1] !== 0) this.push(text, at, at, '');
  }
}

/**
 * Cuts texts, read in simplified characters, by the dictionary alone and numbers the words; identical texts are read once. Links, mentions, emoji and punctuation
 * are borders, all numbers are one word.
 *
 * @throws {RedianError} INVALID_ARGUMENT for what is no text. O(characters).
 */
export function numberWords(texts: readonly string[], tokenizer: Tokenizer): NumberedWords {
  const words = new NumberedWords();
  const seen = new HashSet64();
  for (const [index, text] of texts.entries()) {
    checkString(`texts[${index}]`, text);
    if (!seen.add(...hashText(text))) continue;
    words.border(index, 0);
    const simple = simplify(text);
    const tokens = tokenizer.segment(simple);
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token;
      const { start } = token;
      if (isHanWord(token)) {
        let last = i;
        while (isHanWord(tokens[last + 1])) last++;
        let at = start;
        for (const word of tokenizer.cut(simple.slice(at, tokens[last]?.end), { hmm: false })) {
          words.push(index, at, at + word.length, fold(word));
          at += word.length;
        }
        i = last;
      } else if (token.kind === 'term') words.push(index, start, token.end, fold(token.text));
      else if (token.kind === 'word' && /^\p{L}/u.test(token.text)) {
        // A name found by its shape in one text may stand word by word in another.
        for (const { 0: part, index: offset } of token.text.matchAll(/[^ ]+/gu))
          words.push(index, start + offset, start + offset + part.length, fold(part));
      } else if (token.kind === 'number') words.push(index, start, token.end, NUMBER);
      else if (token.text !== ' ' || !isLatin(text, start - 1) || !isLatin(text, token.end))
        words.border(index, start);
    }
  }
  return words;
}

function isLatin(text: string, at: number): boolean {
  return /[A-Za-z\u00c0-\u024f]/.test(text.charAt(at));
}
