/** Compiles dictionaries/event-verbs.tsv, event-cues.tsv, places.tsv and common-words-en.txt into dist/data/events.json. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { CompileStep } from '../step.js';
import { readList } from '../table.js';

const languages = ['zh', 'en'];
const frames = ['act', 'act?', 'both', 'theme', 'sym'];
const needsKnown = ['-', 'money', 'percent', 'number', 'money>', 'number>', 'entity', 'person', 'traded'];

/** Rows of a table of so many columns, which has no row of names; says which line is at fault. */
function readRows(root: string, name: string, columns: number): string[][] {
  const rows: string[][] = [];
  const lines = readFileSync(`${root}dictionaries/${name}`, 'utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const row = line.split('\t');
    if (row.length !== columns || row.some((cell) => cell === '' || cell.trim() !== cell)) {
      throw new Error(`dictionaries/${name}:${index + 1}: expected ${columns} columns, got ${row.length}`);
    }
    rows.push(row);
  }
  return rows;
}

function expectOneOf(value: string, choices: readonly string[], where: string): void {
  if (!choices.includes(value))
    throw new Error(`${where}: expected one of ${choices.join(', ')}, got ${value}`);
}

/** The forms of a regular English verb: launch, launches, launched, launching. */
function inflect(verb: string): string[] {
  const consonantY = /[^aeiou]y$/.test(verb);
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : consonantY ? `${verb.slice(0, -1)}i` : verb;
  const third = /(s|x|z|ch|sh)$/.test(verb)
    ? `${verb}es`
    : consonantY
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`;
  const ing = verb.endsWith('e') ? `${verb.slice(0, -1)}ing` : `${verb}ing`;
  return [third, `${stem}ed`, ing];
}

/** `leave(leaves,left)` gives leave, leaves, left; `launch` gives the regular forms. */
function forms(trigger: string, language: string): string[] {
  if (language === 'zh') return [trigger];
  const irregular = /^([^()]+)\(([^()]+)\)$/.exec(trigger);
  if (irregular) return [...new Set([irregular[1] ?? '', ...(irregular[2] ?? '').split(',')])];
  return [trigger, ...inflect(trigger)];
}

const step: CompileStep = {
  name: 'events',
  inputs: [
    'dictionaries/event-verbs.tsv',
    'dictionaries/event-cues.tsv',
    'dictionaries/places.tsv',
    'dictionaries/word-pairs.tsv',
    'dictionaries/common-words-en.txt',
    'src/compile/table.ts',
  ],
  outputs: ['events.json'],
  run({ root, out }) {
    const verbs = new Map<string, number>();
    const triggers: [phrase: string, verb: number, isForm?: 1][] = [];
    for (const [trigger = '', language = '', type = '', action = '', frame = '', needs = ''] of readRows(
      root,
      'event-verbs.tsv',
      6,
    )) {
      expectOneOf(language, languages, `event-verbs.tsv, ${trigger}`);
      expectOneOf(frame, frames, `event-verbs.tsv, ${trigger}`);
      for (const alternatives of needs.split(',')) {
        const [plain = ''] = alternatives.split(/\|?has:/);
        for (const need of plain === '' ? [] : plain.split('|'))
          expectOneOf(need, needsKnown, `event-verbs.tsv, ${trigger}`);
      }
      const row = [language, type, action, frame, needs].join('\t');
      const verb = verbs.get(row) ?? verbs.size;
      verbs.set(row, verb);
      const base = trigger.replace(/\(.*/, '');
      for (const form of forms(trigger, language)) {
        triggers.push(form === base ? [form, verb] : [form, verb, 1]);
      }
    }
    const cues = readRows(root, 'event-cues.tsv', 3);
    for (const [cue = '', language = ''] of cues) expectOneOf(language, languages, `event-cues.tsv, ${cue}`);
    const places = readRows(root, 'places.tsv', 3).map(([chinese = '', english = '', others = '']) => [
      chinese,
      ...(english === '-' ? [] : [english]),
      ...(others === '-' ? [] : others.split('|')),
    ]);
    const pairs = readRows(root, 'word-pairs.tsv', 2);
    const common = readList(`${root}dictionaries/common-words-en.txt`);
    writeFileSync(
      `${out}events.json`,
      JSON.stringify({
        format: 2,
        verbs: [...verbs.keys()].map((row) => row.split('\t')),
        triggers,
        cues: cues.map(([cue, , kind]) => [cue, kind]),
        places,
        pairs,
        common,
      }),
    );
  },
};

export default step;
