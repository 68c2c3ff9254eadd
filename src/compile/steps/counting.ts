/** Stop words and jieba's document frequencies. */
import { readFileSync, writeFileSync } from 'node:fs';
import { packSections } from '../../lexicon/container.js';
import { packFrontCoded } from '../../lexicon/front-coding.js';
import { packVarints } from '../../lexicon/varint.js';
import type { CompileStep } from '../step.js';
import { readList } from '../table.js';
import { readTraditional, traditionalForms } from '../traditional.js';

const idf = 'node_modules/@node-rs/jieba/idf.txt';

/** Traditional characters that simplified texts use as well, and that the table therefore leaves out; in these words they are sure. */
const shared = [
  ['於', '于'],
  ['後', '后'],
  ['裡', '里'],
  ['裏', '里'],
  ['著', '着'],
] as const;

const step: CompileStep = {
  name: 'counting',
  inputs: [
    'dictionaries/stop-words-zh.txt',
    'dictionaries/stop-words-en.txt',
    'dictionaries/traditional.tsv',
    'src/compile/traditional.ts',
    idf,
    'src/lexicon/container.ts',
    'src/lexicon/front-coding.ts',
    'src/lexicon/varint.ts',
  ],
  outputs: ['stop-words.txt', 'idf.bin'],
  run({ root, out }) {
    const formsOf = new Map<string, string[]>();
    for (const [traditional, simplified] of [...readTraditional(`${root}dictionaries/`), ...shared])
      formsOf.set(simplified, [...(formsOf.get(simplified) ?? []), traditional]);
    const words = new Set([
      ...readList(`${root}dictionaries/stop-words-zh.txt`).flatMap((word) => traditionalForms(word, formsOf)),
      ...readList(`${root}dictionaries/stop-words-en.txt`),
    ]);
    writeFileSync(`${out}stop-words.txt`, [...words].join('\n'));
    // Words in the order of their bytes, and for each the rank of its idf among the different ones, the most frequent first.
    const entries: { readonly word: string; readonly value: number }[] = [];
    for (const line of readFileSync(root + idf, 'utf8').split('\n')) {
      if (line.trim() === '') continue;
      const [word, value] = line.trim().split(' ');
      if (word === undefined || !Number.isFinite(Number(value)))
        throw new Error(`${idf}: bad line "${line}"`);
      entries.push({ word, value: Number(value) });
    }
    entries.sort((a, b) => Buffer.compare(Buffer.from(a.word), Buffer.from(b.word)));
    const values = entries.map(({ value }) => value);
    const counts = new Map<number, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    const different = Float64Array.from(
      [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]),
      ([value]) => value,
    );
    const ranks = new Map([...different].map((value, rank) => [value, rank]));
    writeFileSync(
      `${out}idf.bin`,
      packSections('IDF1', 4, [
        packFrontCoded(entries.map(({ word }) => word)),
        different,
        packVarints(values.map((value) => ranks.get(value) as number)),
      ]),
    );
  },
};

export default step;
