import { describe, expect, it } from 'vitest';
import { dayWindow, type Post, selectWindow, windowOfPosts } from '../../src/corpus/index.js';

function postAt(id: string, time: string | undefined): Post {
  return {
    id,
    text: id,
    ...(time === undefined ? undefined : { createdAt: Date.parse(time) }),
    engagement: { likes: 0, reposts: 0, replies: 0, views: 0 },
    hasEngagement: false,
  };
}

describe('windows', () => {
  it('hold their first and last day as the zone has them', () => {
    const window = dayWindow({ from: '2025-11-28', to: '2025-11-30' });
    expect(new Date(window.start).toISOString()).toBe('2025-11-27T16:00:00.000Z');
    expect(new Date(window.end).toISOString()).toBe('2025-11-30T16:00:00.000Z');
    const posts = [
      postAt('before', '2025-11-27T15:59:59.999Z'),
      postAt('first', '2025-11-27T16:00:00Z'),
      postAt('last', '2025-11-30T15:59:59.999Z'),
      postAt('after', '2025-11-30T16:00:00Z'),
      postAt('undated', undefined),
    ];
    const selected = selectWindow(posts, window);
    expect(selected.posts.map((post) => post.id)).toEqual(['first', 'last']);
    expect(selected).toMatchObject({ before: 1, after: 1, undated: 1, emptyDays: ['2025-11-29'] });
    expect(selected.days).toEqual([
      { day: '2025-11-28', posts: 1 },
      { day: '2025-11-29', posts: 0 },
      { day: '2025-11-30', posts: 1 },
    ]);
  });

  it('have 25 hours on a day on which the clock goes back', () => {
    const window = dayWindow({ from: '2025-11-02', timeZone: 'America/New_York' });
    expect(window.end - window.start).toBe(25 * 3_600_000);
  });

  it('of posts reach from the first to the last', () => {
    const posts = [
      postAt('b', '2025-11-30T17:00:00Z'),
      postAt('a', '2025-11-28T00:00:00Z'),
      postAt('c', undefined),
    ];
    expect(windowOfPosts(posts)).toMatchObject({ from: '2025-11-28', to: '2025-12-01' });
    expect(windowOfPosts([postAt('c', undefined)])).toBeUndefined();
  });

  it('refuse what is no day, no order and no zone', () => {
    for (const options of [
      { from: '2025-02-30' },
      { from: '28.11.2025' },
      { from: '2025-11-28', to: '2025-11-27' },
      { from: '2025-11-28', timeZone: 'Mars/Olympus' },
      { from: '1900-01-01', to: '2025-01-01' },
    ]) {
      expect(() => dayWindow(options)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
    }
  });
});
