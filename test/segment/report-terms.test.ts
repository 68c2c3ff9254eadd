import { describe, expect, it } from 'vitest';
import { Tokenizer } from '../../src/tokenizer/index.js';

/** Names and amounts of a report of the field, each in a sentence around it. */
const names = (
  'Nvidia|Orchestrator-8B|GPT-5|Gemini 3 Pro|Claude Opus 4.5|GPT-5.1|MiniMax M2|Olmo 3|SAM3D-Body|Vidi2|AI Agent|' +
  'Better Agents|Felo LiveDoc|LangSmith Insights Agent|OpenAI|ChatGPT|ChatGPT Plus|Claude Pro|OpenReview|' +
  'Interleaved Thinking|Erdos猜想|DeepSeek|生成-验证-元验证|IMO 2025|IMO|GitHub|SoftBank|Oracle|CoreWeave|Matrix|' +
  'GeoSpy AI|Hugging Face PRO|Gemini|Claude|Twitter'
).split('|');
const amounts = (
  '近1000亿美元|9美元/月|2.5倍|8B参数|30年|2025年11月30日|11月28日|2025年11月28日|' +
  '30%|$20/mo|128K上下文|Q3 2026|三成|两千万|$1.2 billion|¥5万|10x'
).split('|');

const tokenizer = Tokenizer.loadSync();

function whole(name: string, before: string, after: string): boolean {
  const start = before.length;
  return tokenizer
    .segment(before + name + after)
    .some((token) => token.start === start && token.end === start + name.length);
}

describe('names and amounts of a report of the field', () => {
  it.each(names)('keeps %s whole', (name) => {
    expect(whole(name, '其中', '在近期受到关注')).toBe(true);
    expect(whole(name, '关注 ', '、以及其他')).toBe(true);
    expect(whole(name, '(', ')')).toBe(true);
  });

  it.each(amounts)('keeps %s whole and reads it as data', (amount) => {
    const text = `其中 ${amount} 的部分`;
    const token = tokenizer.segment(text).find(({ start }) => start === 3);
    expect(token?.text).toBe(amount);
    expect(token?.kind).toBe('number');
    expect(token?.quantity).toBeDefined();
  });
});
