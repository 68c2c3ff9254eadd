/** The dictionaries of terms, tickers and model families into the table of analysis mode. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compareStrings } from '../../base/compare.js';
import { packSections } from '../../lexicon/container.js';
import { isNotion } from '../../lexicon/term-info.js';
import { INITIAL_CAPITAL, TERMS_KIND, TERMS_VERSION } from '../../lexicon/term-table.js';
import { plainTable } from '../../text/fold.js';
import { buildDoubleArray } from '../double-array.js';
import { OrdinaryNames } from '../ordinary-names.js';
import { packTerms } from '../pack-terms.js';
import { RegionalNames } from '../regional.js';
import type { CompileStep } from '../step.js';
import { parts, readList, readTable } from '../table.js';
import { TermEntries } from '../term-entries.js';
import { readTraditional } from '../traditional.js';

/** jieba's words of Latin and Han together (T恤, 维生素C), which the cut of Han runs alone would miss. */
const jieba = 'node_modules/@node-rs/jieba/dict.txt';

/** The text of the Apache License 2.0, under which the table of traditional characters is. */
const apache = 'node_modules/typescript/LICENSE.txt';

/** Coins that are written small as well. */
const smallCoins = new Set(['bitcoin', 'ethereum', 'ether', 'dogecoin', 'solana']);

function addTerms(entries: TermEntries, dictionaries: string): void {
  const folder = `${dictionaries}ai-terms/`;
  const ordinary = new OrdinaryNames(dictionaries);
  const regional = new RegionalNames(dictionaries);
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.tsv')) continue;
    for (const { cells } of readTable(folder + file)) {
      const term = cells.get('term') ?? '';
      const canonical = cells.get('canonical') || term;
      const chinese = parts(cells.get('chinese'));
      const exact = cells.get('match') === 'exact' ? '=' : '';
      const category = cells.get('category');
      const record = entries.record(canonical, category, chinese[0], cells.get('ticker'), cells.get('maker'));
      const surfaces = [exact + term, ...(exact === '' ? [canonical] : []), ...parts(cells.get('aliases'))];
      for (const surface of surfaces) entries.add(surface, record, ordinary.flagsOf(surface, category));
      for (const surface of chinese) entries.add(surface, record);
      if (category === 'hardware' || isNotion(category)) {
        for (const surface of chinese) entries.add(regional.of(surface), record);
      }
    }
  }
}

/** @param column  which one holds the ticker */
function addTickers(entries: TermEntries, path: string, column: string, category: string): void {
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

function addFamilies(entries: TermEntries, path: string): void {
  for (const { cells } of readTable(path)) {
    const family = cells.get('family') ?? '';
    const aliases = parts(cells.get('aliases'));
    const record = entries.record(
      family,
      'model',
      aliases.find((alias) => /^\p{Script=Han}/u.test(alias)),
      '',
      cells.get('maker'),
      cells.get('join') || 'space',
      cells.get('small'),
      cells.get('whole'),
    );
    for (const surface of [family, ...aliases]) entries.family(surface, record);
  }
}

/** @param text  jieba's dictionary */
function addMixedWords(entries: TermEntries, text: string): void {
  const latin = /[a-z]/iu;
  const han = /[\u4e00-\u9fd5]/u;
  for (const line of text.split('\n')) {
    const word = line.slice(0, line.indexOf(' '));
    if (latin.test(word) && han.test(word) && !entries.has(word)) entries.add(`=${word}`, -1);
  }
}

/** The double array of the keys, each with the entry that it leads to, and the code of each UTF-16 unit. */
function buildTrie(
  keys: readonly string[],
  first: readonly number[],
): { codes: Uint16Array; units: Int32Array } {
  const codes = new Uint16Array(65536);
  let codeCount = 1;
  for (const unit of [...new Set(keys.flatMap((key) => key.split('')))].sort(compareStrings))
    codes[unit.charCodeAt(0)] = codeCount++;
  const coded = keys.map((key) => Uint16Array.from(key, (unit) => codes[unit.charCodeAt(0)] as number));
  const { units } = buildDoubleArray(
    coded,
    first.map((entry) => entry + 1),
    codeCount,
  );
  return { codes, units };
}

const step: CompileStep = {
  name: 'terms',
  inputs: [
    'dictionaries',
    'src/compile/double-array.ts',
    'src/compile/ordinary-names.ts',
    'src/compile/regional.ts',
    'src/compile/table.ts',
    'src/compile/term-entries.ts',
    'src/compile/traditional.ts',
    'src/lexicon',
    'src/text',
    jieba,
    apache,
  ],
  outputs: ['terms.bin', 'terms.LICENSE.txt'],
  run({ root, out }) {
    const dictionaries = `${root}dictionaries/`;
    const variants = readTraditional(dictionaries).flatMap((pair) =>
      pair.map((character) => character.charCodeAt(0)),
    );
    const fold = plainTable();
    for (let at = 0; at < variants.length; at += 2) fold[variants[at] as number] = variants[at + 1] as number;
    const entries = new TermEntries(fold);
    addTerms(entries, dictionaries);
    addTickers(entries, `${dictionaries}finance/stocks.tsv`, 'ticker', 'stock');
    addTickers(entries, `${dictionaries}finance/coins.tsv`, 'symbol', 'coin');
    addFamilies(entries, `${dictionaries}families.tsv`);
    addMixedWords(entries, readFileSync(root + jieba, 'utf8'));
    const { keys, first } = entries.link();
    const { codes, units } = buildTrie(keys, first);
    const variantWords = readList(`${dictionaries}model-variants.txt`).flatMap((line) =>
      line.toLowerCase().split(/[ -]/u),
    );
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
        ...packTerms(codes, units, Int32Array.from(entries.numbers)),
        bytes(entries.records),
        bytes(entries.literals),
        bytes([...new Set(variantWords)].filter((word) => word !== '')),
      ]),
    );
  },
};

export default step;
