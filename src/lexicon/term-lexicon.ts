import { describeValue, RedianError } from '../errors.js';
import { foldOf, foldWidth, isDigitUnit, isHanUnit, isWordUnit } from '../text/fold.js';
import type { TermInfo } from '../tokenizer/token.js';
import { HashTrie } from './hash-trie.js';

/** A term as it is added: what it stands for and the ways in which it is written. */
export interface TermEntry extends TermInfo {
  /** Surfaces, the canonical name included where it is one; a leading `=` asks for that very case. */
  readonly surfaces: readonly string[];
}

/** Longest surface, in units without separators; separators are kept as bits of a double. */
const MAX_UNITS = 50;

interface Surface {
  readonly entry: TermInfo;
  /** Bit i: a separator may stand before unit i of the squeezed surface; where none may, none is accepted. */
  readonly allowed: number;
  /** Width-folded surface, for one that asks for its case. */
  readonly exact: string | undefined;
  readonly text: string;
  readonly size: number;
}

/** What was found at a place of a text. */
export interface TermMatch {
  readonly end: number;
  readonly term: TermInfo;
}

function isSeparator(unit: number): boolean {
  return unit === 0x20 || unit === 0x2d || unit === 0x5f || unit === 0xb7;
}

function joins(unit: number): boolean {
  return isWordUnit(unit) || isHanUnit(unit);
}

/**
 * The layer of terms over the tokenizer's words: names of any script with spaces, hyphens, dots and versions.
 *
 * Look-ups disregard case and width. Between the parts of a name (a letter and a digit, two words, the humps of a
 * camel) a space, a hyphen or nothing are the same: GPT-5, GPT 5 and gpt5 are one surface. Latin names match whole
 * words only. Cost of a look-up: O(longest surface from there).
 */
export class TermLexicon {
  /** When false, `segment` finds no terms. */
  enabled = true;

  readonly #trie = new HashTrie();
  readonly #surfaces: (Surface[] | undefined)[] = [];
  #size = 0;

  /** Surfaces in the lexicon. */
  get size(): number {
    return this.#size;
  }

  /**
   * Adds a term; a surface that is there already now stands for this term.
   * @throws {RedianError} INVALID_DICTIONARY if a surface is empty, has no letter, digit or Han, or is too long.
   */
  add(entry: TermEntry): void {
    const { surfaces, ...term } = entry;
    if (!Array.isArray(surfaces) || surfaces.length === 0) {
      throw new RedianError(
        'INVALID_DICTIONARY',
        `term ${describeValue(entry.canonical)}: expected at least one surface, got ${describeValue(surfaces)}`,
      );
    }
    for (const surface of surfaces) this.#addSurface(surface, term);
  }

  /** Removes surfaces by any way of writing them. @returns how many were there. */
  delete(...surfaces: readonly string[]): number {
    let removed = 0;
    for (const surface of surfaces) {
      const { key } = squeeze(surface.startsWith('=') ? surface.slice(1) : surface);
      const node = this.#trie.node(key, 0, key.length);
      const list = this.#surfaces[node];
      if (node === 0 || list === undefined) continue;
      removed += list.length;
      this.#size -= list.length;
      this.#surfaces[node] = undefined;
    }
    return removed;
  }

