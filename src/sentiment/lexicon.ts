import { tanh } from '../base/math.js';
import { foldTable } from '../text/fold.js';
import { isHanUnit, isWordUnit } from '../text/unit-kinds.js';
import { unitsOf } from '../text/unit-table.js';
import { stringOf } from '../text/units.js';
import { variantChanges } from '../text/variants.js';
import {
  EMOJI_TOKEN,
  EMOTICON_TOKEN,
  NUMBER_TOKEN,
  PUNCTUATION_TOKEN,
  SPACE_TOKEN,
  WORD_TOKEN,
} from '../tokenizer/token-columns.js';
import { forgoneAct, isForgoing, isUnwelcomeDenied, moodOfAct } from './acts.js';
import { loserFrom } from './comparisons.js';
import { denialOfAll, isAskedBack, isNothingTo, isUtmost, isWhere } from './denials.js';
import { endOf, isLast, isUndone } from './ended.js';
import type { SentimentEvidence } from './evidence.js';
import { type FoldedPost, WORD } from './folded-post.js';
import { isMocked } from './mockery.js';
import { isMotion, isMoved, quantityOf } from './movement.js';
import { BREAK, OTHER, PIECE, Pieces, SIGN, textAt } from './pieces.js';
import { isClaim, isOwnPraise, sneerEnd } from './sneers.js';
import {
  BEFORE,
  CEASE,
  CONCESSION,
  CONTRAST,
  HOPE,
  IRONY,
  LIGHT,
  MEND,
  MORE_IS_BAD,
  NEGATION,
  NEVER,
  NOW,
  QUESTION,
  RISE,
  SCORN,
  type Shifter,
  SNEER,
  STRONGER,
  WEAKER,
  WordTrie,
} from './word-trie.js';

export const LEXICON_VERSION = 3;

/** What words have in common, and the words. */
type Group<T> = readonly [T, readonly string[]];

/** The compiled lexicons, as they stand in sentiment.json: words and signs by polarity, shifters by kind. */
export interface LexiconFile {
  readonly version: number;
  readonly words: readonly Group<number>[];
  readonly signs: readonly Group<number>[];
  readonly shifters: readonly Group<Shifter>[];
}

function pairsOf<T>(groups: readonly Group<T>[]): (readonly [string, T])[] {
  return groups.flatMap(([value, words]) => words.map((word) => [word, value] as const));
}

/** The unit as which each unit is read. */
function foldOf(): Uint16Array {
  const changes = variantChanges();
  return foldTable().map((unit, at) => unit ^ (changes[at] as number));
}

/** An emoji without skin tone and without the mark of colour display. */
function bareSign(text: string): string {
  return text.replace(/[\u{1F3FB}-\u{1F3FF}\uFE0F]/gu, '');
}

/** Words that a negation and a degree reach over. */
const NEGATION_REACH = 4;
const COMPLAINT_REACH = 2;
const DEGREE_REACH = 2;
/** What a degree makes of a polarity. */
const STRENGTH = 1.4;
/** What a quantity that moves the right way says. */
const MOVED = 2;
/** What a denied complaint says as praise: little (没有退货), but more where all of its kind is denied (没有任何问题, never crashes). */
const DENIED_COMPLAINT = 0.35;
const DENIED_OF_ALL = 1;
/** What trouble says that is over. */
const ENDED = 2;
/** What counts of what the post grants or said before a contrast. */
const GRANTED = 0.35;
/** Tokens from a word for what was before to one for what is now: 以前很流畅，现在很卡. */
const NOW_REACH = 24;
/** How many tokens an entry may span. */
const SPAN = 5;
const BLANK = 0x20;
/** The first unit of Chinese characters; all letters that are lengthened lie before it. */
const HAN = 0x4e00;
const THAN = '比'.charCodeAt(0);
const NONE = '没'.charCodeAt(0);
const IS = '是'.charCodeAt(0);
const AGAIN = '又'.charCodeAt(0);

