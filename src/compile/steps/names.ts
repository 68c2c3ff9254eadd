/** Compiles dictionaries/name-weights.tsv, the tagger of names, into dist/data/names.bin. */
import { readFileSync, writeFileSync } from 'node:fs';
import {
  LABELS,
  LEAST_WEIGHT,
  MOST_WEIGHT,
  type NameWeightRow,
  packNameModel,
} from '../../entities/tagger/model.js';
import type { CompileStep } from '../step.js';
import { parseTrainedTable } from '../table.js';

const step: CompileStep = {
  name: 'names',
  inputs: [
    'dictionaries/name-weights.tsv',
    'src/compile/table.ts',
    'src/entities/tagger/features.ts',
    'src/entities/tagger/model.ts',
    'src/lexicon/container.ts',
  ],
  outputs: ['names.bin'],
  run({ root, out }) {
    const path = `${root}dictionaries/name-weights.tsv`;
    const { figures, rows: lines } = parseTrainedTable(readFileSync(path, 'utf8'));
    const rows: NameWeightRow[] = [];
    for (const {
      line,
      cells: [feature = '', ...cells],
    } of lines) {
      const weights = cells.map(Number);
      const fits = (weight: number) =>
        Number.isInteger(weight) && weight >= LEAST_WEIGHT && weight <= MOST_WEIGHT;
      if (weights.length !== LABELS - 1 || !weights.every(fits)) {
        throw new Error(
          `${path}, line ${line}: expected ${LABELS - 1} integers from ${LEAST_WEIGHT} to ${MOST_WEIGHT}`,
        );
      }
      rows.push([feature, weights]);
    }
    const [unit] = figures.get('step') ?? [];
    const transitions = figures.get('transitions') ?? [];
    if (unit === undefined || transitions.length !== LABELS * LABELS + LABELS) {
      throw new Error(
        `${path}: expected "# step" and ${LABELS * LABELS + LABELS} "# transitions" in the header`,
      );
    }
    writeFileSync(`${out}names.bin`, packNameModel(rows, { step: unit, transitions }));
  },
};

export default step;
