import { mix32 } from '../../base/hash.js';
import { fold, foldUnit } from '../../text/fold.js';
import { hasNameDot } from '../../text/name-dot.js';
import { isDigitUnit, isHanUnit } from '../../text/unit-kinds.js';
import type { Token } from '../../tokenizer/token.js';

/**
 * What the tagger of names sees of each unit of a text, as 32-bit hashes of the features' names. A unit is a Han character,
 * a run of Latin letters and digits, or any other sign.
 *
 * A feature's name is a template and its parts, with spaces between: `kM 北 京 市`. Templates that end in B, M, E or S also
 * tell where the unit stands in its token: first, inside, last, or alone.
 *
 * | template | parts |
 * |---|---|
 * | `0` | none: how common a label is |
 * | `a` to `e` | the unit two before, one before, itself, one and two behind |
 * | `f`, `g` | the unit with the one before, with the one behind |
 * | `k` | the unit with both neighbours |
 * | `l?`, `m?`, `n?` | the token of the unit, the one before, the one behind |
 * | `o?`, `p?`, `q?` | the same, by what the dictionary calls them |
 * | `r?` | what kind of signs the unit and its neighbours are |
 * | `s?`, `t?` | length of the token with its last, its first character |
 * | `u`, `v` | a token two to four behind in the clause, and its last character |
 * | `w` | a token two or three before in the clause |
 * | `x?`, `y?` | the last character of the token behind, of the one before |
 * | `z` | the open quotation mark that the unit stands in |
 */
type FeatureName = string;

const OFFSET = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
const BORDER = '^';
const SPACE = 0x20;
const UNDERSCORE = 0x5f;

/** Of text[start, end), folded; a space in a token is `_` in a feature's name. */
function textHash(text: string, start = 0, end = text.length): number {
  let state = OFFSET;
  for (let i = start; i < end; i++) {
    const unit = foldUnit(text.charCodeAt(i));
    state = Math.imul(state ^ (unit === SPACE ? UNDERSCORE : unit), PRIME);
  }
  return mix32(state) | 0;
}

function join(state: number, part: number): number {
  return Math.imul(state ^ part, PRIME) ^ (state >>> 15);
}

/** The hash of a feature by its name, as {@link NameFeatures} gives it. Never 0. */
export function hashFeatureName(name: FeatureName): number {
  const [template = '', ...parts] = name.split(' ');
  let state = templateHash(template);
  for (const part of parts) state = join(state, textHash(part));
  return mix32(state) | 0 || 1;
}

function templateHash(template: string): number {
  return textHash(`template ${template}`);
}

const places = ['B', 'M', 'E', 'S'] as const;
const plain = (letter: string) => templateHash(letter);
const placed = (letter: string) => Int32Array.from(places, (place) => templateHash(letter + place));

const T = {
  any: plain('0'),
  a: plain('a'),
  b: plain('b'),
  c: plain('c'),
  d: plain('d'),
  e: plain('e'),
  f: plain('f'),
  g: plain('g'),
  k: plain('k'),
  l: placed('l'),
  m: placed('m'),
  n: placed('n'),
  o: placed('o'),
  p: placed('p'),
  q: placed('q'),
  r: placed('r'),
  s: placed('s'),
  t: placed('t'),
  u: plain('u'),
  v: plain('v'),
  w: plain('w'),
  x: placed('x'),
  y: placed('y'),
  z: plain('z'),
};

const opening = '《“「『‘（(';
const closing = '》”」』’）)';

/** Kinds of signs by their place in `kinds`; the last is a border. */
const [HAN, DIGITS, CAPITALIZED, CAPITALS, LETTERS, OPENS, CLOSES, OTHER, NOTHING] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8,
];

function shapeOf(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  if (isHanUnit(first)) return HAN;
  if (end === start + 1 && !isLetterOrDigit(first)) {
    const mark = text.charAt(start);
    return opening.includes(mark) ? OPENS : closing.includes(mark) ? CLOSES : OTHER;
  }
  let digits = 0;
  let capitals = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (isDigitUnit(unit)) digits++;
    else if (unit >= 0x41 && unit <= 0x5a) capitals++;
  }
  const length = end - start;
  if (digits === length) return DIGITS;
  if (digits + capitals === length) return CAPITALS;
  return first >= 0x41 && first <= 0x5a ? CAPITALIZED : LETTERS;
}

function isLetterOrDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

function isBlank(unit: number): boolean {
  return unit <= 0x20 || unit === 0x3000 || unit === 0xa0;
}

/** What stands for a token in features: amounts are all one. */
function surfaceOf(token: Token): string {
  return token.kind === 'number' ? '<n>' : token.text;
}

