import { describe, expect, test } from 'vitest';
import { EntityCounts, extractEntities, extractEvents, joinEvents } from '../../src/entities/index.js';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();
const sentence = '罗马尼亚政府昨天批准裁员计划，OpenAI 发布 GPT-5.5，用户都说太好用了。';

describe('entities and events of what is out of the ordinary', () => {
  test('an empty text, an empty corpus and no tokens give nothing', () => {
    expect(extractEntities('', [])).toEqual([]);
    expect(extractEvents('', [])).toEqual([]);
    expect(joinEvents([])).toEqual([]);
    expect(new EntityCounts().names()).toEqual([]);
    expect(new EntityCounts().merge(new EntityCounts()).toJSON().posts).toBe(0);
  });

  test('posts that are all the same are one story with all of them', () => {
    const text = 'OpenAI 发布 GPT-5.5，更快更便宜';
    const tokens = tokenizer.segment(text);
    const entities = extractEntities(text, tokens);
    const events = extractEvents(text, tokens, { entities });
    const posts = Array.from({ length: 30 }, (_, i) => ({
      id: String(i),
      text,
      tokens,
      entities,
      events,
      author: `a${i}`,
    }));
    const stories = joinEvents(posts);
    expect(stories).toHaveLength(1);
    expect(stories[0]?.postCount).toBe(30);
  });

  test('a text that is none, and times that are none, are refused by name', () => {
    expect(() => extractEntities(undefined as unknown as string, [])).toThrow(/text: expected a string/u);
    expect(() => extractEvents('', [], { minConfidence: Number.NaN })).toThrow(/minConfidence/u);
  });

  test('a megabyte is read in the time of its length, with the same names all along', () => {
    const text = sentence.repeat(10_000);
    const entities = extractEntities(text, tokenizer.segment(text));
    const offices = entities.filter(({ text: name }) => name === '罗马尼亚政府');
    expect(offices).toHaveLength(10_000);
    expect(offices.at(-1)?.start).toBe(sentence.length * 9_999);
  }, 120_000);
});
