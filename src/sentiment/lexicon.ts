import { tanh } from '../base/math.js';
import { isHanUnit, isWordUnit } from '../text/unit-kinds.js';
import { unitsOf } from '../text/unit-table.js';
import type { Token } from '../tokenizer/index.js';
import type { SentimentEvidence } from './evidence.js';
import { type FoldedPost, WORD } from './folded-post.js';
import {
  CONTRAST,
  HOPE,
  IRONY,
  NEGATION,
  QUESTION,
  type Shifter,
  STRONGER,
  WEAKER,
  WordTrie,
} from './word-trie.js';

/** The compiled lexicons, as they stand in sentiment.json. */
export interface LexiconFile {
  readonly version: number;
  readonly words: readonly (readonly [string, number])[];
  readonly signs: readonly (readonly [string, number])[];
  readonly shifters: readonly (readonly [string, Shifter])[];
}

/** An emoji without skin tone and without the mark of colour display. */
function bareSign(text: string): string {
  return text.replace(/[\u{1F3FB}-\u{1F3FF}\uFE0F]/gu, '');
}

/** What a piece of a post is: a word or a part of one, an emoji or emoticon, the end of a clause, or something else. */
const PIECE = 0;
const SIGN = 1;
const BREAK = 2;
const OTHER = 3;

/** Words that a negation and a degree reach over. */
const NEGATION_REACH = 4;
const COMPLAINT_REACH = 2;
const DEGREE_REACH = 2;
/** How many tokens an entry may span. */
const SPAN = 5;
const BLANK = 0x20;

const clauseEnds = unitsOf(',，。.!！?？;；');

function hasLineEnd(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === 0x0a) return true;
  return false;
}

/**
 * Polarity by lexicon: the longest entry at each place, turned by negation, scaled by degree; what stands before a
 * contrast counts less, a rhetorical question turns its clause, and irony turns praise.
 */
export class SentimentLexicon {
  readonly #trie: WordTrie;
  readonly #signs: ReadonlyMap<string, number>;
  readonly #pieces = new Pieces();
  /** What {@link #longestFrom} found: the last piece, and the node of the entry. */
  #last = 0;
  #entry = 0;

  constructor({ words, signs, shifters }: LexiconFile) {
    this.#trie = new WordTrie(words, shifters);
    this.#signs = new Map(signs);
  }