function categoryOf(token: Token): string {
  if (token.term !== undefined) return token.term.category;
  if (token.kind === 'number') return token.quantity?.type ?? 'number';
  if (token.kind === 'word' && hasNameDot(token.text)) return 'foreign-name';
  return token.kind;
}

/** A token as features see it, worked out once. */
interface TokenView {
  readonly token: Token;
  readonly surface: number;
  readonly category: number;
  /** Its last UTF-16 unit. */
  readonly last: number;
  readonly isHan: boolean;
  readonly isMark: boolean;
}

/** Hashes of one character, of the lengths of tokens, and of the kinds of signs around a unit. */
const characterHash = Int32Array.from({ length: 65536 }, (_, unit) => textHash(String.fromCharCode(unit)));
const lengthHash = Int32Array.from({ length: 5 }, (_, length) => textHash(String(length)));
/** Han, digits, a capital and letters, capitals, other letters, marks that open and close, the rest, a border. */
const kinds = 'HDCUL<>P^';
const shapeHash = new Int32Array(kinds.length ** 3);
for (let i = 0; i < shapeHash.length; i++) {
  const [before, own, behind] = [Math.floor(i / 81), Math.floor(i / 9) % 9, i % 9];
  shapeHash[i] = textHash(`${kinds[before]}${kinds[own]}${kinds[behind]}`);
}
const numberHash = textHash('<n>');
const categoryHashes = new Map<string, number>();

/** There are a few dozen categories. */
function categoryHash(category: string): number {
  let hash = categoryHashes.get(category);
  if (hash === undefined) {
    hash = textHash(category);
    categoryHashes.set(category, hash);
  }
  return hash;
}

const border = textHash(BORDER);

function characterText(unit: number): string {
  return fold(String.fromCharCode(unit)).replace(' ', '_');
}

/** Reads the features of a stretch of text, unit by unit. */
export class NameFeatures {
  /** Units of the stretch: half-open offsets in the text. */
  starts: number[] = [];
  ends: number[] = [];
  /** Hashes of unit i are hashes[from[i] .. from[i + 1]). */
  from: number[] = [];
  hashes = new Int32Array(4096);
  #count = 0;

