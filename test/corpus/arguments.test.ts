import { describe, expect, it } from 'vitest';
import { parseDate } from '../../src/corpus/date.js';
import { foldCopies, type Post } from '../../src/corpus/index.js';
import { TimeZone } from '../../src/corpus/time-zone.js';
import { StopWords } from '../../src/counting/stop-words.js';
import { amountKey, isAmount } from '../../src/entities/entity.js';
import { TopicModel } from '../../src/topics/index.js';

const timeZone = new TimeZone('Asia/Shanghai');

function fold(fields: object): number {
  const engagement = { likes: 0, reposts: 0, replies: 0, views: 0 };
  const post: Post = { id: '1', text: '天地', engagement, hasEngagement: true };
  return foldCopies([{ ...post, ...fields }]).length;
}

const refused: readonly (readonly [where: string, run: () => unknown])[] = [
  ['posts[0].createdAt', () => fold({ createdAt: 1e20 })],
  ['posts[0].author', () => fold({ author: 1 })],
  ['posts[0].repostOf', () => fold({ repostOf: {} })],
  ['posts[0].hasEngagement', () => fold({ hasEngagement: 1 })],
  ['words', () => new StopWords('中国')],
  ['words', () => new StopWords(undefined as never)],
  ['words[1]', () => new StopWords(['a', 1 as never])],
  ['more', () => new StopWords([]).with(null as never)],
  ['word', () => new StopWords([]).has(undefined as never)],
  ['entity', () => isAmount(undefined as never)],
  ['quantity', () => amountKey({} as never)],
  ['value', () => parseDate(undefined as never, { timeZone })],
  ['instant', () => timeZone.dayOf(Number.NaN)],
  ['instant', () => timeZone.isoOf(8.65e15)],
  ['parts', () => new TopicModel({} as never)],
];

describe('arguments of another kind', () => {
  it.each(refused)('are refused by name: %s (%#)', (where, run) => {
    expect(run).toThrow(expect.objectContaining({ name: 'RedianError', code: 'INVALID_ARGUMENT' }));
    expect(run).toThrow(`${where}: expected`);
  });

  it('are no optional fields that are undefined, no last instant and no number that is no date', () => {
    expect(fold({ author: undefined, url: undefined, createdAt: undefined })).toBe(1);
    expect(timeZone.isoOf(8.64e15)).toBe('+275760-09-13T08:00:00+08:00');
    expect(parseDate(Number.NaN, { timeZone }).ok).toBe(false);
  });
});