const clauseEnds = unitsOf(',，。.!！?？;；');

/**
 * 真好，快递又丢了: between where the praise of a post ends and its complaints begin, 又 tells irony. Nowhere if it does not
 * praise first and complain behind it alone.
 */
function betweenPraiseAndComplaint(
  evidence: readonly SentimentEvidence[],
): readonly [praise: number, complaint: number] {
  let praise = Number.POSITIVE_INFINITY;
  let complaint = Number.NEGATIVE_INFINITY;
  for (const { polarity, start } of evidence) {
    if (polarity > 0) {
      if (complaint >= 0) return [1, 0];
      praise = start;
    } else if (complaint < 0) complaint = start;
  }
  return [praise, complaint];
}

/**
 * The tokens between two offsets say by themselves what is not so.
 *
 * @param first  a token before them.
 * @returns the first of them.
 */
function muteBetween(post: FoldedPost, first: number, from: number, to: number): number {
  const { begins, ends, count } = post;
  let at = first;
  while (at < count && (begins[at] as number) < from) at++;
  for (let i = at; i < count && (ends[i] as number) <= to; i++) post.mute(i, i);
  return at;
}

/** 好是好，就是…: what is said twice around 是 is granted. */
function isSameOfSame(post: FoldedPost, at: number): boolean {
  return (
    at + 2 < post.count &&
    post.firstUnits[at + 1] === IS &&
    post.firstUnits[at + 2] === post.firstUnits[at] &&
    post.textOf(at + 1).length === 1 &&
    post.textOf(at + 2) === post.textOf(at)
  );
}

/** Whether a word may have a letter three times or more in a row: of such three, two stand at an even place and behind it. */
function hasRun(units: Uint16Array, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i += 2)
    if (units[i] === units[i - 1] && (units[i] === units[i - 2] || units[i] === units[i + 1])) return true;
  return false;
}

/** What a word does to the words of feeling beside it: a negation that is none to the features denies them. */
function actingOf(shifter: number): number {
  return shifter === NEVER ? NEGATION : shifter;
}

/** Whether a space ends a line. */
function hasLineEnd(post: FoldedPost, token: number): boolean {
  const length = (post.ends[token] as number) - (post.begins[token] as number);
  return !(length === 1 && post.firstUnits[token] === BLANK) && post.textOf(token).includes('\n');
}

/**
 * Polarity by lexicon: the longest entry at each place, turned by negation, scaled by degree; what stands before a
 * contrast counts less, a rhetorical question turns its clause, and irony turns praise.
 */
export class SentimentLexicon {
  /** The unit as which each unit of a post is read. */
  readonly fold: Uint16Array;
  readonly #trie: WordTrie;
  readonly #signs: ReadonlyMap<string, number>;
  readonly #pieces = new Pieces();
  /** Whether in the last post weighed a part that counts less stood beside one that counts in full. */
  hasTurn = false;
  /** How much of an opinion that post has, in [0, 1]: as much as its polarity, and more where two parts of it speak against each other. */
  strength = 0;
  /** What {@link #longestFrom} found: the last piece, and the node of the entry. */
  #last = 0;
  #entry = 0;

