import { checkFilled, checkString } from '../base/check.js';
import { describeValue, RedianError } from '../errors.js';
import { isCapital, plainTable } from '../text/fold.js';
import { isBasicHan, isDigitUnit, isLatinOrDigit, isLetterUnit } from '../text/unit-kinds.js';
import type { UnitText } from '../text/unit-text.js';
import { HashTrie } from './hash-trie.js';
import { readDefinition } from './read-definition.js';
import { badLines, parseTermDictionary } from './term-dictionary.js';
import { endBehind } from './term-end.js';
import type { TermCategory, TermDefinition, TermInfo } from './term-info.js';
import { isEdgeMark, separatorOf, termKey } from './term-key.js';
import { type FamilyStyle, parseRecord, styleOf } from './term-record.js';
import { TermStarts } from './term-starts.js';
import { literalOf, surfacesOf } from './term-surface.js';
import {
  ENTRY_WIDTH,
  EVERYDAY_FAMILY,
  emptyTermTable,
  FAMILY,
  FLAGS,
  GAPS,
  INITIAL_CAPITAL,
  LITERAL,
  NEXT,
  RECORD,
  readTermTable,
  type TermTable,
} from './term-table.js';

/** A family of model names. */
export interface TermFamily extends TermInfo, FamilyStyle {
  /** An ordinary word (Step, Nova), which is a family only with a capital and a version joined to it. */
  readonly everyday: boolean;
}

/** Categories whose names take an English plural: `LLMs`, `AI agents`, but not `Oracles`. */
const pluralCategories = new Set<TermCategory>(['concept', 'technique', 'benchmark', 'dataset', 'hardware']);

/** What a number may stand right behind: CVPR2026, Model Y35万. */
const goOn = new Set<TermCategory>(['event', 'hardware', 'product']);

/** How many matches at one position are kept; the shortest beyond it are forgotten. */
const MAX_MATCHES = 16;

/**
 * The terms that analysis mode keeps whole: names with spaces, hyphens, dots, digits and mixed scripts.
 *
 * Matching ignores case, width and accents, and whether the parts of a name are joined by a space, a hyphen
 * or nothing. The compiled terms are shared; what is added and deleted at run time belongs to the instance.
 *
 * ```ts
 * tokenizer.terms.add({ term: 'Orchestrator-8B', category: 'model', maker: 'Nvidia' });
 * tokenizer.terms.enabled = false; // segment without terms
 * ```
 */
export class TermLexicon {
  /** Whether `segment` finds any of them, also such as it knows by their shape alone. Default: true. */
  enabled = true;
  /** Folded unit of each unit, traditional characters as simplified ones, a tab as a space. */
  readonly fold: Uint16Array;
  /** Words that stand in the names of models behind the family, folded. */
  readonly variantWords: ReadonlySet<string>;
  /**
   * With what terms begin, by folded units.
   * @internal
   */
  readonly starts: TermStarts;
  /** How often a term was added: what terms begin with changes with it alone. */
  additions = 0;
  /**
   * Ends (exclusive) of what {@link match} found, shortest first.
   * @internal
   */
  readonly ends = new Int32Array(MAX_MATCHES);
  /**
   * Entries of the same.
   * @internal
   */
  readonly found = new Int32Array(MAX_MATCHES);

  readonly #table: TermTable;
  readonly #infos: (TermInfo | undefined)[];
  readonly #categories: (TermCategory | undefined)[] = [];
  readonly #deleted: Uint8Array;
  readonly #compiled: number;
  /** Entries added at run time, from number #compiled on. */
  #added: number[] = [];
  readonly #literals: string[];
  readonly #families = new Map<number, TermFamily>();
  #overlay = new HashTrie();
  /** Entry number + 1 of an overlay node; -1 for one that was deleted. */
  #values: number[] = [];
  #hasOverlay = false;
  #hasShapes = true;
  /** Those before it went when all were removed. */
  #firstRecord = 0;
  #tickers: Map<string, TermInfo> | undefined;
  /** Keys of the names that were deleted and not added again: no shape finds them either. */
  readonly #gone = new Set<string>();

