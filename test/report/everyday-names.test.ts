import { expect, it } from 'vitest';
import { withoutEverydayNames } from '../../src/report/analysis/everyday-names.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();

function namesIn(text: string): string[] {
  return withoutEverydayNames(text, tokenizer.segment(text)).flatMap(({ term }) => term?.canonical ?? []);
}

it.each([
  ['坚持吃苹果一个月的身体变化', []],
  ['苹果下调手机价格', ['Apple']],
  ['雷军说苹果是全球顶尖水平', ['Lei Jun', 'Apple']],
  ['当红剧组路透曝光', []],
  ['据路透报道多国央行将降息', ['Reuters']],
  ['多地惊现奥特曼身影', []],
  ['OpenAI 奥特曼承认策略失误', ['OpenAI', 'Sam Altman']],
  ['当甲骨文遇见春分 汉字里的节气', []],
])('reads the names of %s', (text, names) => {
  expect(namesIn(text)).toEqual(names);
});