  constructor({ words, signs, shifters }: LexiconFile) {
    this.fold = foldOf();
    this.#trie = new WordTrie(pairsOf(words), pairsOf(shifters), this.fold);
    this.#signs = new Map(pairsOf(signs));
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
        const token = tokens[i] as number;
        const text = post.textOf(token);
        const polarity = this.#signs.get(text) ?? this.#signs.get(bareSign(text)) ?? 0;
        if (polarity === 0) continue;
        const start = post.begins[token] as number;
        const end = post.ends[token] as number;
        evidence.push({ text, start, end, polarity, negated: false });
        continue;
      }
      if (kind !== PIECE) continue;
      if (isMotion(shifters[i]) && this.#readMotion(i, evidence, post)) continue;
      if (isForgoing(shifters[i]) && this.#readForgone(i, i, evidence, post)) {
        i = this.#last;
        continue;
      }
      if (isMoved(pieces, i)) continue;
      if (!trie.begins(nodes[i] as number) || !this.#longestFrom(i, post.units)) {
        if (shifters[i] === QUESTION) asked = true;
        else if (shifters[i] === SNEER) i = this.#readSneer(i, i, evidence, post);
        continue;
      }
      const last = this.#last;
      const polarity = trie.polarityOf(this.#entry);
      const shifter = trie.shifterOf(this.#entry);
      if (last > i && polarity >= 0) {
        const denials = this.#consume(i, last, shifter, post);
        // 挑不出毛病, 没有不满意
        if (polarity > 0 && denials > 0 && (denials > 1 || trie.polarityOf(nodes[last] as number) < 0))
          post.mute(tokens[i] as number, tokens[last] as number);
      }
      // 不好意思, 逆回购, no doubt: an entry that says nothing, whatever words it holds; or words that do something to those after them: far from.
      if (polarity === 0) {
        this.#setShifter(last, shifter, post);
        if (shifter === QUESTION) asked = true;
        else if (isMotion(shifter)) this.#readMotion(last, evidence, post);
        if (shifter === SNEER) i = this.#readSneer(i, last, evidence, post);
        else if (isForgoing(shifter) && this.#readForgone(i, last, evidence, post)) i = this.#last;
        else i = last;
        continue;
      }
      const end = polarity < 0 ? endOf(pieces, post, i, last) : -1;
      if (end >= 0) {
        this.#readEnd(i, last, end, evidence, post);
        i = last;
        continue;
      }
      const isYes = isAskedBack(pieces, post, i, last);
      if (isYes) post.mute(tokens[i - 1] as number, tokens[last] as number);
      const factor = isYes ? Math.sign(polarity) : this.#shift(i, last, polarity, post);
      const entry = this.#entry;
      const turned = polarity > 0 && this.#isNotMeant(i, last, post) ? -1 : asked && polarity > 0 ? -0.75 : 1;
      if (polarity * factor < 0) this.#mock(i, evidence, post);
      evidence.push({
        text: trie.entryOf(entry),
        start: starts[i] as number,
        end: ends[last] as number,
        polarity: Math.max(-6, Math.min(6, polarity * factor * turned)),
        negated: factor * turned < 0,
      });
      i = last;
    }
    return evidence;
  }

  /** Adds what a word of trouble says that is over, and takes away what the word that says so says by itself. */
  #readEnd(first: number, last: number, end: number, evidence: SentimentEvidence[], post: FoldedPost): void {
    const { shifters, tokens, starts, ends } = this.#pieces;
    if (shifters[end] === CEASE && evidence.at(-1)?.start === starts[end]) evidence.pop();
    post.mute(tokens[Math.min(first, end)] as number, tokens[Math.max(last, end)] as number);
    evidence.push({
      text: this.#trie.entryOf(this.#entry),
      start: starts[first] as number,
      end: ends[last] as number,
      polarity: ENDED,
      negated: true,
    });
  }

  /** Adds what it says that an act is stopped or put off; false if none is. The last piece of it is {@link #last}. */
  #readForgone(first: number, last: number, evidence: SentimentEvidence[], post: FoldedPost): boolean {
    const act = forgoneAct(this.#pieces, post, first, last);
    if (act < 0) return false;
    const { tokens, starts, ends, froms, tos } = this.#pieces;
    const start = starts[act] as number;
    if (evidence.at(-1)?.start === start) evidence.pop();
    this.#last = Math.max(act, last);
    const mood = moodOfAct(this.#pieces, post, act);
    if (mood > 0) post.mute(tokens[act] as number, tokens[act] as number);
    else post.mute(tokens[Math.min(act, first)] as number, tokens[this.#last] as number);
    evidence.push({
      text: stringOf(post.units, froms[act] as number, tos[act] as number),
      start,
      end: ends[act] as number,
      polarity: -ENDED * mood,
      negated: true,
    });
    return true;
  }

  /**
   * Adds what a word such as 所谓 says of the claim behind it.
   *
   * @returns the last piece of it; that of the word if it doubts none.
   */
  #readSneer(first: number, last: number, evidence: SentimentEvidence[], post: FoldedPost): number {
    const { kinds, nodes, tokens, starts, ends } = this.#pieces;
    const isPraise = (piece: number): boolean =>
      kinds[piece] === PIECE &&
      this.#trie.begins(nodes[piece] as number) &&
      this.#longestFrom(piece, post.units) &&
      this.#trie.polarityOf(this.#entry) > 0;
    let end = sneerEnd(this.#pieces, post, last, isPraise);
    const isHan = isHanUnit(post.units[this.#pieces.froms[first] as number] as number);
    if (end < 0 && !isHan && last + 1 < this.#pieces.count) {
      // English needs no marks: the so-called best service.
      if (isPraise(last + 1)) end = this.#last;
      else if (isClaim(this.#pieces, post, last + 1)) end = last + 1;
    }
    if (end < 0) return last;
    post.mute(tokens[first] as number, tokens[end] as number);
    evidence.push({
      text: textAt(this.#pieces, post, first),
      start: starts[first] as number,
      end: ends[first] as number,
      polarity: -ENDED,
      negated: false,
    });
    return end;
  }

  /** Whether praise is scorned, another's, or what others say of themselves. If so, it says by itself what is not so. */
  #isNotMeant(first: number, last: number, post: FoldedPost): boolean {
    const pieces = this.#pieces;
    const word = this.#trie.entryOf(this.#entry);
    if (this.#isScorned(first, last, post)) return true;
    const from = isOwnPraise(pieces, post, first, last) ? first : loserFrom(pieces, post, first, last, word);
    if (from < 0) return false;
    post.mute(pieces.tokens[from] as number, pieces.tokens[last] as number);
    return true;
  }

  /** Whether praise is scorned by what ends its clause: 好用个鬼, 好吃才怪, 好看在哪. If so, it says by itself what is not so. */
  #isScorned(first: number, last: number, post: FoldedPost): boolean {
    const pieces = this.#pieces;
    const { kinds, tokens, count } = pieces;
    const next = last + 1;
    if (next === count || kinds[next] !== PIECE) return false;
    const end = isWhere(pieces, post, first, next) ? next + 1 : this.#scornFrom(next, post);
    if (end < 0 || !isLast(pieces, post, end)) return false;
    post.mute(tokens[first] as number, tokens[end] as number);
    return true;
  }

  /** Last piece of what scorns the praise before a piece; -1 if nothing does. */
  #scornFrom(at: number, post: FoldedPost): number {
    const { nodes, shifters } = this.#pieces;
    if (shifters[at] === SCORN) return at;
    if (!this.#trie.begins(nodes[at] as number) || !this.#longestFrom(at, post.units)) return -1;
    return this.#trie.shifterOf(this.#entry) === SCORN ? this.#last : -1;
  }

  /** Turns the praise before a word of harm that somebody is thanked for. */
  #mock(at: number, evidence: SentimentEvidence[], post: FoldedPost): void {
    const thanked = evidence.at(-1);
    if (thanked === undefined || !isMocked(this.#pieces, post, thanked, at)) return;
    evidence[evidence.length - 1] = { ...thanked, polarity: -thanked.polarity, negated: true };
    let first = this.#pieces.tokens[at] as number;
    while (first > 0 && (post.begins[first] as number) > thanked.start) first--;
    muteBetween(post, first, thanked.start, thanked.end);
  }

  /** Adds what a verb says that moves a quantity; false if it moves none. */
  #readMotion(at: number, evidence: SentimentEvidence[], post: FoldedPost): boolean {
    const { shifters, tokens, starts, ends, froms, tos } = this.#pieces;
    const quantity = quantityOf(this.#pieces, at);
    if (quantity < 0) return false;
    const isBad = shifters[quantity] === MORE_IS_BAD;
    const way = (shifters[at] === RISE) === isBad ? -1 : 1;
    // What features know of losses and debts is that they are bad, and of what doubles that it is good.
    if (isBad) post.mute(tokens[Math.min(at, quantity)] as number, tokens[Math.max(at, quantity)] as number);
    evidence.push({
      text: stringOf(post.units, froms[at] as number, tos[at] as number),
      start: starts[at] as number,
      end: ends[at] as number,
      polarity: MOVED * way * Math.abs(this.#shift(at, at, way, post)),
      negated: false,
    });
    return true;
  }

  /** The evidence as one number in [-1, 1]; 0 says nothing. */
  weigh(evidence: readonly SentimentEvidence[], post: FoldedPost): number {
    this.hasTurn = false;
    this.strength = 0;
    if (evidence.length === 0) return 0;
    const { count, kinds, tokenKinds, begins, firstUnits, shifters } = post;
    const [praise, complaint] = betweenPraiseAndComplaint(evidence);
    let turn = -1;
    /** What evidence before a place says together, and the one that comes next there. */
    let told = 0;
    let next = 0;
    /** Offset of the mark before the clause, and what evidence before it says. */
    let clause = 0;
    let toldBeforeClause = 0;
    /** The same of the clause that says how it was before; the last token at which that still stands against what is now. */
    let before = 0;
    let toldBefore = 0;
    let beforeReach = -1;
    /** Half-open offsets of what was before and is no more. */
    let pastFrom = 0;
    let pastTo = 0;
    let ironic = false;
    /** Where clauses that grant something begin and end, in turn. */
    const granted: number[] = [];
    for (let i = 0; i < count; i++) {
      const kind = tokenKinds[i];
      if (kind === SPACE_TOKEN || kind === NUMBER_TOKEN) continue;
      const start = begins[i] as number;
      for (; next < evidence.length && (evidence[next] as SentimentEvidence).start < start; next++)
        told += (evidence[next] as SentimentEvidence).polarity;
      if (clauseEnds[firstUnits[i] as number] === 1) {
        clause = start;
        toldBeforeClause = told;
      }
      const shifter = kinds[i] === WORD ? shifters[i] : this.#shifterOf(post, i);
      if (shifter === CONTRAST) turn = start;
      else if (shifter === BEFORE) {
        if (i > beforeReach) {
          before = clause;
          toldBefore = toldBeforeClause;
        }
        beforeReach = i + NOW_REACH;
      } else if (
        shifter === NOW &&
        i <= beforeReach &&
        (told - toldBefore) * (evidence[next]?.polarity ?? 0) < 0
      ) {
        // What comes next turns what stands between.
        pastFrom = before;
        pastTo = start;
      } else if (shifter === IRONY || (firstUnits[i] === AGAIN && praise <= start && start <= complaint))
        ironic = true;
      else if (shifter === CONCESSION || isSameOfSame(post, i)) {
        if (granted.length % 2 === 0) granted.push(start);
      } else if (granted.length % 2 === 1 && clauseEnds[firstUnits[i] as number] === 1) granted.push(start);
    }
    let sum = 0;
    let sumOfStrengths = 0;
    let counted = 0;
    let grants = 0;
    let span = 0;
    let token = 0;
    for (const { polarity, start, end } of evidence) {
      while (span + 1 < granted.length && (granted[span + 1] as number) <= start) span += 2;
      const isGranted = span < granted.length && (granted[span] as number) <= start;
      const weight = start < turn || isGranted ? GRANTED : 1;
      const isPast = start >= pastFrom && start < pastTo;
      if (weight < 1 || isPast) grants++;
      if (isPast) {
        token = muteBetween(post, token, start, end);
        continue;
      }
      counted++;
      const value = weight * (ironic && polarity > 0 ? -0.5 * polarity : polarity);
      sum += value;
      sumOfStrengths += Math.abs(value);
    }
    this.hasTurn = grants > 0 && grants < evidence.length;
    const scale = 1.6 * Math.sqrt(counted + 1);
    const lexical = tanh(sum / scale);
    this.strength = this.hasTurn ? tanh(sumOfStrengths / scale) : Math.abs(lexical);
    return lexical;
  }

  #beginsWith(at: number, unit: number, { units }: FoldedPost): boolean {
    const { kinds, froms } = this.#pieces;
    return kinds[at] === PIECE && units[froms[at] as number] === unit;
  }

  #isUnit(at: number, unit: number, post: FoldedPost): boolean {
    const { froms, tos } = this.#pieces;
    return (tos[at] as number) - (froms[at] as number) === 1 && this.#beginsWith(at, unit, post);
  }

  /** What a token that is no word does to the words after it. */
  #shifterOf(post: FoldedPost, token: number): number {
    const trie = this.#trie;
    return trie.isFirst(post.firstUnits[token] as number)
      ? trie.shifterOf(trie.nodeOf(post.textOf(token)))
      : 0;
  }

  /** Parts Chinese words that hold a shifter and an entry in one: 太香, 不靠 + 谱. */
  #part(post: FoldedPost): void {
    const trie = this.#trie;
    const pieces = this.#pieces;
    const { count, tokenKinds, begins, ends, firstUnits, lastUnits, starts, units, shifters, marks } = post;
    pieces.begin(2 * count);
    for (let i = 0; i < count; i++) {
      const kind = tokenKinds[i];
      const unitBefore = i === 0 ? 0 : (lastUnits[i - 1] as number);
      const first = firstUnits[i] as number;
      shifters[i] = 0;
      marks[i] = 0;
      if (kind === WORD_TOKEN) {
        const start = begins[i] as number;
        const end = ends[i] as number;
        const from = starts[i] as number;
        const to = starts[i + 1] as number;
        const node = trie.node(units, from, to);
        const shifter = trie.shifterOf(node);
        const isKnown = shifter !== 0 || trie.isEntry(node);
        if (!isKnown && first < HAN && hasRun(units, from, to) && this.#partLengthened(i, post)) continue;
        const split = isKnown ? from : trie.splitOf(units, from, to);
        if (split === from) {
          shifters[i] = shifter;
          pieces.addWord(i, start, end, from, to, node, actingOf(shifter));
          continue;
        }
        const middle = start + split - from;
        const left = trie.node(units, from, split);
        const right = trie.node(units, split, to);
        pieces.addWord(i, start, middle, from, split, left, trie.shifterOf(left));
        pieces.addWord(i, middle, end, split, to, right, trie.shifterOf(right));
      } else if (kind === SPACE_TOKEN) {
        // Chinese has no spaces between words: one there parts clauses, as a comma does.
        if (isHanUnit(unitBefore) || hasLineEnd(post, i)) pieces.add(BREAK, i);
      } else if (kind === EMOJI_TOKEN || kind === EMOTICON_TOKEN) {
        pieces.add(SIGN, i);
      } else if (kind === PUNCTUATION_TOKEN) {
        // A hyphen or an apostrophe within a word is as good as a space: game-changer, chef's.
        const joins = first === 0x2d || first === 0x27 || first === 0x2019;
        if (joins && isWordUnit(unitBefore) && post.textOf(i).length === 1) continue;
        // An ellipsis or a quotation mark does not end a clause.
        pieces.add(clauseEnds[first] === 1 ? BREAK : OTHER, i);
      } else pieces.add(OTHER, i);
    }
  }

  /** Takes a word whose letters are lengthened for the one it stands for: soooo, greaaat, happyyyy; false if there is none. */
  #partLengthened(token: number, post: FoldedPost): boolean {
    const trie = this.#trie;
    for (let length = 2; length > 0; length--) {
      const from = post.addShort(token, length);
      const to = post.end;
      const node = trie.node(post.units, from, to);
      const shifter = trie.shifterOf(node);
      if (shifter === 0 && !trie.isEntry(node)) continue;
      post.shifters[token] = shifter;
      this.#pieces.addWord(
        token,
        post.begins[token] as number,
        post.ends[token] as number,
        from,
        to,
        node,
        shifter,
      );
      return true;
    }
    return false;
  }

  /** Finds the longest entry, or shifter of several pieces, that begins with a piece. */
  #longestFrom(first: number, units: Uint16Array): boolean {
    const trie = this.#trie;
    const { kinds, nodes, starts, ends, froms, tos, count } = this.#pieces;
    let node = nodes[first] as number;
    this.#last = -1;
    for (let i = first; ; ) {
      if (trie.isEntry(node) || (i > first && trie.shifterOf(node) !== 0)) {
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
   * What an entry denies and contrasts is within it: no problem at all works great; not only. Of the words of a shifter none
   * does anything by itself.
   *
   * @returns how many denials are in the entry.
   */
  #consume(first: number, last: number, shifter: number, post: FoldedPost): number {
    const { kinds, shifters, tokens } = this.#pieces;
    let denials = 0;
    for (let i = first; i <= last; i++) {
      if (kinds[i] !== PIECE) continue;
      if (shifters[i] === CONTRAST) this.#setShifter(i, 0, post);
      else if (shifters[i] === NEGATION && shifter !== NEGATION) {
        post.stop(tokens[last] as number);
        denials++;
      }
      if (shifter !== LIGHT && (shifter !== 0 || shifters[i] === NEGATION)) shifters[i] = 0;
    }
    return denials;
  }

  #setShifter(piece: number, shifter: number, post: FoldedPost): void {
    const { shifters, tokens } = this.#pieces;
    shifters[piece] = actingOf(shifter);
    post.shifters[tokens[piece] as number] = shifter;
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
    let denial = at;
    for (let i = at - 1, seen = 0; i >= 0 && seen < NEGATION_REACH; i--) {
      if (kinds[i] === BREAK) break;
      const shifter = shifters[i];
      if (shifter === LIGHT) continue;
      seen++;
      if (shifter === CONTRAST || (polarity < 0 && (shifter === MEND || shifter === CEASE))) break;
      if (this.#isUnit(i, THAN, post)) compared = true;
      else if (shifter === NEGATION) {
        // 没有比这更好的: the best there is.
        if (compared && factor > 1 && this.#beginsWith(i, NONE, post)) continue;
        if (isUtmost(this.#pieces, post, i, at, last)) {
          this.#setShifter(i, 0, post);
          return STRENGTH * factor;
        }
        if (polarity > 0 || seen <= COMPLAINT_REACH || isNothingTo(this.#pieces, post, i, at)) {
          negated = !negated;
          denial = i;
        }
      } else if (shifter === CEASE && seen === 1 && !isUndone(this.#pieces, post, i)) negated = !negated;
      else if (seen <= DEGREE_REACH && shifter === STRONGER) factor *= STRENGTH;
      else if (seen <= DEGREE_REACH && shifter === WEAKER) factor *= 0.6;
      else if (shifter === HOPE) factor *= 0.3;
    }
    if (!negated) return factor;
    if (polarity > 0) return -factor;
    const from = isUnwelcomeDenied(this.#pieces, post, denial, at)
      ? denial
      : denialOfAll(this.#pieces, post, denial, at, last);
    if (from < 0) return -DENIED_COMPLAINT * factor;
    const { tokens } = this.#pieces;
    post.mute(tokens[from] as number, tokens[last] as number);
    return -DENIED_OF_ALL * factor;
  }
}
