import { describe, expect, it } from 'vitest';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();
const canonicals = (text: string): string[] =>
  tokenizer.segment(text).flatMap(({ term }) => (term === undefined ? [] : [term.canonical]));

describe('terms as they are called in Taiwan', () => {
  it.each([
    ['人工智慧', 'AI'],
    ['推動人工智慧產業', 'AI'],
    ['生成式人工智慧', 'generative AI'],
    ['通用人工智慧', 'AGI'],
    ['資料中心', 'data center'],
    ['資料標註', 'data labeling'],
    ['神經網路', 'neural network'],
    ['類神經網路', 'neural network'],
    ['卷積神經網路', 'convolutional neural network'],
    ['量子電腦', 'quantum computer'],
    ['大型語言模型', 'LLM'],
    ['開放原始碼', 'open source'],
    ['電腦視覺', 'computer vision'],
    ['語音辨識', 'speech recognition'],
    ['AI晶片', 'AI chip'],
    ['位元組跳動', 'ByteDance'],
    ['人工智能', 'AI'],
    ['數據中心', 'data center'],
    ['機器學習', 'machine learning'],
  ])('%s is %s', (text, canonical) => {
    expect(canonicals(text)).toContain(canonical);
  });
});

describe('the next version of a model of the dictionary', () => {
  it.each([
    'Boltz-3',
    'Chronos-3',
    'ColBERTv3',
    'CosyVoice 4',
    'Inflection-3',
    'INTELLECT-4',
    'InternVideo3',
    'Kosmos-3',
    'OmniGen3',
    'Ovis3',
    'Tripo 4.0',
    'Vidi3',
  ])('%s', (name) => {
    expect(tokenizer.segment(name)).toMatchObject([{ term: { canonical: name, guessed: true } }]);
  });

  it.each(['Chronos was a god', 'the evo 8 car', 'vidi vici', 'the mochi 2 of us'])(
    'an ordinary word is no family: %s',
    (text) => {
      expect(canonicals(text)).not.toContainEqual(expect.stringMatching(/^(?:Chronos|Evo|Vidi|Mochi)/u));
    },
  );
});
