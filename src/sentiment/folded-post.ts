import { foldUnit } from '../text/fold.js';
import { unitsOf } from '../text/unit-table.js';
import type { Token } from '../tokenizer/index.js';

/** What a token is to sentiment. */
export const WORD = 1;
/** Known by its class alone: terms, numbers, cashtags. */
export const CLASS = 2;
/** A mark that says something of the mood. */
export const TELLING = 3;
export const SPACE = 4;
/** A mark that says nothing, which ends the reach of a negation as a telling one does. */
export const MARK = 5;
/** Links, names and all else. */
export const SILENT = 6;

const tellingMarks = unitsOf('!！?？…~～');
/** Tokens and units for which there is room from the start, and units whose room is kept. */
const TOKENS = 256;
const UNITS = 1024;
const KEPT_UNITS = 1 << 16;
/** Of a run of the same mark, so many are read. */
const MARKS_READ = 2;

/**
 * A post as sentiment reads it: what each token is, and in one row the units of what it says, folded: those of words, of
 * telling marks, and of the names of classes (`<term>`, `<n>`). Filled anew for each post, so that none takes memory.
 */
export class FoldedPost {
  tokens: readonly Token[] = [];
  /** By token: {@link WORD} and its like. */
  kinds: Uint8Array = new Uint8Array(TOKENS);
  /** By token: where its units begin; one more tells where the last end. */
  starts: Int32Array = new Int32Array(TOKENS + 1);
  units: Uint16Array = new Uint16Array(UNITS);
  /** By token: what a word does to those after it, as the lexicon finds it; 0 where nothing. */
  shifters: Uint8Array = new Uint8Array(TOKENS);
  #length = 0;

  /** Reads the tokens of a post. O(characters). */
  read(tokens: readonly Token[]): void {
    this.tokens = tokens;
    this.#length = 0;
    if (tokens.length > this.kinds.length) this.#takeRoom(2 * tokens.length);
    const { kinds, starts } = this;
    for (let i = 0; i < tokens.length; i++) {
      starts[i] = this.#length;
      kinds[i] = this.#readToken(tokens[i] as Token);
    }
    starts[tokens.length] = this.#length;
  }

  /** Forgets the tokens, and gives back what a very long post took. */
  reset(): void {
    this.tokens = [];
    if (Math.max(this.units.length, this.kinds.length) <= KEPT_UNITS) return;
    this.units = new Uint16Array(UNITS);
    this.#takeRoom(TOKENS);
  }

  #readToken(token: Token): number {
    switch (token.kind) {
      case 'word':
        this.#append(token.text, token.text.length);
        return WORD;
      case 'space':
        return SPACE;
      case 'punctuation':
        if (tellingMarks[token.text.charCodeAt(0)] !== 1) return MARK;
        this.#append(token.text, Math.min(MARKS_READ, token.text.length));
        return TELLING;
      case 'term':
      case 'number':
      case 'cashtag': {
        const name = classOf(token);
        this.#append(name, name.length);
        return CLASS;
      }
      default:
        return SILENT;
    }
  }

  #append(text: string, length: number): void {
    let at = this.#length;
    if (at + length > this.units.length) this.#growUnits(2 * (at + length));
    const { units } = this;
    for (let i = 0; i < length; i++) units[at++] = foldUnit(text.charCodeAt(i));
    this.#length = at;
  }

  #takeRoom(tokens: number): void {
    this.kinds = new Uint8Array(tokens);
    this.starts = new Int32Array(tokens + 1);
    this.shifters = new Uint8Array(tokens);
  }

  #growUnits(length: number): void {
    const units = new Uint16Array(length);
    units.set(this.units);
    this.units = units;
  }
}

function classOf(token: Token): string {
  if (token.kind === 'term') return '<term>';
  if (token.kind === 'cashtag') return '<cash>';
  const { quantity } = token;
  if (quantity?.type === 'percent') return quantity.value < 0 ? '<-%>' : '<+%>';
  return quantity?.type === 'money' ? '<$>' : '<n>';
}
