import { expect, it } from 'vitest';
import { extractEntities } from '../../src/entities/index.js';
import { ShownNames } from '../../src/report/analysis/shown-names.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();

function shown(canonical: string, texts: readonly string[]): string {
  const names = new ShownNames();
  for (const text of texts) names.count(text, extractEntities(text, tokenizer.segment(text)));
  return names.of(canonical);
}

it.each([
  [
    'as most posts have it in Chinese',
    'Nvidia',
    ['英伟达发布财报', '英伟达股价创新高', 'Nvidia is up'],
    '英伟达',
  ],
  ['by its short name', 'Xibei', ['西贝回应争议', '西贝暂停后厨开放'], '西贝'],
  ['in Chinese though posts write it in two ways', 'AI coding', ['AI 编程工具', 'AI编程大赛'], 'AI编程'],
  ['as posts call it where none uses the canonical name', 'X Platform', ['banned on Twitter'], 'Twitter'],
  ['by the canonical name where posts differ in case alone', 'OpenAI', ['openai is hiring'], 'OpenAI'],
])('shows a name %s', (_, canonical, texts, name) => {
  expect(shown(canonical, texts)).toBe(name);
});