  private constructor(table: TermTable) {
    this.#table = table;
    this.#compiled = table.entries.length / ENTRY_WIDTH;
    this.#deleted = new Uint8Array(this.#compiled);
    this.#infos = new Array(table.records.length);
    this.#literals = table.literals.slice();
    this.variantWords = new Set(table.variantWords);
    this.fold = plainTable();
    this.fold[0x09] = 0x20;
    for (let i = 0; i < table.variants.length; i += 2) {
      this.fold[table.variants[i] as number] = table.variants[i + 1] as number;
    }
    this.starts = new TermStarts(table);
  }

  /**
   * A lexicon from compiled terms.
   * @throws {RedianError} INVALID_DATA if the bytes are damaged or of another version.
   */
  static fromBytes(bytes: Uint8Array): TermLexicon {
    return new TermLexicon(readTermTable(bytes));
  }

  /** A lexicon without terms. */
  static empty(): TermLexicon {
    return new TermLexicon(emptyTermTable());
  }

  /**
   * Adds a term with its aliases; a way to write it that another term has goes over to this one.
   * @throws {RedianError} INVALID_ARGUMENT if it has no letter, digit or other mark to be found by.
   */
  add(term: string | TermDefinition): void {
    const { info, spellings, isFamily } = readDefinition(term, this.fold);
    const record = this.#infos.push(info) - 1;
    for (const [key, { gaps, literal }] of spellings) {
      this.#gone.delete(key);
      this.#append(key, gaps, record, literal, isFamily);
    }
    this.#tickers = undefined;
  }

  /** Adds a word that is kept whole without being a term: jieba's user words with spaces or Latin letters. */
  addWord(word: string): void {
    checkFilled('word', word);
    const { key, gaps } = termKey(word, this.fold);
    if (key === '') return;
    const former = this.#entryOf(key);
    const known = former < 0 ? 0 : this.#number(former, GAPS);
    // A term that is written without this space or hyphen may be written with it from now on.
    if (former < 0 || (gaps & ~known) !== 0)
      this.#append(key, gaps | known, former < 0 ? -1 : this.#number(former, RECORD), undefined, false);
  }

