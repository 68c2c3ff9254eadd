import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type EventPost,
  extractEntities,
  extractEvents,
  joinEvents,
  type Story,
} from '../../src/entities/index.js';
import { money, type Piece, term, tokens } from './tokens.js';

const openai = term('OpenAI', 'company');
const meta = term('Meta', 'company');
const groq = term('Groq', 'company');
const manus = term('Manus', 'company');
const hour = 3_600_000;

function post(id: string, author: string, time: number, ...pieces: readonly (string | Piece)[]): EventPost {
  const { text, tokens: list } = tokens(...pieces);
  const entities = extractEntities(text, list);
  const events = extractEvents(text, list, { entities });
  return { id, text, tokens: list, entities, events, author, createdAt: time * hour, engagement: 1 };
}

function only(stories: readonly Story[]): Story {
  const [story, ...others] = stories;
  if (story === undefined || others.length > 0) throw new Error(`expected one story, got ${stories.length}`);
  return story;
}

const chinese = post('1', 'a', 0, meta, '宣布', money('20亿美元', 2e9), '收购', manus);
const english = post('2', 'b', 1, meta, ' ', 'acquires', ' ', manus, ' ', 'for', ' ', money('$2B', 2e9));
const passive = post('3', 'c', 2, manus, '被', meta, '收购');
const denial = post('4', 'd', 3, meta, '否认', '收购', manus);

