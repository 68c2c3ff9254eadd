/** jieba's dictionary, from the development dependency that ships it, into the double-array table. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { compareStrings } from '../../base/compare.js';
import { buildDoubleArray } from '../../lexicon/build-double-array.js';
import { packSections } from '../../lexicon/container.js';
import { JIEBA_KIND, JIEBA_VERSION } from '../../lexicon/jieba-table.js';
import type { CompileStep } from '../step.js';

const source = 'node_modules/@node-rs/jieba/dict.txt';
/** Python jieba 0.42.1 has this entry and the copy in the dependency lacks it. */
const missing = ['B超 3 n'];

interface Entry {
  frequency: number;
  tag: string;
}

const step: CompileStep = {
  name: 'jieba',
  inputs: [source, 'src/lexicon', 'node_modules/@node-rs/jieba/LICENSE'],
  outputs: ['jieba.bin', 'jieba-tags.bin', 'jieba.LICENSE'],
  run({ root, out }) {
    const entries = new Map<string, Entry>();
    let total = 0;
    for (const line of [...readFileSync(root + source, 'utf8').split('\n'), ...missing]) {
      if (line.trim() === '') continue;
      const [word, count, tag] = line.trim().split(' ');
      const frequency = Number(count);
      if (word === undefined || tag === undefined || !Number.isInteger(frequency)) {
        throw new Error(`${source}: "${line}" is not "word frequency tag"`);
      }
      entries.set(word, { frequency, tag });
      total += frequency;
    }

    const uses = new Map<number, number>();
    for (const word of entries.keys()) {
      for (let i = 0; i < word.length; i++) {
        const unit = word.charCodeAt(i);
        uses.set(unit, (uses.get(unit) ?? 0) + 1);
      }
    }
    const units = [...uses].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([unit]) => unit);
    const codes = new Uint16Array(65536);
    for (const [index, unit] of units.entries()) codes[unit] = index + 1;

    const frequencies = [...new Set([...entries.values()].map(({ frequency }) => frequency))].sort(
      (a, b) => a - b,
    );
    if (frequencies[0] === 0) throw new Error(`${source}: a word with frequency 0`);
    const ranks = new Map(frequencies.map((frequency, index) => [frequency, index + 1]));
    const tags = [...new Set([...entries.values()].map(({ tag }) => tag))].sort(compareStrings);
    const tagNumbers = new Map(tags.map((tag, index) => [tag, index + 1]));

    const coded = [...entries].map(([word, entry]) => ({
      key: Uint16Array.from(word, (_, i) => codes[word.charCodeAt(i)] as number),
      entry,
    }));
    coded.sort((a, b) => compareKeys(a.key, b.key));
    const trie = buildDoubleArray(
      coded.map(({ key }) => key),
      Uint16Array.from(coded, ({ entry }) => ranks.get(entry.frequency) as number),
    );

    const tagOf = new Uint8Array(trie.size);
    for (const { key, entry } of coded) {
      let state = 0;
      for (const code of key) state = (trie.units[2 * state] as number) + code;
      tagOf[state] = tagNumbers.get(entry.tag) as number;
    }
    const logs = Float64Array.from([0, ...frequencies.map((frequency) => Math.log(frequency))]);
    writeFileSync(
      `${out}jieba.bin`,
      packSections(JIEBA_KIND, JIEBA_VERSION, [
        Float64Array.of(total),
        codes,
        Int32Array.from([0, ...frequencies]),
        logs,
        trie.units,
      ]),
    );
    writeFileSync(
      `${out}jieba-tags.bin`,
      packSections('TAGS', 1, [new TextEncoder().encode(tags.join(' ')), tagOf]),
    );
    copyFileSync(`${root}node_modules/@node-rs/jieba/LICENSE`, `${out}jieba.LICENSE`);
  },
};

function compareKeys(a: Uint16Array, b: Uint16Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

export default step;
