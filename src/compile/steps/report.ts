/** What a report knows of its field: facets, perspectives, cues. */
import { writeFileSync } from 'node:fs';
import type { CompileStep } from '../step.js';
import { parts, readTable } from '../table.js';

const tables = ['facets', 'perspectives', 'report-topics', 'report-cues', 'promotion-cues', 'writer-words'];

const step: CompileStep = {
  name: 'report',
  inputs: [...tables.map((name) => `dictionaries/${name}.tsv`), 'src/compile/table.ts'],
  outputs: ['report.json'],
  run({ root, out }) {
    const rows = (name: string) => readTable(`${root}dictionaries/${name}.tsv`).map(({ cells }) => cells);
    const file = {
      version: 1,
      topics: rows('report-topics').map((cells) => [cells.get('key'), cells.get('name')]),
      facets: rows('facets').map((cells) => ({
        topic: cells.get('topic'),
        group: cells.get('group'),
        name: cells.get('facet'),
        kinds: (cells.get('kinds') ?? '').split(' ').filter((kind) => kind !== ''),
        cues: parts(cells.get('cues')),
      })),
      perspectives: rows('perspectives').map((cells) => ({
        topic: cells.get('topic'),
        id: cells.get('id'),
        name: cells.get('name'),
        cues: parts(cells.get('cues')),
      })),
      cues: rows('report-cues').map((cells) => [cells.get('cue'), cells.get('kind')]),
      writerWords: rows('writer-words').map((cells) => [cells.get('word'), cells.get('kind')]),
      promotions: rows('promotion-cues').map((cells) => [cells.get('cue'), Number(cells.get('weight'))]),
    };
    writeFileSync(`${out}report.json`, JSON.stringify(file));
  },
};

export default step;