  #addSurface(written: string, term: TermInfo): void {
    const exact = written.startsWith('=') && written.length > 1;
    const text = foldWidth(exact ? written.slice(1) : written).trim();
    const { key, allowed } = squeeze(text);
    if (key === '' || key.length > MAX_UNITS) {
      throw new RedianError(
        'INVALID_DICTIONARY',
        `term ${describeValue(term.canonical)}, surface ${describeValue(written)}: expected 1 to ${MAX_UNITS} characters that are no separators, got ${key.length}`,
      );
    }
    const node = this.#trie.insert(key);
    const list = this.#surfaces[node] ?? [];
    this.#surfaces[node] = list;
    const surface: Surface = {
      entry: term,
      allowed,
      exact: exact ? squeezeExact(text) : undefined,
      text,
      size: key.length,
    };
    const same = list.findIndex((other) => other.exact === surface.exact);
    if (same >= 0) {
      const old = list[same] as Surface;
      list[same] = { ...surface, allowed: union(old.allowed, surface.allowed, key.length) };
    } else {
      list.push(surface);
      this.#size++;
    }
  }

  /** True if a term may begin with this unit, as folded. */
  begins(unit: number): boolean {
    return this.#trie.begins(unit);
  }

  /** The term that a whole text writes, such as the content of a hashtag. */
  lookUp(text: string): TermInfo | undefined {
    const match = this.longest(text, 0, text.length, () => true);
    return match?.end === text.length ? match.term : undefined;
  }

  /**
   * The longest term that begins at `start`.
   *
   * @param accepts  whether a term may end there, asked for terms that end in Han.
   */
  longest(
    text: string,
    start: number,
    limit: number,
    accepts: (end: number) => boolean,
  ): TermMatch | undefined {
    let node = 0;
    let size = 0;
    let separators = 0;
    let found: TermMatch | undefined;
    let previous = 0;
    for (let at = start; at < limit && size < MAX_UNITS; at++) {
      const unit = foldOf[text.charCodeAt(at)] as number;
      if (size > 0 && isSeparator(unit) && joins(previous)) {
        const next = at + 1 < limit ? (foldOf[text.charCodeAt(at + 1)] as number) : 0;
        if (joins(next)) {
          // One separator between two parts: it is remembered and does not count.
          if (separators >= 2 ** size) break;
          separators += 2 ** size;
          previous = unit;
          continue;
        }
      }
      node = this.#trie.child(node, unit);
      if (node === 0) break;
      size++;
      previous = unit;
      const list = this.#surfaces[node];
      if (list === undefined) continue;
      const end = at + 1;
      if (!endsWell(text, end, limit, unit) || (isHanUnit(unit) && !accepts(end))) continue;
      for (const surface of list) {
        if (!within(separators, surface.allowed, size)) continue;
        if (surface.exact !== undefined && squeezeExact(foldWidth(text.slice(start, end))) !== surface.exact)
          continue;
        found = { end, term: surface.entry };
        break;
      }
    }
    return found;
  }
}

/** A Latin name ends where its word ends: not before a letter or digit, nor inside a version such as 5.1. */
function endsWell(text: string, end: number, limit: number, last: number): boolean {
  if (!isWordUnit(last) || end >= limit) return true;
  const next = foldOf[text.charCodeAt(end)] as number;
  if (isWordUnit(next)) return false;
  if (next === 0x2e && isDigitUnit(last) && end + 1 < limit)
    return !isDigitUnit(foldOf[text.charCodeAt(end + 1)] as number);
  return true;
}

/** True if every bit of `bits` is in `allowed`. Doubles, because names are longer than 32 units. */
function within(bits: number, allowed: number, size: number): boolean {
  for (let i = size, a = bits, b = allowed; i >= 0 && a > 0; i--) {
    const weight = 2 ** i;
    const has = a >= weight;
    const may = b >= weight;
    if (has && !may) return false;
    if (has) a -= weight;
    if (may) b -= weight;
  }
  return true;
}

function union(a: number, b: number, size: number): number {
  let result = 0;
  for (let i = size, x = a, y = b; i >= 0; i--) {
    const weight = 2 ** i;
    const inX = x >= weight;
    const inY = y >= weight;
    if (inX) x -= weight;
    if (inY) y -= weight;
    if (inX || inY) result += weight;
  }
  return result;
}

/** A surface without the separators between its parts, with the places where one may stand. */
function squeeze(text: string): { key: string; allowed: number } {
  let key = '';
  let allowed = 0;
  let previous = 0;
  let skipped = false;
  for (let i = 0; i < text.length; i++) {
    const raw = text.charCodeAt(i);
    const unit = foldOf[raw] as number;
    const next = i + 1 < text.length ? (foldOf[text.charCodeAt(i + 1)] as number) : 0;
    if (isSeparator(unit) && joins(previous) && joins(next)) {
      skipped = true;
      continue;
    }
    if (key !== '' && (skipped || mayPart(text, i, previous, unit))) allowed += 2 ** key.length;
    skipped = false;
    key += String.fromCharCode(unit);
    previous = unit;
  }
  return { key, allowed };
}

/** A part begins: a digit after a letter or the reverse, Latin after Han or the reverse, the hump of a camel. */
function mayPart(text: string, at: number, previous: number, unit: number): boolean {
  if (isHanUnit(previous) !== isHanUnit(unit)) return joins(previous) && joins(unit);
  if (!isWordUnit(previous) || !isWordUnit(unit)) return false;
  const digit = isDigitUnit(unit);
  if (digit !== isDigitUnit(previous)) return digit;
  const raw = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  return raw >= 0x41 && raw <= 0x5a && before >= 0x61 && before <= 0x7a;
}

function squeezeExact(text: string): string {
  return text.replace(/[ \-_·]/g, '');
}
