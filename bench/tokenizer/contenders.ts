import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { TextMaker } from '../../test/tokenizer/support/generate.js';

/** A tokenizer in the bench; `run` cuts a text and gives what it made of it. */
export interface Contender {
  readonly name: string;
  load(): Promise<(text: string) => unknown>;
}

const peers = createRequire(fileURLToPath(new URL('../peers/package.json', import.meta.url)));

async function ours(): Promise<import('../../src/tokenizer/index.js').Tokenizer> {
  const { Tokenizer } = await import('../../src/tokenizer/index.js');
  return Tokenizer.loadSync();
}

export const contenders: readonly Contender[] = [
  {
    name: 'redian encode',
    async load() {
      const tokenizer = await ours();
      return (text) => tokenizer.encode(text);
    },
  },
  {
    name: 'redian encode, 10,000 words added',
    async load() {
      const tokenizer = await ours();
      const maker = new TextMaker(7);
      for (let i = 0; i < 10_000; i++) {
        const word = (maker.word() + maker.word()).slice(0, 2 + maker.below(4));
        tokenizer.addWord(word, 1 + maker.below(50));
      }
      return (text) => tokenizer.encode(text);
    },
  },
  {
    name: 'redian cut',
    async load() {
      const tokenizer = await ours();
      return (text) => tokenizer.cut(text);
    },
  },
  {
    name: 'redian segment',
    async load() {
      const tokenizer = (await ours()) as unknown as { segment?: (text: string) => unknown };
      const { segment } = tokenizer;
      if (segment === undefined) throw new Error('this version has no segment');
      return (text) => segment.call(tokenizer, text);
    },
  },
  {
    name: '@node-rs/jieba cut',
    async load() {
      const { Jieba } = peers('@node-rs/jieba');
      const jieba = Jieba.withDict(peers('@node-rs/jieba/dict.js').dict);
      return (text) => jieba.cut(text, true);
    },
  },
  {
    name: 'nodejieba cut',
    async load() {
      const jieba = peers('nodejieba');
      jieba.load();
      return (text) => jieba.cut(text, true);
    },
  },
  {
    name: 'jieba-wasm cut',
    async load() {
      const jieba = peers('jieba-wasm');
      jieba.cut('热', true);
      return (text) => jieba.cut(text, true);
    },
  },
  {
    name: 'segmentit',
    async load() {
      const { Segment, useDefault } = peers('segmentit');
      const segment = useDefault(new Segment());
      return (text) => segment.doSegment(text, { simple: true });
    },
  },
  {
    name: 'Intl.Segmenter',
    async load() {
      const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
      return (text) => Array.from(segmenter.segment(text), ({ segment }) => segment);
    },
  },
];
