/** dict.txt of jieba, the two hidden Markov models and the kernel -> the table of the tokenizer. */
import { readFileSync, writeFileSync } from 'node:fs';
import { buildWordTable, type WordEntry } from '../../lexicon/word-table.js';
import { compilePosHmm } from '../../tokenizer/pos-hmm-source.js';
import { packTokenizerData, TOKENIZER_FILE } from '../../tokenizer/tokenizer-data.js';
import { compileWordHmm } from '../../tokenizer/word-hmm-source.js';
import { compileAssemblyScript } from '../assembly-script.js';
import type { CompileStep } from '../step.js';

const DICT = 'node_modules/@node-rs/jieba/dict.txt';
const LICENSE = 'node_modules/@node-rs/jieba/LICENSE';
/** Python jieba 0.42.1 has this entry and the copy in the dependency lacks it. */
const MISSING = 'B超 3 n';
const WORD_HMM = 'dictionaries/hmm.tsv';
const POS_HMM = 'dictionaries/hmm-pos.tsv';
const KERNEL = 'src/kernel/cut.ts';
/** The kernel imports its functions of JavaScript from a module of this name. */
const KERNEL_FILE = 'cut.ts';

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

const step: CompileStep = {
  name: 'tokenizer',
  inputs: [
    DICT,
    LICENSE,
    WORD_HMM,
    POS_HMM,
    KERNEL,
    'src/compile/assembly-script.ts',
    'src/lexicon/build-double-array.ts',
    'src/lexicon/container.ts',
    'src/lexicon/han.ts',
    'src/lexicon/natural-log.ts',
    'src/lexicon/word-table.ts',
    'src/tokenizer/pos-hmm-source.ts',
    'src/tokenizer/tokenizer-data.ts',
    'src/tokenizer/word-hmm-source.ts',
  ],
  outputs: [TOKENIZER_FILE, 'tokenizer.LICENSE.txt'],
  async run({ root, out }) {
    const read = (name: string): string => readFileSync(root + name, 'utf8');
    const words = buildWordTable(readEntries(read(DICT)));
    const kernel = (isShared: boolean): Promise<Uint8Array> =>
      compileAssemblyScript(
        KERNEL_FILE,
        (name) => (name === KERNEL_FILE ? read(KERNEL) : undefined),
        isShared,
      );
    const bytes = packTokenizerData(
      { words, wordHmm: compileWordHmm(read(WORD_HMM), WORD_HMM) },
      { tags: words, posHmm: compilePosHmm(read(POS_HMM), POS_HMM) },
      await kernel(false),
      await kernel(true),
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