  /** The words of a post that speak for or against; marks in the post what its words do to others. O(characters). */
  evidence(post: FoldedPost): SentimentEvidence[] {
    const evidence: SentimentEvidence[] = [];
    const trie = this.#trie;
    const pieces = this.#pieces;
    this.#part(post);
    const { kinds, nodes, shifters, starts, ends, tokens, count } = pieces;
    let asked = false;
    for (let i = 0; i < count; i++) {
      const kind = kinds[i];
      if (kind === BREAK) {
        asked = false;
        continue;
      }
      if (kind === SIGN) {
        const { text, start, end } = post.tokens[tokens[i] as number] as Token;
        const polarity = this.#signs.get(text) ?? this.#signs.get(bareSign(text)) ?? 0;
        if (polarity !== 0) evidence.push({ text, start, end, polarity, negated: false });
        continue;
      }
      if (kind !== PIECE) continue;
      if (!trie.begins(nodes[i] as number) || !this.#longestFrom(i, post.units)) {
        if (shifters[i] === QUESTION) asked = true;
        continue;
      }
      const last = this.#last;
      const polarity = trie.polarityOf(this.#entry);
      const factor = this.#shift(i, polarity);
      const turned = asked && polarity > 0 ? -0.75 : 1;
      evidence.push({
        text: trie.entryOf(this.#entry),
        start: starts[i] as number,
        end: ends[last] as number,
        polarity: Math.max(-6, Math.min(6, polarity * factor * turned)),
        negated: factor < 0 || turned < 0,
      });
      i = last;
    }
    return evidence;
  }

  /** The evidence as one number in [-1, 1]; 0 says nothing. */
  weigh(evidence: readonly SentimentEvidence[], post: FoldedPost): number {
    if (evidence.length === 0) return 0;
    let turn = -1;
    let ironic = false;
    for (let i = 0; i < post.tokens.length; i++) {
      const token = post.tokens[i] as Token;
      if (token.kind === 'space' || token.kind === 'number') continue;
      const shifter = post.kinds[i] === WORD ? post.shifters[i] : this.#shifterOf(token.text);
      if (shifter === CONTRAST) turn = token.start;
      else if (shifter === IRONY) ironic = true;
    }
    let sum = 0;
    for (const { polarity, start } of evidence) {
      const weight = start < turn ? 0.35 : 1;
      sum += weight * (ironic && polarity > 0 ? -0.5 * polarity : polarity);
    }
    return tanh(sum / (1.6 * Math.sqrt(evidence.length + 1)));
  }

  #shifterOf(text: string): number {
    return this.#trie.shifterOf(this.#trie.nodeOf(text));
  }

  /** Parts Chinese words that hold a shifter and an entry in one: 太香, 不靠 + 谱. */
  #part(post: FoldedPost): void {
    const trie = this.#trie;
    const pieces = this.#pieces;
    const { tokens, starts, units } = post;
    pieces.begin(2 * tokens.length);
    let lastUnit = 0;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token;
      const { text, start, end, kind } = token;
      const unitBefore = lastUnit;
      lastUnit = text.length === 0 ? 0 : text.charCodeAt(text.length - 1);
      post.shifters[i] = 0;
      if (kind === 'word') {
        const from = starts[i] as number;
        const to = starts[i + 1] as number;
        const node = trie.node(units, from, to);
        const shifter = trie.shifterOf(node);
        const split = shifter !== 0 || trie.isEntry(node) ? from : trie.splitOf(units, from, to);
        if (split === from) {
          post.shifters[i] = shifter;
          pieces.addWord(i, start, end, from, to, node, shifter);
          continue;
        }
        const middle = start + split - from;
        const left = trie.node(units, from, split);
        const right = trie.node(units, split, to);
        pieces.addWord(i, start, middle, from, split, left, trie.shifterOf(left));
        pieces.addWord(i, middle, end, split, to, right, trie.shifterOf(right));
      } else if (kind === 'space') {
        // Chinese has no spaces between words: one there parts clauses, as a comma does.
        if (isHanUnit(unitBefore) || hasLineEnd(text)) pieces.add(BREAK, i);
      } else if (kind === 'emoji' || kind === 'emoticon') {
        pieces.add(SIGN, i);
      } else if (kind === 'punctuation') {
        // A hyphen within a word is written as a space as well: game-changer.
        if (text === '-' && isWordUnit(unitBefore)) continue;
        // An ellipsis or a quotation mark does not end a clause.
        pieces.add(clauseEnds[text.charCodeAt(0)] === 1 ? BREAK : OTHER, i);
      } else pieces.add(OTHER, i);
    }
  }

  /** Finds the longest entry that begins with a piece. */
  #longestFrom(first: number, units: Uint16Array): boolean {
    const trie = this.#trie;
    const { kinds, nodes, starts, ends, froms, tos, count } = this.#pieces;
    let node = nodes[first] as number;
    this.#last = -1;
    for (let i = first; ; ) {
      if (trie.isEntry(node)) {
        this.#last = i;
        this.#entry = node;
      }
      const next = i + 1;
      if (next === count || next === first + SPAN || kinds[next] !== PIECE) break;
      // English words are joined as they are written, with one space.
      if ((starts[next] as number) > (ends[i] as number)) node = trie.child(node, BLANK);
      if (node === 0) break;
      node = trie.below(node, units, froms[next] as number, tos[next] as number);
      if (!trie.begins(node)) break;
      i = next;
    }
    return this.#last >= 0;
  }

  /**
   * What stands before a word: degree scales it, negation turns it and takes some of its strength. A negated complaint
   * is hardly praise (没有退货), and is one only if the negation is near.
   *
   * @returns the factor of its polarity, below 0 if it is negated.
   */
  #shift(at: number, polarity: number): number {
    const { kinds, shifters } = this.#pieces;
    let factor = 1;
    let negated = false;
    for (let i = at - 1, seen = 0; i >= 0 && seen < NEGATION_REACH; i--) {
      if (kinds[i] === BREAK) break;
      seen++;
      const shifter = shifters[i];
      if (shifter === CONTRAST) break;
      if (shifter === NEGATION) {
        if (polarity > 0 || seen <= COMPLAINT_REACH) negated = !negated;
      } else if (seen <= DEGREE_REACH && shifter === STRONGER) factor *= 1.4;
      else if (seen <= DEGREE_REACH && shifter === WEAKER) factor *= 0.6;
      else if (shifter === HOPE) factor *= 0.3;
    }
    if (!negated) return factor;
    return (polarity > 0 ? -0.75 : -0.35) * factor;
  }
}

/** Pieces for which there is room from the start, and whose room is kept. */
const LEAST_PIECES = 512;
const KEPT_PIECES = 1 << 17;

/** The pieces of a post, of which {@link PIECE}s alone have units, a node and a shifter. Filled anew for each post. */
class Pieces {
  count = 0;
  kinds = new Uint8Array(LEAST_PIECES);
  /** Token of each piece. */
  tokens = new Int32Array(LEAST_PIECES);
  /** Offsets in the text. */
  starts = new Int32Array(LEAST_PIECES);
  ends = new Int32Array(LEAST_PIECES);
  /** Offsets in the units of the post. */
  froms = new Int32Array(LEAST_PIECES);
  tos = new Int32Array(LEAST_PIECES);
  nodes = new Int32Array(LEAST_PIECES);
  shifters = new Uint8Array(LEAST_PIECES);

  /** @param most  how many there may be. What a very long post took is given back. */
  begin(most: number): void {
    this.count = 0;
    const room = this.kinds.length;
    if (most <= room && (room <= KEPT_PIECES || most > KEPT_PIECES)) return;
    const size = Math.max(LEAST_PIECES, 2 * most);
    this.kinds = new Uint8Array(size);
    this.shifters = new Uint8Array(size);
    this.tokens = new Int32Array(size);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.froms = new Int32Array(size);
    this.tos = new Int32Array(size);
    this.nodes = new Int32Array(size);
  }

  add(kind: number, token: number): void {
    const i = this.count++;
    this.kinds[i] = kind;
    this.tokens[i] = token;
    this.shifters[i] = 0;
  }

  addWord(
    token: number,
    start: number,
    end: number,
    from: number,
    to: number,
    node: number,
    shifter: number,
  ): void {
    const i = this.count++;
    this.kinds[i] = PIECE;
    this.tokens[i] = token;
    this.starts[i] = start;
    this.ends[i] = end;
    this.froms[i] = from;
    this.tos[i] = to;
    this.nodes[i] = node;
    this.shifters[i] = shifter;
  }
}