describe('joinEvents', () => {
  test('one event told by many, in two languages, in the passive, is one story', () => {
    const story = only(joinEvents([chinese, english, passive]));
    expect(story).toMatchObject({
      type: 'acquisition',
      postCount: 3,
      authorCount: 3,
      engagement: 3,
      modality: 'statement',
    });
    expect(story.actor?.canonical).toBe('Meta');
    expect(story.object?.canonical).toBe('Manus');
    expect(story.postIds).toEqual(['1', '2', '3']);
    expect(story.amounts).toMatchObject([{ role: 'acquisition', variants: [{ value: 2e9, posts: 2 }] }]);
    expect(story.chinese?.text).toContain('收购Manus');
    expect(story.english?.text).toBe('Meta acquires Manus for $2B');
  });

  test('a product of which others speak too does not join what is told of it', () => {
    const codex = term('Codex', 'product');
    const phone = post('1', 'a', 0, codex, ' ', '需要', '手机号', '验证');
    const paid = post('2', 'b', 1, codex, ' ', '试用量', '不够', '订阅');
    const poor = post('3', 'c', 2, codex, ' ', '穷鬼', '救星');
    const others = ['早安', '天气', '周末'].map((word, index) =>
      post(`${4 + index}`, 'd', 90 + 80 * index, codex, ' ', word, '随笔'),
    );
    const unlike = Array.from({ length: 60 }, (_, index) =>
      post(
        `f${index}`,
        'e',
        index,
        `天${String.fromCharCode(0x5000 + index)}`,
        `地${String.fromCharCode(0x6000 + index)}`,
      ),
    );
    for (const story of joinEvents([phone, paid, poor, ...others, ...unlike])) {
      expect(story.postIds.filter((id) => ['1', '2', '3'].includes(id)).length).toBeLessThan(2);
    }
  });

  test('who denies it is named and does not count as support', () => {
    const story = only(joinEvents([chinese, english, denial]));
    expect(story.denyingPostIds).toEqual(['4']);
    expect(story.postIds).toEqual(['1', '2']);
    expect(story.modality).toBe('statement');
  });

  test('different objects of one actor are different stories', () => {
    const other = post('5', 'e', 1, meta, '宣布', '收购', groq);
    expect(joinEvents([chinese, other])).toHaveLength(2);
  });

  test('different amounts of one actor are different stories where nothing else is shared', () => {
    const first = post('1', 'a', 0, openai, '完成', money('10亿美元', 1e9), '融资');
    const second = post(
      '2',
      'b',
      1,
      openai,
      ' ',
      'raises',
      ' ',
      money('$40B', 4e10),
      ' ',
      'from',
      ' ',
      'SoftBank',
    );
    expect(joinEvents([first, second])).toHaveLength(2);
  });

  test('amounts that differ for the same deed are variants with their counts', () => {
    const other = post('5', 'e', 1, meta, '宣布', money('30亿美元', 3e9), '收购', manus);
    const again = post('6', 'f', 1, meta, '宣布', money('20亿美元', 2e9), '收购', manus, '了');
    const story = only(joinEvents([chinese, other, again]));
    expect(story.amounts[0]?.variants).toEqual([
      { value: 2e9, text: '20亿美元', posts: 2 },
      { value: 3e9, text: '30亿美元', posts: 1 },
    ]);
  });

  test('a story that most call hearsay is a rumour', () => {
    const heard = (id: string) => post(id, id, 1, '据传', meta, '收购', manus);
    expect(only(joinEvents([chinese, heard('7'), heard('8')])).modality).toBe('rumour');
  });

  test('posts far apart in time are different stories', () => {
    const later = post('9', 'z', 24 * 30, meta, '宣布', money('20亿美元', 2e9), '收购', manus);
    expect(joinEvents([chinese, later])).toHaveLength(2);
  });

  test('posts without a verb that triggers make a story by what they share', () => {
    const filler = Array.from({ length: 30 }, (_, index) =>
      post(`f${index}`, 'x', 0, '闲聊', `话题${index}`, '而已'),
    );
    const first = post(
      '1',
      'a',
      0,
      openai,
      '的',
      money('1.4万亿美元', 1.4e12),
      '算力',
      '账单',
      '谁',
      '来',
      '付',
    );
    const second = post(
      '2',
      'b',
      1,
      money('1.4万亿美元', 1.4e12),
      '算力',
      '账单',
      '：',
      openai,
      '的',
      '豪赌',
    );
    const story = joinEvents([...filler, first, second]).find((one) => one.postIds.includes('1'));
    expect(story).toMatchObject({ type: 'other', postCount: 2, authorCount: 2 });
    expect(story?.names).toContain('OpenAI');
  });

  test('a thing that is seldom named joins posts of both languages that have little else in common', () => {
    const vidi = term('Vidi2', 'model');
    const filler = Array.from({ length: 40 }, (_, index) =>
      post(`f${index}`, 'x', 0, '闲聊', `话题${index}`, '而已'),
    );
    const posts = [
      post('1', 'a', 0, '长', '视频', '里', '找人', '，', vidi, '真', '快'),
      post('2', 'b', 1, vidi, ' ', 'finds', ' ', 'people', ' ', 'in', ' ', 'long', ' ', 'video'),
    ];
    const story = joinEvents([...filler, ...posts]).find((one) => one.postIds.includes('1'));
    expect(story?.postIds).toEqual(['1', '2']);
  });

  test('what one post in five says is not what the story says', () => {
    const filler = Array.from({ length: 40 }, (_, index) =>
      post(`f${index}`, 'x', 0, '闲聊', `话题${index}`, '而已'),
    );
    const same = (id: string, ...end: readonly string[]) =>
      post(id, id, 0, term('Orion', 'model'), '的', '算力', '账单', '涨到', '天上', ...end);
    const posts = [
      ...['1', '2', '3', '4', '5'].map((id) => same(id)),
      same('6', '，', '苹果', '收购', '果园'),
    ];
    const story = joinEvents([...filler, ...posts]).find((one) => one.postIds.includes('1'));
    expect(story?.type).toBe('other');
    expect(story?.statedBy).toBe(0);
  });

  test('the order of the posts does not matter', () => {
    const posts = [
      chinese,
      english,
      passive,
      denial,
      post('5', 'e', 1, meta, '宣布', '收购', groq),
      post('6', 'f', 1, openai, '发布', term('GPT-6', 'model')),
      post('7', 'g', 1, openai, ' ', 'launches', ' ', term('GPT-6', 'model')),
    ];
    const expected = joinEvents(posts);
    fc.assert(
      fc.property(fc.shuffledSubarray(posts, { minLength: posts.length }), (shuffled) => {
        expect(joinEvents(shuffled)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  test('no posts give no stories', () => {
    expect(joinEvents([])).toEqual([]);
  });

  test('an option out of range is refused by name', () => {
    expect(() => joinEvents([], { windowHours: Number.NaN })).toThrow(/windowHours.*NaN/u);
  });

  test.each([Number.NaN, -1, Number.POSITIVE_INFINITY])(
    'an engagement of %d is refused by place',
    (engagement) => {
      const bad = { id: '1', text: 'a', tokens: [], entities: [], events: [], engagement };
      expect(() => joinEvents([bad])).toThrow(
        /posts\[0\]\.engagement: expected a finite number of at least 0/u,
      );
    },
  );
});
