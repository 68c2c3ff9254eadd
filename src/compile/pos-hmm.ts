import { RedianError } from '../errors.js';
import { HAN_COUNT, HAN_FIRST } from '../lexicon/han.js';
import type { PosHmmTable } from '../tokenizer/pos-hmm.js';
import { NEVER } from '../tokenizer/word-hmm.js';

/** Compiles dictionaries/hmm-pos.tsv into the figures of {@link PosHmm}. */
export function compilePosHmm(text: string, name: string): PosHmmTable {
  const starts = new Map<string, number>();
  const transitions: [from: string, to: string, probability: number][] = [];
  const chars = new Map<number, { state: string; listed: boolean; probability: number }[]>();
  text.split('\n').forEach((line, i) => {
    if (line === '' || line.startsWith('#')) return;
    const [kind, key, ...items] = line.split('\t');
    const invalid = (): RedianError =>
      new RedianError('INVALID_DICTIONARY', `${name}, line ${i + 1}: not a row of the model: "${line}"`);
    const number = (digits: string): number => {
      const value = Number(digits);
      if (digits === '' || Number.isNaN(value)) throw invalid();
      return value;
    };
    if (!key) throw invalid();
    if (kind === 'start') {
      starts.set(key, number(items[0] ?? ''));
    } else if (kind === 'trans') {
      for (const item of items) {
        const [to, digits = ''] = item.split(':');
        transitions.push([key, to, number(digits)]);
      }
    } else if (kind === 'emit' || kind === 'free') {
      const emissions = items.map((item) => {
        const [state, digits = ''] = item.split(':');
        return {
          state: state.replace('!', ''),
          listed: kind === 'emit' && !state.startsWith('!'),
          probability: digits === '-' ? NEVER : number(digits),
        };
      });
      chars.set(key.charCodeAt(0) - HAN_FIRST, emissions);
    } else {
      throw invalid();
    }
  });

  // Sorted names: the order of numbers is then Python's order of (position, tag).
  const names = [...starts.keys()].sort();
  const numberOf = (state: string): number => {
    const number = names.indexOf(state);
    if (number < 0) throw new RedianError('INVALID_DICTIONARY', `${name}: unknown state "${state}"`);
    return number;
  };
  const byTarget = names.map((): { from: number; probability: number }[] => []);
  for (const [from, to, probability] of transitions) {
    byTarget[numberOf(to)].push({ from: numberOf(from), probability });
  }
  const targetStart = new Int32Array(names.length + 1);
  byTarget.forEach((list, to) => {
    list.sort((a, b) => a.from - b.from);
    targetStart[to + 1] = targetStart[to] + list.length;
  });
  const rows = new Int32Array(HAN_COUNT + 1);
  const state: number[] = [];
  const emit: number[] = [];
  const listed: number[] = [];
  for (let han = 0; han < HAN_COUNT; han++) {
    for (const item of chars.get(han) ?? []) {
      state.push(numberOf(item.state));
      emit.push(item.probability);
      listed.push(item.listed ? 1 : 0);
    }
    rows[han + 1] = state.length;
  }
  return {
    names,
    start: Float64Array.from(names, (name) => starts.get(name) ?? NEVER),
    targets: targetStart,
    sources: Uint8Array.from(byTarget.flat(), (item) => item.from),
    transitions: Float64Array.from(byTarget.flat(), (item) => item.probability),
    rows,
    states: Uint8Array.from(state),
    emissions: Float64Array.from(emit),
    listed: Uint8Array.from(listed),
  };
}
