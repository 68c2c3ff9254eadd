import { expect, test } from 'vitest';
import { joinTwins } from '../../src/topics/merge-alike.js';
import type { Topic } from '../../src/topics/topic.js';

function topic(id: number, terms: readonly string[], documents: readonly number[]): Topic {
  return {
    id,
    label: terms.join('·'),
    terms: terms.map((term) => ({ term, text: term, weight: 1, documents: documents.length })),
    documents,
    representative: [],
    share: 0,
    weightShare: 0,
    cohesion: 1,
  };
}

test('topics led by the same two terms are one, whichever comes first', () => {
  const topics = [
    topic(0, ['Anthropic', 'SpaceX', '算力'], [1, 4]),
    topic(1, ['Anthropic', 'OpenAI'], [0]),
    topic(2, ['SpaceX', 'Anthropic', 'GPU'], [2, 3]),
  ];
  expect(joinTwins(topics)).toEqual([[1, 2, 3, 4], [0]]);
});

test('topics of one term stay as they are', () => {
  expect(joinTwins([topic(0, ['AI'], [0]), topic(1, ['AI'], [1]), topic(2, [], [2])])).toEqual([
    [0],
    [1],
    [2],
  ]);
});
