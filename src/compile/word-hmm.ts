import { RedianError } from '../errors.js';
import { HAN_COUNT, HAN_FIRST } from '../lexicon/han.js';
import { NEVER, type WordHmmTable } from '../tokenizer/word-hmm.js';

/** Compiles dictionaries/hmm.tsv into the figures of {@link WordHmm}. */
export function compileWordHmm(text: string, name: string): WordHmmTable {
  const start = new Float64Array(4).fill(NEVER);
  const transitions = new Float64Array(16).fill(NEVER);
  const emissions = new Float64Array(4 * HAN_COUNT).fill(NEVER);
  text.split('\n').forEach((line, i) => {
    if (line === '' || line.startsWith('#')) return;
    const fields = line.split('\t');
    const state = (field: string): number => 'BEMS'.indexOf(field);
    if (fields[0] === 'start' && fields.length === 3) {
      start[state(fields[1])] = Number(fields[2]);
    } else if (fields[0] === 'trans' && fields.length === 4) {
      transitions[state(fields[1]) * 4 + state(fields[2])] = Number(fields[3]);
    } else if (fields[0] === 'emit' && fields.length === 6) {
      const han = fields[1].charCodeAt(0) - HAN_FIRST;
      if (han < 0 || han >= HAN_COUNT) return;
      for (let k = 0; k < 4; k++) if (fields[2 + k] !== '-') emissions[4 * han + k] = Number(fields[2 + k]);
    } else {
      throw new RedianError(
        'INVALID_DICTIONARY',
        `${name}, line ${i + 1}: not a row of the model: "${line}"`,
      );
    }
  });
  for (const value of [...start, ...transitions, ...emissions]) {
    if (Number.isNaN(value)) throw new RedianError('INVALID_DICTIONARY', `${name}: a figure is not a number`);
  }
  return { start, transitions, ...shareRows(emissions) };
}

/** The different rows of four, and which of them each character has. */
function shareRows(emissions: Float64Array): Pick<WordHmmTable, 'rows' | 'emissions'> {
  const rows = new Uint16Array(emissions.length / 4);
  const numbers = new Map<string, number>();
  const different: number[] = [];
  for (let han = 0; han < rows.length; han++) {
    const row = emissions.subarray(4 * han, 4 * han + 4);
    const key = row.join();
    const number = numbers.get(key);
    rows[han] = number ?? numbers.size;
    if (number !== undefined) continue;
    numbers.set(key, numbers.size);
    different.push(...row);
  }
  return { rows, emissions: Float64Array.from(different) };
}
