import { tanh } from '../base/math.js';
import { isHanUnit, isWordUnit } from '../text/unit-kinds.js';
import { unitsOf } from '../text/unit-table.js';
import type { Token } from '../tokenizer/index.js';
import type { SentimentEvidence } from './evidence.js';
import { type FoldedPost, WORD } from './folded-post.js';
import {
  CONCESSION,
  CONTRAST,
  FALL,
  HOPE,
  IRONY,
  MORE_IS_BAD,
  MORE_IS_GOOD,
  NEGATION,
  QUESTION,
  RISE,
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
/** Words between a quantity and the verb that says it rises or falls, and between such a verb and the quantity after it. */
const MOVED_BEFORE = 5;
const MOVED_AFTER = 3;
/** What a quantity that moves the right way says. */
const MOVED = 2;
/** What counts of what the post grants or said before a contrast. */
const GRANTED = 0.35;
/** How many tokens an entry may span. */
const SPAN = 5;
const BLANK = 0x20;
const THAN = '比'.charCodeAt(0);
const NONE = '没'.charCodeAt(0);
/** Words between praise and the `enough` that no praise reaches. */
const ENOUGH_REACH = 4;

const clauseEnds = unitsOf(',，。.!！?？;；');

function textOf(units: Uint16Array, from: number, to: number): string {
  return String.fromCharCode(...units.subarray(from, to));
}

/** 好是好，就是…: what is said twice around 是 is granted. */
function isSameOfSame(tokens: readonly Token[], at: number): boolean {
  const { text } = tokens[at] as Token;
  return tokens[at + 1]?.text === '是' && tokens[at + 2]?.text === text;
}

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
  /** Whether in the last post weighed a part that counts less stood beside one that counts in full. */
  hasTurn = false;
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
    const { kinds, nodes, shifters, starts, ends, froms, tos, tokens, count } = pieces;
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
      const moved = this.#movement(i);
      if (moved !== 0) {
        const polarity = MOVED * moved * Math.abs(this.#shift(i, i, moved, post));
        evidence.push({
          text: textOf(post.units, froms[i] as number, tos[i] as number),
          start: starts[i] as number,
          end: ends[i] as number,
          polarity,
          negated: false,
        });
        continue;
      }
      if (this.#isMoved(i)) continue;
      if (!trie.begins(nodes[i] as number) || !this.#longestFrom(i, post.units)) {
        if (shifters[i] === QUESTION) asked = true;
        continue;
      }
      const last = this.#last;
      const polarity = trie.polarityOf(this.#entry);
      // 不好意思, 逆回购: an entry that says nothing, whatever words it holds.
      if (polarity === 0) {
        i = last;
        continue;
      }
      const factor = this.#shift(i, last, polarity, post);
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
    this.hasTurn = false;
    if (evidence.length === 0) return 0;
    const { tokens } = post;
    let turn = -1;
    let ironic = false;
    /** Where clauses that grant something begin and end, in turn. */
    const granted: number[] = [];
    for (let i = 0; i < tokens.length; i++) {
      const { kind, start, text } = tokens[i] as Token;
      if (kind === 'space' || kind === 'number') continue;
      const shifter = post.kinds[i] === WORD ? post.shifters[i] : this.#shifterOf(text);
      if (shifter === CONTRAST) turn = start;
      else if (shifter === IRONY) ironic = true;
      else if (shifter === CONCESSION || isSameOfSame(tokens, i)) {
        if (granted.length % 2 === 0) granted.push(start);
      } else if (granted.length % 2 === 1 && clauseEnds[text.charCodeAt(0)] === 1) granted.push(start);
    }
    let sum = 0;
    let grants = 0;
    let span = 0;
    for (const { polarity, start } of evidence) {
      while (span + 1 < granted.length && (granted[span + 1] as number) <= start) span += 2;
      const isGranted = span < granted.length && (granted[span] as number) <= start;
      const weight = start < turn || isGranted ? GRANTED : 1;
      if (weight < 1) grants++;
      sum += weight * (ironic && polarity > 0 ? -0.5 * polarity : polarity);
    }
    this.hasTurn = grants > 0 && grants < evidence.length;
    return tanh(sum / (1.6 * Math.sqrt(evidence.length + 1)));
  }

  /**
   * Profit fell, 亏损收窄, reduced costs: 1 if the verb at a piece moves a quantity the right way, -1 if the wrong way, 0 if it
   * is no such verb or moves nothing.
   */
  #movement(at: number): number {
    const { kinds, shifters, count } = this.#pieces;
    const verb = shifters[at];
    if (verb !== RISE && verb !== FALL) return 0;
    const sign = verb === RISE ? 1 : -1;
    for (let i = at - 1; i >= 0 && at - i <= MOVED_BEFORE && kinds[i] !== BREAK; i--) {
      if (shifters[i] === MORE_IS_GOOD) return sign;
      if (shifters[i] === MORE_IS_BAD) return -sign;
      if (shifters[i] === RISE || shifters[i] === FALL) break;
    }
    for (let i = at + 1; i < count && i - at <= MOVED_AFTER && kinds[i] !== BREAK; i++) {
      if (shifters[i] === MORE_IS_GOOD) return sign;
      if (shifters[i] === MORE_IS_BAD) return -sign;
      if (shifters[i] === RISE || shifters[i] === FALL) break;
    }
    return 0;
  }

  /** True of a quantity that a verb beside it moves: what it says by itself does not count. */
  #isMoved(at: number): boolean {
    const { kinds, shifters, count } = this.#pieces;
    if (shifters[at] !== MORE_IS_GOOD && shifters[at] !== MORE_IS_BAD) return false;
    for (let i = at + 1; i < count && i - at <= MOVED_BEFORE && kinds[i] !== BREAK; i++)
      if (shifters[i] === RISE || shifters[i] === FALL) return true;
    for (let i = at - 1; i >= 0 && at - i <= MOVED_AFTER && kinds[i] !== BREAK; i--)
      if (shifters[i] === RISE || shifters[i] === FALL) return true;
    return false;
  }

  #beginsWith(at: number, unit: number, { units }: FoldedPost): boolean {
    const { kinds, froms } = this.#pieces;
    return kinds[at] === PIECE && units[froms[at] as number] === unit;
  }

  #isUnit(at: number, unit: number, post: FoldedPost): boolean {
    const { froms, tos } = this.#pieces;
    return (tos[at] as number) - (froms[at] as number) === 1 && this.#beginsWith(at, unit, post);
  }

  /** Can't recommend it enough: whether what a piece denies is that praise is enough. */
  #isBeyondWords(denial: number, praise: number, { tokens }: FoldedPost): boolean {
    const { kinds, tokens: tokenOf, count } = this.#pieces;
    const textAt = (i: number) => (tokens[tokenOf[i] as number] as Token).text;
    if (!/^(?:can['’]?t|cannot|couldn['’]?t)$/iu.test(textAt(denial))) return false;
    for (let i = praise + 1; i < count && i <= praise + ENOUGH_REACH && kinds[i] !== BREAK; i++)
      if (/^enough$/iu.test(textAt(i))) return i > praise + 1 || denial === praise - 1;
    return false;
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
        // A hyphen or an apostrophe within a word is as good as a space: game-changer, chef's.
        if ((text === '-' || text === "'" || text === '’') && isWordUnit(unitBefore)) continue;
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
  #shift(at: number, last: number, polarity: number, post: FoldedPost): number {
    const { kinds, shifters } = this.#pieces;
    let factor = 1;
    let negated = false;
    let compared = false;
    for (let i = at - 1, seen = 0; i >= 0 && seen < NEGATION_REACH; i--) {
      if (kinds[i] === BREAK) break;
      seen++;
      const shifter = shifters[i];
      if (shifter === CONTRAST) break;
      if (this.#isUnit(i, THAN, post)) compared = true;
      else if (shifter === NEGATION) {
        // 没有比这更好的: the best there is. Can't thank you enough: more than can be said.
        if (compared && factor > 1 && this.#beginsWith(i, NONE, post)) continue;
        if (polarity > 0 && this.#isBeyondWords(i, last, post)) {
          factor *= 1.4;
          continue;
        }
        if (polarity > 0 || seen <= COMPLAINT_REACH) negated = !negated;
      } else if (seen <= DEGREE_REACH && shifter === STRONGER) factor *= 1.4;
      else if (seen <= DEGREE_REACH && shifter === WEAKER) factor *= 0.6;
      else if (shifter === HOPE) factor *= 0.3;
    }
    if (!negated) return factor;
    return (polarity > 0 ? -1 : -0.35) * factor;
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
