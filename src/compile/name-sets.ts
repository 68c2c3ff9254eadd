/** Reads texts with labelled names in the form of CLUENER 2020. None of them is part of this project. */
import { readFileSync } from 'node:fs';
import { hashText } from '../base/hash.js';
import type { NameType } from '../entities/tagger/model.js';
import type { LabelledNames } from './name-trainer.js';

/** What CLUENER calls the types that the tagger knows. */
const types = new Map<string, NameType>([
  ['company', 'company'],
  ['organization', 'organization'],
  ['government', 'government'],
  ['name', 'person'],
]);

/** Lines of `{"text", "label": {type: {surface: [[first, last]]}}}`, offsets inclusive. */
export function readNames(path: string): LabelledNames[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const row = JSON.parse(line) as {
      text: string;
      label: Record<string, Record<string, [number, number][]>>;
    };
    const names: LabelledNames['names'][number][] = [];
    for (const [label, surfaces] of Object.entries(row.label)) {
      const type = types.get(label);
      if (type === undefined) continue;
      for (const spans of Object.values(surfaces)) {
        for (const [first, last] of spans) names.push({ start: first, end: last + 1, type });
      }
    }
    return { text: row.text, names };
  });
}

/** True for the fifth of the texts that is kept back when figures are measured. */
export function isHeldOut({ text }: LabelledNames): boolean {
  return hashText(text)[0] % 5 === 0;
}
