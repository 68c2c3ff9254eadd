/** The dictionaries of terms, tickers and model families into the table of analysis mode. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compareStrings } from '../../base/compare.js';
import { packSections } from '../../lexicon/container.js';
import { separatorOf, termKey } from '../../lexicon/term-key.js';
import {
  ENTRY_WIDTH,
  EVERYDAY_FAMILY,
  FAMILY,
  FLAGS,
  INITIAL_CAPITAL,
  LITERAL,
  NEXT,
  RECORD,
  TERMS_KIND,
  TERMS_VERSION,
} from '../../lexicon/term-table.js';
import { foldWidth, plainTable } from '../../text/fold.js';
import { buildDoubleArray } from '../double-array.js';
import type { CompileStep } from '../step.js';
import { parts, readList, readTable } from '../table.js';

/** jieba's words of Latin and Han together (T恤, 维生素C), which the cut of Han runs alone would miss. */
const jieba = 'node_modules/@node-rs/jieba/dict.txt';

/** The text of the Apache License 2.0, under which the table of traditional characters is. */
const apache = 'node_modules/typescript/LICENSE.txt';

/** Families that are ordinary words, or so short that they are. */
const everyday = new Set(
  (
    'seed step gen nova wan ring ling spark titan sam sd yi phi emu genie falcon command sora mai arctic cosmos orca swift ' +
    'reve mochi bonsai cogito composer hermes dolphin zephyr opus sonnet haiku eleven pika dino swe rt'
  ).split(' '),
);
/** Coins that are written small as well. */
const smallCoins = new Set(['bitcoin', 'ethereum', 'ether', 'dogecoin', 'solana']);

class Entries {
  readonly numbers: number[] = [];
  readonly literals: string[] = [];
  readonly records: string[] = [];
  /** Entries of a key; the first is the one that the trie leads to. */
  readonly keys = new Map<string, number[]>();
  readonly fold: Uint16Array;

  constructor(fold: Uint16Array) {
    this.fold = fold;
  }

  record(...columns: (string | undefined)[]): number {
    return (
      this.records.push(
        columns
          .map((column) => column ?? '')
          .join('\t')
          .trimEnd(),
      ) - 1
    );
  }

  add(written: string, record: number, flags = 0): void {
    const exact = written.length > 1 && written.startsWith('=');
    const surface = exact ? written.slice(1) : written;
    const { key, gaps } = termKey(surface, this.fold);
    if (key === '') return;
    const literal = exact ? this.#literal(surface) : undefined;
    const list = this.keys.get(key) ?? [];
    this.keys.set(key, list);
    for (const entry of list) {
      const at = entry * ENTRY_WIDTH;
      const known = this.numbers[at + LITERAL] as number;
      if ((known < 0 ? undefined : this.literals[known]) !== literal) continue;
      // The first term that has a surface keeps it; another way to write the same one widens its gaps.
      if (this.numbers[at + RECORD] === record) this.numbers[at] = (this.numbers[at] as number) | gaps;
      return;
    }
    const entry = this.numbers.length / ENTRY_WIDTH;
    const literalIndex = literal === undefined ? -1 : this.literals.push(literal) - 1;
    this.numbers.push(gaps, record, -1, flags, literalIndex, 0);
    if (literal === undefined) list.push(entry);
    else list.unshift(entry);
  }

  family(surface: string, record: number): void {
    const { key, gaps } = termKey(surface, this.fold);
    const flags = everyday.has(key) ? EVERYDAY_FAMILY : 0;
    const list = this.keys.get(key) ?? [];
    this.keys.set(key, list);
    const capital = flags !== 0 ? INITIAL_CAPITAL : 0;
    if (!list.some((entry) => this.numbers[entry * ENTRY_WIDTH + LITERAL] === -1)) {
      const entry = this.numbers.length / ENTRY_WIDTH;
      this.numbers.push(gaps, -1, record, flags | capital, -1, 0);
      list.push(entry);
    }
    for (const entry of list) {
      // Another way to write a family widens its gaps: 书生·浦语.
      if (this.numbers[entry * ENTRY_WIDTH + RECORD] === -1)
        this.numbers[entry * ENTRY_WIDTH] = (this.numbers[entry * ENTRY_WIDTH] as number) | gaps;
      this.numbers[entry * ENTRY_WIDTH + FAMILY] = record;
      this.numbers[entry * ENTRY_WIDTH + FLAGS] =
        (this.numbers[entry * ENTRY_WIDTH + FLAGS] as number) | flags;
    }
  }

  has(surface: string): boolean {
    return this.keys.has(termKey(surface.replace(/^=/u, ''), this.fold).key);
  }

  #literal(surface: string): string {
    return [...foldWidth(surface)]
      .filter((character) => separatorOf[this.fold[character.charCodeAt(0)] as number] === 0)
      .join('');
  }
}