  /** Takes back what {@link addWord} added; a term of the same name stays. */
  deleteWord(word: string): void {
    checkString('word', word);
    const { key } = termKey(word, this.fold);
    const entry = this.#entryOf(key);
    if (entry >= this.#compiled && this.#number(entry, RECORD) < 0) this.#kill(key, entry);
  }

  /**
   * Adds the terms of a dictionary in the format of dictionaries/ai-terms, or none if a line is bad.
   *
   * @returns how many were added.
   * @throws {RedianError} INVALID_DICTIONARY with the bad lines.
   */
  load(content: string | Uint8Array, name = 'term dictionary'): number {
    checkString('name', name);
    if (typeof content !== 'string' && !(content instanceof Uint8Array)) {
      throw new RedianError(
        'INVALID_ARGUMENT',
        `content: expected text or bytes, got ${describeValue(content)}`,
      );
    }
    const rows = parseTermDictionary(
      typeof content === 'string' ? content : new TextDecoder().decode(content),
      name,
    );
    const problems = rows
      .filter((row) => surfacesOf(row).some((surface) => termKey(surface, this.fold).key === ''))
      .map(({ line }) => `line ${line}: a name without letter, digit or character`);
    if (problems.length > 0) throw badLines(name, problems);
    for (const { line, ...definition } of rows) this.add(definition);
    return rows.length;
  }

  /**
   * Removes a term: with all its aliases if `term` is its name, else this way to write it alone. The name is no term by its shape
   * either, also if the dictionary has none such; its family still finds other versions: without GPT-5 there are GPT-5.1 and GPT-6.
   * @returns whether there was one.
   */
  delete(term: string): boolean {
    checkString('term', term);
    const { key } = termKey(term, this.fold);
    if (key !== '') this.#gone.add(key);
    const entry = this.#entryOf(key);
    if (entry < 0) return false;
    const record = this.#number(entry, RECORD);
    const info = record < 0 ? undefined : this.#info(record);
    this.#kill(key, entry);
    if (info !== undefined && termKey(info.canonical, this.fold).key === key) {
      for (let other = 0; other < this.#compiled; other++) {
        if (this.#table.entries[other * ENTRY_WIDTH + RECORD] === record) this.#deleted[other] = 1;
      }
      for (const [node, value] of this.#values.entries()) {
        if (value > 0 && this.#number(value - 1, RECORD) === record) this.#values[node] = -1;
      }
    }
    this.#tickers = undefined;
    return true;
  }

  /** Removes every term. Names that no entry has are found by their shape no more, but those of families that are added. */
  clear(): void {
    this.#hasShapes = false;
    this.#gone.clear();
    this.#deleted.fill(1);
    this.#overlay = new HashTrie();
    this.#values = [];
    this.#hasOverlay = false;
    this.#firstRecord = this.#infos.length;
    this.#tickers = undefined;
  }

  /**
   * Whether names that no entry has are found by their shape.
   * @internal
   */
  get byShape(): boolean {
    return this.enabled && this.#hasShapes;
  }

  /**
   * Whether text[start, end) was deleted as a name.
   * @internal
   */
  isDeleted(text: UnitText, start: number, end: number): boolean {
    return this.hasDeleted && this.isDeletedName(text.slice(start, end));
  }

  /**
   * Whether any name was deleted.
   * @internal
   */
  get hasDeleted(): boolean {
    return this.#gone.size > 0;
  }

  /**
   * Whether a name was deleted.
   * @internal
   */
  isDeletedName(name: string): boolean {
    return this.#gone.has(termKey(name, this.fold).key);
  }

  /** What a way to write a term stands for. */
  get(term: string): TermInfo | undefined {
    checkString('term', term);
    const entry = this.#entryOf(termKey(term, this.fold).key);
    return entry < 0 ? undefined : this.infoOf(entry);
  }

  has(term: string): boolean {
    return this.get(term) !== undefined;
  }

  /** What a ticker such as `NVDA` stands for. */
  byTicker(ticker: string): TermInfo | undefined {
    checkString('ticker', ticker);
    if (!this.enabled) return undefined;
    if (this.#tickers === undefined) {
      this.#tickers = new Map();
      const living = this.#livingRecords();
      for (let record = this.#firstRecord; record < this.#infos.length; record++) {
        const info = living[record] === 1 ? this.#info(record) : undefined;
        // A company comes before the stock of the same ticker: it is listed first.
        if (info?.ticker === undefined || this.#tickers.has(info.ticker)) continue;
        // 9988.HK is another ticker of the company whose first one is BABA.
        const named = info.category === 'stock' ? this.get(info.canonical) : undefined;
        this.#tickers.set(info.ticker, named?.category === 'company' ? named : info);
      }
    }
    return this.#tickers.get(ticker.toUpperCase());
  }

  /** True if a term may begin with this unit. */
  begins(unit: number): boolean {
    return this.enabled && this.starts.has(this.fold[unit] as number);
  }

  /**
   * False where no term begins, by the two units there.
   * @internal
   */
  mayBegin(text: UnitText, at: number): boolean {
    const { fold } = this;
    const next = at + 1 < text.length ? (fold[text.charCodeAt(at + 1)] as number) : 0x20;
    return this.enabled && this.starts.mayBegin(fold[text.charCodeAt(at)] as number, next);
  }

  /**
   * What an entry of {@link found} stands for.
   * @internal
   */
  infoOf(entry: number): TermInfo | undefined {
    const record = this.#number(entry, RECORD);
    return record < 0 ? undefined : this.#info(record);
  }

  /**
   * Category of what {@link infoOf} gives, for less: terms are objects of many shapes.
   * @internal
   */
  categoryOf(entry: number): TermCategory | undefined {
    const record = this.#number(entry, RECORD);
    if (record < 0) return undefined;
    let category = this.#categories[record];
    if (category === undefined) {
      ({ category } = this.#info(record));
      this.#categories[record] = category;
    }
    return category;
  }

  /**
   * The family of a name.
   * @internal
   */
  family(name: string): TermFamily | undefined {
    const entry = this.#entryOf(termKey(name, this.fold).key);
    return entry < 0 ? undefined : this.familyOf(entry);
  }

  /**
   * The model of a name.
   * @internal
   */
  model(name: string): TermInfo | undefined {
    const info = this.get(name);
    return info?.category === 'model' ? info : undefined;
  }

  /**
   * What an entry asks for, see term-table.ts.
   * @internal
   */
  flagsOf(entry: number): number {
    return this.#number(entry, FLAGS);
  }

  /**
   * The family of model names that an entry begins, if it does.
   * @internal
   */
  familyOf(entry: number): TermFamily | undefined {
    const record = this.#number(entry, FAMILY);
    if (record < 0) return undefined;
    let family = this.#families.get(entry);
    if (family === undefined) {
      const everyday = (this.#number(entry, FLAGS) & EVERYDAY_FAMILY) !== 0;
      family = { ...this.#info(record), ...styleOf(this.#table.records[record]), everyday };
      this.#families.set(entry, family);
    }
    return family;
  }

  /**
   * Finds the terms that begin at `start`, into {@link ends} and {@link found}, shortest first. That no word of
   * letters, number or emoji is cut in two at the end is checked here; the start, and words of Han, by the caller.
   *
   * @returns how many.
   * @internal
   */
  match(text: UnitText, start: number, end: number): number {
    const { fold } = this;
    if (!this.mayBegin(text, start)) return 0;
    const { codes, units } = this.#table;
    const { units: written } = text;
    let count = 0;
    let state = 0;
    let node = 0;
    let compiled = true;
    let added = this.#hasOverlay;
    let gaps = 0;
    let depth = 0;
    let last = 0;
    let opened = false;
    for (let at = start; at < end; at++) {
      let unit = fold[written[at] as number] as number;
      if (separatorOf[unit] === 0) opened = true;
      else if (!opened) {
        if (!isEdgeMark(unit)) break;
      } else {
        if (added && isEdgeMark(unit)) count = this.#matchMarks(text, start, at, end, node, gaps, count);
        const next = at + 1 < end ? (fold[written[at + 1] as number] as number) : 0x20;
        if (separatorOf[next] === 1) {
          // Spaces side by side are one.
          if (unit === 0x20 && next === 0x20 && at + 1 < end) continue;
          break;
        }
        if (isDigitUnit(last) && isDigitUnit(next)) unit = 0x20;
        else {
          if (depth < 31) gaps |= 1 << depth;
          continue;
        }
      }
      depth++;
      let value = 0;
      if (compiled) {
        // The root's children lie at their own codes; elsewhere base 0 means that there are none.
        const code = codes[unit] as number;
        const base = depth === 1 ? 0 : (units[2 * state] as number);
        state = base + code;
        const packed = units[2 * state + 1] as number;
        if (code !== 0 && (base !== 0 || depth === 1) && packed >>> 16 === code) value = packed & 0xffff;
        else compiled = false;
      }
      if (added) {
        node = this.#overlay.child(node, unit);
        if (node === 0) added = false;
        else {
          const own = this.#values[node] ?? 0;
          if (own !== 0) value = Math.max(0, own);
        }
      }
      if (!compiled && !added) break;
      last = unit;
      if (value === 0) continue;
      const entry = this.#agreeing(text, start, at + 1, value - 1, gaps);
      if (entry < 0) continue;
      const stop = this.#boundary(text, start, at + 1, end, entry, unit);
      if (stop >= 0) count = this.#keep(count, stop, entry);
    }
    return count;
  }

  /** Finds a term that ends with the run of marks at `at`, behind which no word goes on. `node` is that of what is before it. */
  #matchMarks(
    text: UnitText,
    start: number,
    at: number,
    end: number,
    node: number,
    gaps: number,
    count: number,
  ): number {
    const { fold } = this;
    let stop = at;
    let last = node;
    while (stop < end) {
      const unit = fold[text.charCodeAt(stop)] as number;
      if (!isEdgeMark(unit)) {
        if (isLatinOrDigit(unit)) return count;
        break;
      }
      last = this.#overlay.child(last, unit);
      if (last === 0) return count;
      stop++;
    }
    const entry = this.#agreeing(text, start, stop, (this.#values[last] ?? 0) - 1, gaps);
    return entry < 0 ? count : this.#keep(count, stop, entry);
  }

  /** Writes match number `count`; gives the number of the next. */
  #keep(count: number, end: number, entry: number): number {
    let at = count;
    if (at === MAX_MATCHES) {
      this.ends.copyWithin(0, 1);
      this.found.copyWithin(0, 1);
      at--;
    }
    this.ends[at] = end;
    this.found[at] = entry;
    return at + 1;
  }

  /** The first of an entry and those under it that agrees with text[start, end), or one below 0. */
  #agreeing(text: UnitText, start: number, end: number, first: number, gaps: number): number {
    let entry = first;
    while (entry >= 0 && !this.#agrees(text, start, end, entry, gaps)) entry = this.#number(entry, NEXT) - 1;
    return entry;
  }

  /**
   * The term that the whole of text[start, end) is, or undefined.
   * @internal
   */
  whole(text: UnitText, start: number, end: number): TermInfo | undefined {
    const count = this.match(text, start, end);
    if (count === 0 || this.ends[count - 1] !== end) return undefined;
    return this.infoOf(this.found[count - 1] as number);
  }

  /** End of a match with its plural's `s`, or -1 if it would cut a word, a number or an emoji in two. */
  #boundary(text: UnitText, start: number, at: number, end: number, entry: number, unit: number): number {
    if (at >= end) return at;
    const next = this.fold[text.charCodeAt(at)] as number;
    const digit = isDigitUnit(unit);
    if (!digit && !isLetterUnit(unit)) return isBasicHan(next) ? at : endBehind(text, at);
    const after = at + 1 < end ? (this.fold[text.charCodeAt(at + 1)] as number) : 0;
    // GPT5, CVPR2026, Model Y35万: the shape of the rest decides.
    if (isDigitUnit(next)) {
      if (digit) return -1;
      const category = this.categoryOf(entry);
      const goesOn = (category !== undefined && goOn.has(category)) || this.#number(entry, FAMILY) >= 0;
      return goesOn ? at : -1;
    }
    if (isLetterUnit(next)) {
      const family = this.#number(entry, FAMILY) >= 0;
      // DeepSeekV3, GPT5: the shape of the rest decides.
      if (family && !digit && (isDigitUnit(after) || text.charCodeAt(at) < 0x61)) return at;
      if (
        next === 0x73 &&
        text.charCodeAt(at) !== 0x53 &&
        !isLetterUnit(after) &&
        !isDigitUnit(after) &&
        !digit
      ) {
        return this.#takesPlural(text, start, at, entry) ? at + 1 : -1;
      }
      return -1;
    }
    // H100，2025年: the comma of Chinese parts no number.
    const parted = next === 0x2e || text.charCodeAt(at) === 0x2c;
    if (digit && parted && isDigitUnit(after)) return -1;
    if (digit && next === 0x25) return -1;
    return at;
  }

  #takesPlural(text: UnitText, start: number, end: number, entry: number): boolean {
    const info = this.infoOf(entry);
    if (info === undefined) return false;
    if (pluralCategories.has(info.category)) return true;
    for (let at = start; at < end; at++) if (!isCapital(text.charCodeAt(at))) return false;
    return true;
  }

  /** Whether an entry is alive and has the separators and the case of text[start, end). */
  #agrees(text: UnitText, start: number, end: number, entry: number, gaps: number): boolean {
    if (entry < this.#compiled && this.#deleted[entry] === 1) return false;
    if ((gaps & ~this.#number(entry, GAPS)) !== 0) return false;
    const literal = this.#number(entry, LITERAL);
    if (literal >= 0) return literalOf(text.slice(start, end), this.fold) === this.#literals[literal];
    if ((this.#number(entry, FLAGS) & INITIAL_CAPITAL) === 0) return true;
    return isCapital(text.charCodeAt(start));
  }

  /** Which records are there: those that a living entry leads to, and compiled ones whose name another term has. */
  #livingRecords(): Uint8Array {
    const living = new Uint8Array(this.#infos.length).fill(1, 0, this.#table.records.length);
    const mark = (entry: number, life: number): void => {
      const record = this.#number(entry, RECORD);
      if (record >= 0) living[record] = life;
    };
    for (let entry = 0; entry < this.#compiled; entry++) if (this.#deleted[entry] === 1) mark(entry, 0);
    for (let entry = 0; entry < this.#compiled; entry++) if (this.#deleted[entry] === 0) mark(entry, 1);
    for (const value of this.#values) {
      let entry = (value ?? 0) - 1;
      for (; entry >= this.#compiled; entry = this.#number(entry, NEXT) - 1) mark(entry, 1);
    }
    return living;
  }

  #number(entry: number, column: number): number {
    return entry < this.#compiled
      ? (this.#table.entries[entry * ENTRY_WIDTH + column] as number)
      : (this.#added[(entry - this.#compiled) * ENTRY_WIDTH + column] as number);
  }

  #append(key: string, gaps: number, record: number, literal: string | undefined, isFamily: boolean): void {
    const former = this.#entryOf(key);
    // A family keeps its shape under a term of the same name.
    const family = isFamily ? record : former < 0 ? -1 : this.#number(former, FAMILY);
    const entry = this.#compiled + this.#added.length / ENTRY_WIDTH;
    if (literal !== undefined) this.#literals.push(literal);
    const literalIndex = literal === undefined ? -1 : this.#literals.length - 1;
    // What asks for its case does not hide the entry that takes any.
    const next = literal === undefined ? 0 : former + 1;
    this.#added.push(gaps, record, family, 0, literalIndex, next);
    this.#values[this.#overlay.insert(key)] = entry + 1;
    this.starts.add(key);
    this.additions++;
    this.#hasOverlay = true;
  }

  /** Takes all entries of a key away. */
  #kill(key: string, first: number): void {
    for (let entry = first; entry >= 0; entry = this.#number(entry, NEXT) - 1) {
      if (entry < this.#compiled) this.#deleted[entry] = 1;
    }
    const node = this.#hasOverlay ? this.#overlay.node(key, 0, key.length) : 0;
    if (node > 0) this.#values[node] = -1;
  }

  /** Entry of a key, or -1. */
  #entryOf(key: string): number {
    if (this.#hasOverlay) {
      const node = this.#overlay.node(key, 0, key.length);
      const value = node === 0 ? 0 : (this.#values[node] ?? 0);
      if (value !== 0) return value > 0 ? value - 1 : -1;
    }
    const { codes, units } = this.#table;
    let state = 0;
    for (let i = 0; i < key.length; i++) {
      const code = codes[key.charCodeAt(i)] as number;
      const base = i === 0 ? 0 : (units[2 * state] as number);
      state = base + code;
      if (code === 0 || (i > 0 && base === 0) || (units[2 * state + 1] as number) >>> 16 !== code) return -1;
    }
    let entry = ((units[2 * state + 1] as number) & 0xffff) - 1;
    while (entry >= 0 && this.#deleted[entry] === 1) entry = this.#number(entry, NEXT) - 1;
    return entry;
  }

  #info(record: number): TermInfo {
    let info = this.#infos[record];
    if (info === undefined) {
      info = parseRecord(this.#table.records[record] as string);
      this.#infos[record] = info;
    }
    return info;
  }
}
