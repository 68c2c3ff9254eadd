/** dict.txt of jieba, the two hidden Markov models and the cutter in WebAssembly -> the table of the tokenizer. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { packTokenizerData, TOKENIZER_FILE } from '../../tokenizer/tokenizer-data.js';
import { compileAssemblyScript } from '../assembly-script.js';
import { compilePosHmm } from '../pos-hmm.js';
import type { CompileStep } from '../step.js';
import { compileWordHmm } from '../word-hmm.js';
import { buildWordTable, type WordEntry } from '../word-table.js';

const DICT = 'node_modules/@node-rs/jieba/dict.txt';
const LICENSE = 'node_modules/@node-rs/jieba/LICENSE';
/** Python jieba 0.42.1 has this entry and the copy in the dependency lacks it. */
const MISSING = 'B超 3 n';
const WORD_HMM = 'dictionaries/hmm.tsv';
const POS_HMM = 'dictionaries/hmm-pos.tsv';
const CUTTER = 'src/wasm/cutter';

function readEntries(text: string): WordEntry[] {
  const entries: WordEntry[] = [];
  for (const line of [...text.split('\n'), MISSING]) {
    if (line === '') continue;
    const [word, digits, tag, ...rest] = line.split(' ');
    const frequency = Number(digits);
    if (!word || !Number.isSafeInteger(frequency) || frequency < 1 || !tag || rest.length > 0) {
      throw new Error(`${DICT}: expected "word frequency tag", got "${line}"`);
    }
    entries.push({ word, frequency, tag });
  }
  return entries;
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

const step: CompileStep = {
  name: 'tokenizer',
  inputs: [
    DICT,
    LICENSE,
    WORD_HMM,
    POS_HMM,
    CUTTER,
    'src/compile/assembly-script.ts',
    'src/compile/double-array.ts',
    'src/compile/pos-hmm.ts',
    'src/compile/word-hmm.ts',
    'src/compile/word-table.ts',
    'src/lexicon/container.ts',
    'src/lexicon/han.ts',
    'src/lexicon/natural-log.ts',
    'src/lexicon/word-table.ts',
    'src/tokenizer/jieba-classes.ts',
    'src/tokenizer/tokenizer-data.ts',
  ],
  outputs: [TOKENIZER_FILE, 'tokenizer.LICENSE.txt'],
  async run({ root, out }) {
    const read = (name: string): string => readFileSync(root + name, 'utf8');
    const words = buildWordTable(readEntries(read(DICT)));
    const wasm = (isShared: boolean): Promise<Uint8Array> =>
      compileAssemblyScript('main.ts', (name) => readIfThere(`${root}${CUTTER}/${name}`), isShared);
    const bytes = packTokenizerData(
      { words, wordHmm: compileWordHmm(read(WORD_HMM), WORD_HMM) },
      { tags: words, posHmm: compilePosHmm(read(POS_HMM), POS_HMM) },
      await wasm(false),
      await wasm(true),
    );
    writeFileSync(out + TOKENIZER_FILE, bytes);
    writeFileSync(
      `${out}tokenizer.LICENSE.txt`,
      'Dictionary and models in tokenizer.bin: jieba 0.42.1, Copyright (c) 2013 Sun Junyi, MIT License,\n' +
        `the dictionary as @node-rs/jieba ships it:\n\n${read(LICENSE)}`,
    );
  },
};

export default step;
