import { expect, test } from 'vitest';
import { toldTokens, withoutCredit } from '../../src/entities/stories/told-tokens.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();

function left(text: string, leave: typeof toldTokens): string {
  return leave(tokenizer.segment(text))
    .map((token) => token.text)
    .join('')
    .trim();
}

test.each([
  ['中国股市下跌，市场正等待会谈释放信号 - Bloomberg.com', '中国股市下跌，市场正等待会谈释放信号'],
  ["Cisco reports earnings that beat - Investor's Business Daily", 'Cisco reports earnings that beat'],
  [
    'OpenAI hires Arvind KC as chief people officer (Agnee Ghosh/Bloomberg)',
    'OpenAI hires Arvind KC as chief people officer',
  ],
  [
    'Tencent reports first-quarter revenue up nine percent (Bloomberg)',
    'Tencent reports first-quarter revenue up nine percent',
  ],
  ['组图：元彬登封面 形象成熟内敛不羁', '元彬登封面 形象成熟内敛不羁'],
  ['台湾男子在造势会上呛声遭围殴(组图)', '台湾男子在造势会上呛声遭围殴'],
  ['Show HN: 一款用于查看会话的开源本地跟踪查看器', '一款用于查看会话的开源本地跟踪查看器'],
  [
    'Musk’s xAI runs 50 turbines unchecked | TechCrunch https://t.co/x',
    'Musk’s xAI runs 50 turbines unchecked',
  ],
])('%s is read without where it was published', (text, told) => {
  expect(left(text, withoutCredit)).toBe(told);
});

test.each([
  'Claude Code - Anthropic',
  '一个多 Agent 框架 — AI Agent 背后的关键技术',
  'Meta 的股价 2026 年第一季度 - 10%',
  'We tested the model (and/or the data)',
  'Google rolls out its newest assistant to phones (Gemini)',
  'The price fell by half - what now?',
  'State-of-the-art results on GPT-5 and Qwen3-Max',
  'Show me HN: nothing',
  '',
])('nothing is left out of %j', (text) => {
  const tokens = tokenizer.segment(text);
  expect(withoutCredit(tokens)).toBe(tokens);
});

test('a pile of hashtags tells nothing, a tag or three do', () => {
  expect(left('新模型开源 #AI #LLM #GPT #OpenAI', toldTokens)).toBe('新模型开源');
  expect(left('新模型开源 #AI #LLM', toldTokens)).toBe('新模型开源 #AI #LLM');
});
