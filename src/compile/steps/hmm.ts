/** The hidden Markov models of jieba, from the text tables in dictionaries/, into typed arrays. */
import { readFileSync, writeFileSync } from 'node:fs';
import { compareStrings } from '../../base/compare.js';
import { packSections } from '../../lexicon/container.js';
import {
  HAN_COUNT,
  HAN_FIRST,
  HMM_KIND,
  HMM_VERSION,
  MIN_LOG,
  POS_KIND,
  POS_VERSION,
} from '../../tokenizer/hmm-format.js';
import type { CompileStep } from '../step.js';

function rowsOf(path: string): string[][] {
  const rows: string[][] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line !== '' && !line.startsWith('#')) rows.push(line.split('\t'));
  }
  return rows;
}

function numberOf(cell: string | undefined, row: readonly string[]): number {
  const value = Number(cell);
  if (cell === undefined || cell === '' || !Number.isFinite(value))
    throw new Error(`hmm: bad row ${row.join(' ')}`);
  return value;
}

/** Order of states in the compiled table: that of their letters, so that the larger index wins a tie. */
const letters = ['B', 'E', 'M', 'S'];

function compileHmm(path: string): Uint8Array {
  const start = new Float64Array(4).fill(MIN_LOG);
  const trans = new Float64Array(16).fill(MIN_LOG);
  const characters: number[] = [];
  const values: number[] = [];
  for (const row of rowsOf(path)) {
    const [kind, a = '', b = ''] = row;
    if (kind === 'start') start[letters.indexOf(a)] = numberOf(b, row);
    else if (kind === 'trans') trans[letters.indexOf(a) * 4 + letters.indexOf(b)] = numberOf(row[3], row);
    else if (kind === 'emit') {
      const code = a.charCodeAt(0);
      if (code < HAN_FIRST || code >= HAN_FIRST + HAN_COUNT) continue;
      characters.push(code - HAN_FIRST);
      const cells = row.slice(2, 6);
      for (const cell of cells) values.push(cell === '-' ? MIN_LOG : numberOf(cell, row));
    } else throw new Error(`hmm: bad row ${row.join(' ')}`);
  }
  return packSections(HMM_KIND, HMM_VERSION, [
    start,
    trans,
    Uint16Array.from(characters),
    Float64Array.from(values),
  ]);
}

function compilePos(path: string): Uint8Array {
  const rows = rowsOf(path);
  // Tuples of position and tag in their order, which for one-letter positions is that of the joined names.
  const names = rows.filter(([kind]) => kind === 'start').map(([, name = '']) => name);
  names.sort(compareStrings);
  const index = new Map(names.map((name, i) => [name, i]));
  const stateOf = (name: string): number => {
    const state = index.get(name);
    if (state === undefined) throw new Error(`hmm-pos: unknown state ${name}`);
    return state;
  };
  const count = names.length;
  const start = new Float64Array(count);
  const trans = new Float64Array(count * count).fill(Number.NEGATIVE_INFINITY);
  const follows = new Uint8Array(count);
  const characters: number[] = [];
  const restricted: number[] = [];
  const pointers: number[] = [0];
  const states: number[] = [];
  const values: number[] = [];
  for (const row of rows) {
    const [kind, a = '', ...cells] = row;
    if (kind === 'start') start[stateOf(a)] = numberOf(cells[0], row);
    else if (kind === 'trans') {
      const from = stateOf(a);
      for (const cell of cells) {
        const [to = '', value] = cell.split(':');
        trans[from * count + stateOf(to)] = numberOf(value, row);
        follows[from] = 1;
      }
    } else {
      const code = a.charCodeAt(0);
      if (code < HAN_FIRST || code >= HAN_FIRST + HAN_COUNT) continue;
      characters.push(code - HAN_FIRST);
      restricted.push(kind === 'emit' ? 1 : 0);
      for (const cell of cells) {
        const excluded = cell.startsWith('!');
        const [name = '', value] = (excluded ? cell.slice(1) : cell).split(':');
        // A state's number, with the high bit for one that the character cannot have.
        states.push(stateOf(name) | (excluded ? 0x8000 : 0));
        values.push(value === '-' ? MIN_LOG : numberOf(value, row));
      }
      pointers.push(states.length);
    }
  }
  return packSections(POS_KIND, POS_VERSION, [
    new TextEncoder().encode(names.join(' ')),
    start,
    trans,
    follows,
    Uint16Array.from(characters),
    Uint8Array.from(restricted),
    Int32Array.from(pointers),
    Uint16Array.from(states),
    Float64Array.from(values),
  ]);
}

const step: CompileStep = {
  name: 'hmm',
  inputs: [
    'dictionaries/hmm.tsv',
    'dictionaries/hmm-pos.tsv',
    'src/lexicon/container.ts',
    'src/tokenizer/hmm-format.ts',
  ],
  outputs: ['hmm.bin', 'hmm-pos.bin'],
  run({ root, out }) {
    writeFileSync(`${out}hmm.bin`, compileHmm(`${root}dictionaries/hmm.tsv`));
    writeFileSync(`${out}hmm-pos.bin`, compilePos(`${root}dictionaries/hmm-pos.tsv`));
  },
};

export default step;
