import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { TextMaker } from '../../test/tokenizer/support/generate.js';
import type { Said } from '../page.js';
import type { Runner } from './runner.js';

/** A tokenizer in the bench: `load` gives what cuts a text. */
export interface Contender {
  readonly id: string;
  readonly name: Said;
  /** Whether it shall cut as Python jieba does. */
  readonly isJieba?: boolean;
  load(): Promise<(text: string) => unknown>;
  /** What takes all texts in one call, for a contender that has such a thing: then this is what is measured. */
  loadForAll?(): Promise<(texts: readonly string[]) => unknown>;
}

const peers = createRequire(fileURLToPath(new URL('../peers/package.json', import.meta.url)));

async function ours(): Promise<import('../../src/tokenizer/index.js').Tokenizer> {
  const { Tokenizer } = await import('../../src/tokenizer/index.js');
  return Tokenizer.loadSync();
}

/** 10,000 words of two to five characters; about a third of them are in the dictionary already. */
export function newWords(): { readonly word: string; readonly frequency: number }[] {
  const maker = new TextMaker(7);
  return Array.from({ length: 10_000 }, () => {
    const word = (maker.word() + maker.word()).slice(0, 2 + maker.below(4));
    return { word, frequency: 1 + maker.below(50) };
  });
}

export const contenders: readonly Contender[] = [
  {
    id: 'redian encode',
    name: 'redian encode',
    async load() {
      const tokenizer = await ours();
      return (text) => tokenizer.encode(text);
    },
  },
  {
    id: 'redian encodeBatch',
    name: { zh: 'redian encodeBatch，一次交给它全部文本', en: 'redian encodeBatch, all texts in one call' },
    async load() {
      const tokenizer = await ours();
      return (text) => tokenizer.encodeBatch([text]);
    },
    async loadForAll() {
      const tokenizer = await ours();
      return (texts) => tokenizer.encodeBatch(texts);
    },
  },
  {
    id: 'redian encode, 10,000 words added',
    name: { zh: 'redian encode，加了一万个词', en: 'redian encode, 10,000 words added' },
    async load() {
      const tokenizer = await ours();
      for (const { word, frequency } of newWords()) tokenizer.addWord(word, frequency);
      return (text) => tokenizer.encode(text);
    },
  },
  {
    id: 'redian cut',
    name: 'redian cut',
    async load() {
      const tokenizer = await ours();
      return (text) => tokenizer.cut(text);
    },
  },
  {
    id: 'redian segment',
    name: 'redian segment',
    async load() {
      const tokenizer = (await ours()) as unknown as { segment?: (text: string) => unknown };
      const { segment } = tokenizer;
      if (segment === undefined) throw new Error('this version has no segment');
      return (text) => segment.call(tokenizer, text);
    },
  },
  {
    id: '@node-rs/jieba cut',
    name: '@node-rs/jieba cut',
    isJieba: true,
    async load() {
      const { Jieba } = peers('@node-rs/jieba');
      const jieba = Jieba.withDict(peers('@node-rs/jieba/dict.js').dict);
      return (text) => jieba.cut(text, true);
    },
  },
  {
    id: 'nodejieba cut',
    name: 'nodejieba cut',
    isJieba: true,
    async load() {
      const jieba = peers('nodejieba');
      jieba.load();
      return (text) => jieba.cut(text, true);
    },
  },
  {
    id: 'jieba-wasm cut',
    name: 'jieba-wasm cut',
    isJieba: true,
    async load() {
      const jieba = peers('jieba-wasm');
      jieba.cut('热', true);
      return (text) => jieba.cut(text, true);
    },
  },
  {
    id: 'segmentit',
    name: 'segmentit',
    async load() {
      const { Segment, useDefault } = peers('segmentit');
      const segment = useDefault(new Segment());
      return (text) => segment.doSegment(text, { simple: true });
    },
  },
  {
    id: 'Intl.Segmenter',
    name: 'Intl.Segmenter',
    async load() {
      const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
      return (text) => Array.from(segmenter.segment(text), ({ segment }) => segment);
    },
  },
];

/** Without spaces, which segmentit leaves out. */
const bare = (text: string): string => text.replace(/\s/g, '');

/** The least share of texts that a peer which claims to be jieba shall cut as redian does; the best reach .97 and more. */
const ALIKE = 0.85;

/**
 * @throws if what a peer gives is no cut of the text (a word lost, another string), or if it claims to be jieba and cuts
 *   too many texts otherwise: its speed would then be that of other work.
 */
export async function mustCompare(
  runners: readonly Runner[],
  corpus: number,
  name: string,
  texts: readonly string[],
): Promise<void> {
  const own = runners.find(({ contender }) => contender.id === 'redian cut');
  if (own === undefined) throw new Error('redian itself cannot be loaded');
  const count = Math.min(200, texts.length);
  const expected = (await own.show(corpus, count)) as string[][];
  for (const runner of runners) {
    const { id, isJieba } = runner.contender;
    if (id.startsWith('redian')) continue;
    const shown = (await runner.show(corpus, id === 'segmentit' ? 5 : count)) as string[][];
    shown.forEach((words, i) => {
      if (!Array.isArray(words) || bare(words.join('')) !== bare(texts[i]))
        throw new Error(
          `${id} is not comparable on ${name}: it does not give the words of ${JSON.stringify(texts[i].slice(0, 40))}`,
        );
    });
    const alike = shown.filter((words, i) => words.join('\n') === expected[i].join('\n')).length;
    if (isJieba === true && alike < ALIKE * count)
      throw new Error(`${id} is not comparable on ${name}: it cuts ${alike} of ${count} texts as jieba does`);
  }
}
