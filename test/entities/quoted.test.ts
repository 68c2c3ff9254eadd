import { expect, it } from 'vitest';
import { extractEntities } from '../../src/entities/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();
const names = (text: string): string[] =>
  extractEntities(text, tokenizer.segment(text)).flatMap(({ text: words, category }) =>
    category === 'name' ? [words] : [],
  );

it.each(['争当“标王”', '存储巨头的“复仇”', '被贴上“幼稚”“天真”等标签', '自己做「中心」'])(
  'a word in quotes is no name: %s',
  (text) => {
    expect(names(text)).toEqual([]);
  },
);

it.each([
  ['阿里发布「悟空」', '悟空'],
  ['「灵犀」大模型上线', '灵犀'],
  ['新片《硬汉》上映', '硬汉'],
  ['“Hatch”来了', 'Hatch'],
])('unless something is called so: %s', (text, name) => {
  expect(names(text)).toEqual([name]);
});