  /**
   * @param tokens  of the whole text
   * @param first   the first token of the stretch; it ends before `last`
   * @param names   if given, gets the name of each feature in the order of `hashes`: for training
   */
  read(text: string, tokens: readonly Token[], first: number, last: number, names?: FeatureName[]): number {
    this.starts = [];
    this.ends = [];
    this.from = [];
    this.#count = 0;
    const views: TokenView[] = [];
    const viewOf: number[] = [];
    for (let at = first; at < last; at++) {
      const token = tokens[at] as Token;
      if (token.kind === 'space') continue;
      const end = token.text.charCodeAt(token.text.length - 1);
      views.push({
        token,
        surface: token.kind === 'number' ? numberHash : textHash(token.text),
        category: categoryHash(categoryOf(token)),
        last: end,
        isHan: isHanUnit(end),
        isMark: token.kind === 'punctuation',
      });
      this.#addUnits(text, token, views.length - 1, viewOf);
    }
    const count = this.starts.length;
    const hash = new Int32Array(count);
    const shape = new Uint8Array(count);
    for (let i = 0; i < count; i++) {
      const start = this.starts[i] as number;
      const end = this.ends[i] as number;
      hash[i] = textHash(text, start, end);
      shape[i] = shapeOf(text, start, end);
    }
    const unitText = (i: number): string =>
      i < 0 || i >= count ? BORDER : fold(text.slice(this.starts[i], this.ends[i])).replaceAll(' ', '_');
    const tokenText = (k: number): string => {
      const view = views[k];
      return view === undefined ? BORDER : fold(surfaceOf(view.token)).replaceAll(' ', '_');
    };
    const categoryText = (k: number): string => {
      const view = views[k];
      return view === undefined ? BORDER : categoryOf(view.token);
    };
    let quote = 0;
    for (let i = 0; i < count; i++) {
      this.from.push(this.#count);
      const k = viewOf[i] as number;
      const view = views[k] as TokenView;
      const opens = i === 0 || viewOf[i - 1] !== k;
      const closes = i === count - 1 || viewOf[i + 1] !== k;
      const place = opens ? (closes ? 3 : 0) : closes ? 2 : 1;
      const before = i > 0 ? (hash[i - 1] as number) : border;
      const behind = i + 1 < count ? (hash[i + 1] as number) : border;
      const own = hash[i] as number;
      const two = i > 1 ? (hash[i - 2] as number) : border;
      const next = i + 2 < count ? (hash[i + 2] as number) : border;
      if (shape[i] === OPENS) quote = text.charCodeAt(this.starts[i] as number);
      else if (shape[i] === CLOSES) quote = 0;
      this.#emit(T.any);
      this.#emit(join(T.a, two));
      this.#emit(join(T.b, before));
      this.#emit(join(T.c, own));
      this.#emit(join(T.d, behind));
      this.#emit(join(T.e, next));
      this.#emit(join(join(T.f, before), own));
      this.#emit(join(join(T.g, own), behind));
      this.#emit(join(join(join(T.k, before), own), behind));
      const left = views[k - 1];
      const right = views[k + 1];
      this.#emit(join(T.l[place] as number, view.surface));
      this.#emit(join(T.m[place] as number, left?.surface ?? border));
      this.#emit(join(T.n[place] as number, right?.surface ?? border));
      this.#emit(join(T.o[place] as number, view.category));
      this.#emit(join(T.p[place] as number, left?.category ?? border));
      this.#emit(join(T.q[place] as number, right?.category ?? border));
      const shapes = (shape[i - 1] ?? NOTHING) * 81 + (shape[i] as number) * 9 + (shape[i + 1] ?? NOTHING);
      this.#emit(join(T.r[place] as number, shapeHash[shapes] as number));
      const length = Math.min(4, view.token.text.length);
      const head = view.token.text.charCodeAt(0);
      const sized = lengthHash[length] as number;
      this.#emit(join(join(T.s[place] as number, sized), characterHash[view.last] as number));
      this.#emit(join(join(T.t[place] as number, sized), characterHash[head] as number));
      if (names !== undefined) {
        const p = places[place];
        const [b, o, n] = [unitText(i - 1), unitText(i), unitText(i + 1)];
        names.push('0', `a ${unitText(i - 2)}`, `b ${b}`, `c ${o}`, `d ${n}`, `e ${unitText(i + 2)}`);
        names.push(`f ${b} ${o}`, `g ${o} ${n}`, `k ${b} ${o} ${n}`);
        names.push(`l${p} ${tokenText(k)}`, `m${p} ${tokenText(k - 1)}`, `n${p} ${tokenText(k + 1)}`);
        names.push(
          `o${p} ${categoryText(k)}`,
          `p${p} ${categoryText(k - 1)}`,
          `q${p} ${categoryText(k + 1)}`,
        );
        names.push(
          `r${p} ${kinds[Math.floor(shapes / 81)]}${kinds[Math.floor(shapes / 9) % 9]}${kinds[shapes % 9]}`,
        );
        names.push(`s${p} ${length} ${characterText(view.last)}`, `t${p} ${length} ${characterText(head)}`);
      }
      for (let d = 2; d <= 4; d++) {
        const far = views[k + d];
        if (far === undefined || far.isMark || views[k + 1]?.isMark === true) break;
        this.#emit(join(T.u, far.surface));
        names?.push(`u ${tokenText(k + d)}`);
        if (far.isHan && far.token.text.length > 1) {
          this.#emit(join(T.v, characterHash[far.last] as number));
          names?.push(`v ${characterText(far.last)}`);
        }
      }
      for (let d = 2; d <= 3; d++) {
        const far = views[k - d];
        if (far === undefined || far.isMark) break;
        this.#emit(join(T.w, far.surface));
        names?.push(`w ${tokenText(k - d)}`);
      }
      if (right?.isHan === true) {
        this.#emit(join(T.x[place] as number, characterHash[right.last] as number));
        names?.push(`x${places[place]} ${characterText(right.last)}`);
      }
      if (left?.isHan === true) {
        this.#emit(join(T.y[place] as number, characterHash[left.last] as number));
        names?.push(`y${places[place]} ${characterText(left.last)}`);
      }
      if (quote !== 0) {
        this.#emit(join(T.z, characterHash[quote] as number));
        names?.push(`z ${characterText(quote)}`);
      }
    }
    this.from.push(this.#count);
    return count;
  }

  #addUnits(text: string, token: Token, view: number, viewOf: number[]): void {
    for (let i = token.start; i < token.end; ) {
      const unit = text.charCodeAt(i);
      if (isBlank(unit)) {
        i++;
        continue;
      }
      let end = i + 1;
      if (isLetterOrDigit(unit)) while (end < token.end && isLetterOrDigit(text.charCodeAt(end))) end++;
      this.starts.push(i);
      this.ends.push(end);
      viewOf.push(view);
      i = end;
    }
  }

  #emit(state: number): void {
    if (this.#count === this.hashes.length) {
      const larger = new Int32Array(this.hashes.length * 2);
      larger.set(this.hashes);
      this.hashes = larger;
    }
    this.hashes[this.#count++] = mix32(state) | 0 || 1;
  }
}