const step: CompileStep = {
  name: 'terms',
  inputs: ['dictionaries', 'src/compile/table.ts', 'src/lexicon', 'src/text', jieba, apache],
  outputs: ['terms.bin', 'terms.LICENSE.txt'],
  run({ root, out }) {
    const variants: number[] = [];
    const fold = plainTable();
    const variantFile = `${root}dictionaries/traditional.tsv`;
    if (existsSync(variantFile)) {
      for (const { cells } of readTable(variantFile)) {
        const simplified = cells.get('simplified') ?? '';
        for (const character of cells.get('traditional') ?? '') {
          variants.push(character.charCodeAt(0), simplified.charCodeAt(0));
          fold[character.charCodeAt(0)] = simplified.charCodeAt(0);
        }
      }
    }

    const entries = new Entries(fold);
    const folder = `${root}dictionaries/ai-terms/`;
    for (const file of readdirSync(folder)
      .sort()
      .filter((name) => name.endsWith('.tsv'))) {
      for (const { cells } of readTable(folder + file)) {
        const term = cells.get('term') ?? '';
        const canonical = cells.get('canonical') || term;
        const chinese = parts(cells.get('chinese'));
        const exact = cells.get('match') === 'exact' ? '=' : '';
        const record = entries.record(
          canonical,
          cells.get('category'),
          chinese[0],
          cells.get('ticker'),
          cells.get('maker'),
        );
        entries.add(exact + term, record);
        if (exact === '') entries.add(canonical, record);
        for (const surface of [...parts(cells.get('aliases')), ...chinese]) entries.add(surface, record);
      }
    }
    for (const [file, column, category] of [
      ['stocks', 'ticker', 'stock'],
      ['coins', 'symbol', 'coin'],
    ] as const) {
      const path = `${root}dictionaries/finance/${file}.tsv`;
      if (!existsSync(path)) continue;
      for (const { cells } of readTable(path)) {
        const ticker = cells.get(column) ?? '';
        const canonical = cells.get('name') || ticker;
        const chinese = parts(cells.get('chinese'));
        const record = entries.record(canonical, category, chinese[0], ticker);
        for (const surface of [canonical, ...chinese, ...parts(cells.get('aliases'))]) {
          // Names that the field has too are the field's; a name of one Latin word needs its capital.
          if (entries.has(surface)) continue;
          const word = /^[A-Za-z]+$/u.test(surface) && !smallCoins.has(surface.toLowerCase());
          entries.add(surface, record, word ? INITIAL_CAPITAL : 0);
        }
      }
    }
    for (const { cells } of readTable(`${root}dictionaries/families.tsv`)) {
      const family = cells.get('family') ?? '';
      for (const surface of [family, ...parts(cells.get('aliases'))]) {
        entries.family(
          surface,
          entries.record(surface, 'model', '', '', cells.get('maker'), cells.get('join') || 'space'),
        );
      }
    }
    const mixed = /[a-z]/iu;
    const han = /[\u4e00-\u9fd5]/u;
    for (const line of readFileSync(root + jieba, 'utf8').split('\n')) {
      const word = line.slice(0, line.indexOf(' '));
      if (mixed.test(word) && han.test(word) && !entries.has(word)) entries.add(`=${word}`, -1);
    }
    for (const list of entries.keys.values()) {
      for (const [index, entry] of list.entries()) {
        entries.numbers[entry * ENTRY_WIDTH + NEXT] = (list[index + 1] ?? -1) + 1;
      }
    }

    const codes = new Uint16Array(65536);
    let codeCount = 1;
    const words = [...entries.keys].sort(([a], [b]) => compareStrings(a, b));
    const units = [...new Set(words.flatMap(([key]) => key.split('')))].sort(compareStrings);
    for (const unit of units) codes[unit.charCodeAt(0)] = codeCount++;
    const coded = words.map(([key]) => Uint16Array.from(key, (unit) => codes[unit.charCodeAt(0)] as number));
    const values = words.map(([, list]) => (list[0] as number) + 1);
    if (entries.numbers.length / ENTRY_WIDTH > 65534) throw new Error('more than 65,534 ways to write terms');
    const array = buildDoubleArray(coded, values, codeCount);
    const variantWords = existsSync(`${root}dictionaries/model-variants.txt`)
      ? readList(`${root}dictionaries/model-variants.txt`).flatMap((line) =>
          line.toLowerCase().split(/[ -]/u),
        )
      : [];
    writeFileSync(
      `${out}terms.LICENSE.txt`,
      'terms.bin holds a table of traditional and simplified characters that was taken from OpenCC\n' +
        '(https://github.com/BYVoid/OpenCC), Copyright 2010-2020 Carbo Kuo and contributors, rearranged and with\n' +
        'ambiguous characters left out, under the Apache License 2.0:\n\n' +
        readFileSync(root + apache, 'utf8'),
    );
    const bytes = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'));
    writeFileSync(
      `${out}terms.bin`,
      packSections(TERMS_KIND, TERMS_VERSION, [
        Uint16Array.from(variants),
        codes,
        array.units,
        Int32Array.from(entries.numbers),
        bytes(entries.records),
        bytes(entries.literals),
        bytes([...new Set(variantWords)].filter((word) => word !== '')),
      ]),
    );
  },
};

export default step;
