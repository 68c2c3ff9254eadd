import { describe, expect, it, vi } from 'vitest';
import * as ownEntities from '../../src/entities/index.js';
import * as own from '../../src/partial/index.js';
import * as ownSentiment from '../../src/sentiment/index.js';

// As in a program that imports the package here and requires it there.
vi.resetModules();
const other = await import('../../src/partial/index.js');
const otherEntities = await import('../../src/entities/index.js');
const otherSentiment = await import('../../src/sentiment/index.js');

const post = (id: string, text: string): string => JSON.stringify({ id, text, created_at: '2025-11-28' });
const read = (copy: typeof own, ...posts: string[]): Promise<own.Partial> =>
  copy.mapPosts(new TextEncoder().encode(posts.join('\n')), { format: 'ndjson' });

describe('what another copy of the package counted is merged', () => {
  it('partials, whichever comes first', async () => {
    const both = await read(own, post('1', '储能装机翻番'), post('2', '热点话题'));
    const parts = [await read(own, post('1', '储能装机翻番')), await read(other, post('2', '热点话题'))];
    for (const order of [parts, [...parts].reverse()]) {
      const merged = own.mergePartials(order.map((partial) => own.unpackPartial(own.packPartial(partial))));
      expect(own.packPartial(merged)).toEqual(own.packPartial(own.mergePartials(order)));
    }
    expect(own.mergePartials([parts[0] as own.Partial, parts[1] as own.Partial]).distinct).toBe(
      both.distinct,
    );
    expect(() => own.mergePartials([parts[0], {}] as never)).toThrow(/^partials\[1\]: expected a Partial/u);
  });

  it('counts of names and moods', () => {
    const names = (copy: typeof ownEntities): ownEntities.EntityCounts => {
      const entity = { text: 'ACME', start: 0, end: 4, category: 'company', canonical: 'ACME', known: true };
      return new copy.EntityCounts().add([entity as ownEntities.Entity]);
    };
    const counts = names(ownEntities).merge(names(otherEntities));
    expect(counts.names()).toEqual([{ canonical: 'ACME', category: 'company', posts: 2 }]);
    expect(() => counts.merge({} as never)).toThrow(/^other: expected an EntityCounts, got an object/u);
    const moods = (copy: typeof ownSentiment): ownSentiment.MoodCounts =>
      new copy.MoodCounts().add({ label: 'positive', score: 1 } as never, ['a']);
    const sum = moods(ownSentiment).merge(moods(ownSentiment));
    expect(moods(ownSentiment).merge(moods(otherSentiment)).toJSON()).toEqual(sum.toJSON());
  });
});
