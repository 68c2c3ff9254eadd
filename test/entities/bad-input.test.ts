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

  test('a long post of many events is joined in the time of its length', () => {
    const text = sentence.repeat(2000);
    const tokens = tokenizer.segment(text);
    const entities = extractEntities(text, tokens);
    const events = extractEvents(text, tokens, { entities });
    expect(events.length).toBeGreaterThan(2000);
    expect(joinEvents([{ id: '1', text, tokens, entities, events }]).length).toBeGreaterThan(0);
  }, 60_000);

  test.each([[5], [[null]], [[{}]], [[{ canonical: 'OpenAI', category: 'company' }]]])(
    'entities that are none are refused: %j',
    (entities) => {
      const refused = expect.objectContaining({ code: 'INVALID_ARGUMENT' });
      expect(() => extractEvents('', [], { entities: entities as never })).toThrow(refused);
      expect(() => new EntityCounts().add(entities as never)).toThrow(refused);
    },
  );

  test('a megabyte is read in the time of its length, with the same names all along', () => {
    const text = sentence.repeat(10_000);
    const entities = extractEntities(text, tokenizer.segment(text));
    const offices = entities.filter(({ text: name }) => name === '罗马尼亚政府');
    expect(offices).toHaveLength(10_000);
    expect(offices.at(-1)?.start).toBe(sentence.length * 9_999);
  }, 120_000);
});

describe('posts that are none are refused by their place', () => {
  const text = 'OpenAI 发布 GPT-5.5';
  const tokens = tokenizer.segment(text);
  const entities = extractEntities(text, tokens);
  const post = { id: '1', text, tokens, entities, events: extractEvents(text, tokens, { entities }) };
  const event = post.events[0];

  test.each<[object, RegExp]>([
    [{ id: 7 }, /posts\[1\]\.id: expected a string, got 7/u],
    [{}, /posts\[1\]\.id: expected what is not there twice, got "1"/u],
    [{ id: '2', tokens: [{}] }, /posts\[1\]\.tokens\[0\]: expected a token/u],
    [{ id: '2', entities: [{}] }, /posts\[1\]\.entities\[0\]: expected an entity/u],
    [{ id: '2', entities: [...entities, null] }, /posts\[1\]\.entities\[2\]: expected an entity, got null/u],
    [{ id: '2', events: [{}] }, /posts\[1\]\.events\[0\]: expected an event/u],
    [{ id: '2', events: [event, 3] }, /posts\[1\]\.events\[1\]: expected an event, got 3/u],
    [{ id: '2', events: [{ ...event, amounts: [{}] }] }, /posts\[1\]\.events\[0\]: expected an event/u],
    [{ id: '2', events: [{ ...event, object: {} }] }, /posts\[1\]\.events\[0\]: expected an event/u],
  ])('%j', (part, message) => {
    expect(() => joinEvents([post, { ...post, ...part } as typeof post])).toThrow(message);
  });
});

describe('damaged entity counts are refused by what is wrong', () => {
  const counts = new EntityCounts();
  for (const text of ['OpenAI 和谷歌合作', 'OpenAI 和谷歌竞争', '英伟达发布新品']) {
    counts.add(extractEntities(text, tokenizer.segment(text)));
  }
  const state = counts.toJSON();
  const [[a, , most] = ['', '', 0]] = state.names;

  test('while what was given is read', () => {
    expect(state.pairs.length).toBeGreaterThan(0);
    expect(EntityCounts.from(JSON.parse(JSON.stringify(state))).toJSON()).toEqual(state);
  });

  test.each([
    [{ posts: -1 }, /posts: expected an integer of at least 0, got -1/u],
    [{ posts: 1.5 }, /posts: expected an integer/u],
    [{ names: [[a, 'company', 4]] }, /names\[0\]\[2\]: expected an integer from 1 to 3, got 4/u],
    [{ names: [[a, 'company', 1.5]] }, /names\[0\]\[2\]: expected an integer/u],
    [{ names: [[a, 'company', 0]] }, /names\[0\]\[2\]: expected an integer/u],
    [{ names: [[a, null, 1]] }, /names\[0\]\[1\]: expected a string, got null/u],
    [{ names: [[5, 'company', 1]] }, /names\[0\]\[0\]: expected a string, got 5/u],
    [{ names: [null] }, /names\[0\]: expected an array/u],
    [{ names: [state.names[0], state.names[0]] }, /names\[1\]\[0\]: expected what is not there twice/u],
    [{ pairs: [['甲', '乙', 1]] }, /pairs\[0\]\[0\]: expected one of the names, got "甲"/u],
    [{ pairs: [[a, '乙', 1]] }, /pairs\[0\]\[1\]: expected one of the names, got "乙"/u],
    [{ pairs: [[a, a, 1]] }, /pairs\[0\]: expected what is not there twice/u],
    [
      { pairs: [[state.pairs[0]?.[1], state.pairs[0]?.[0], 1]] },
      /pairs\[0\]: expected two names by code units/u,
    ],
    [{ pairs: [state.pairs[0], state.pairs[0]] }, /pairs\[1\]: expected what is not there twice/u],
    [
      { pairs: [[...(state.pairs[0]?.slice(0, 2) ?? []), most + 1]] },
      /pairs\[0\]\[2\]: expected an integer/u,
    ],
    [{ pairs: [[...(state.pairs[0]?.slice(0, 2) ?? []), 1.5]] }, /pairs\[0\]\[2\]: expected an integer/u],
    [{ pairs: null }, /pairs: expected an array/u],
  ])('%j', (change, message) => {
    expect(() => EntityCounts.from({ ...state, ...change } as never)).toThrow(
      expect.objectContaining({ code: 'INVALID_DATA', message: expect.stringMatching(message) }),
    );
  });
});
