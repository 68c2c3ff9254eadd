import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.js';
import { collectPosts, type Post } from '../../src/corpus/index.js';
import { CountMin, countMinKey } from '../../src/counting/count-min.js';
import { HyperLogLog } from '../../src/counting/hyper-log-log.js';
import {
  buildPartialReport,
  mapPosts,
  mergePartials,
  type Partial,
  packPartial,
  partialsIn,
  partialToLine,
  readPartials,
  TermCounter,
  unpackPartial,
} from '../../src/partial/index.js';
import { TermCounts } from '../../src/partial/term-counts.js';
import { buildReport } from '../../src/report/index.js';

const csv = readFileSync(
  fileURLToPath(new URL('../../fixtures/tweets-ai-20251128-20251130.csv', import.meta.url)),
);
const { posts } = await collectPosts(csv);
const counter = await TermCounter.load();

/** One object a line, as the readers take it. */
function ndjson(some: readonly Post[]): Uint8Array {
  const lines = some.map((post) =>
    JSON.stringify({
      id: post.id,
      text: post.text,
      author: post.author,
      url: post.url,
      lang: post.lang,
      created_at: post.createdAt === undefined ? undefined : new Date(post.createdAt).toISOString(),
      likes: post.engagement.likes,
      reposts: post.engagement.reposts,
      replies: post.engagement.replies,
      views: post.engagement.views,
    }),
  );
  return new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
}

const days = { from: '2025-11-28', to: '2025-11-30' };

function map(some: readonly Post[], sample = 50_000): Promise<Partial> {
  return mapPosts(ndjson(some), { ...days, sample, format: 'ndjson', counter });
}

const reread = (partial: Partial): Partial => unpackPartial(packPartial(partial));
const same = (a: Partial, b: Partial): boolean => Buffer.compare(packPartial(a), packPartial(b)) === 0;

describe('partials', () => {
  it('give the report of all posts read at once', async () => {
    const merged = mergePartials([
      await map(posts.slice(400)),
      await map(posts.slice(0, 130)),
      await map(posts.slice(130, 400)),
    ]);
    const report = await buildPartialReport(reread(merged));
    const whole = await buildReport(posts, days);
    expect(JSON.stringify(report)).toBe(JSON.stringify(whole));
  });

  it('merge in any order and grouping to the same bytes, whole or sampled', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(2), { minLength: 240, maxLength: 240 }),
        fc.constantFrom(100, 150, 50_000),
        async (places, sample) => {
          // Each fourth post lies outside of the days, several hundred of them.
          const some = posts.slice(0, places.length).flatMap((post, index) =>
            index % 4 > 0
              ? [post]
              : [0, 1, 2, 3].map((copy) => ({
                  ...post,
                  id: `${post.id}-${copy}`,
                  createdAt: 1e12 + index,
                })),
          );
          const [a, b, c] = await Promise.all(
            [0, 1, 2].map((place) =>
              map(
                some.filter((_, index) => places[index % places.length] === place),
                sample,
              ),
            ),
          );
          if (a === undefined || b === undefined || c === undefined) throw new RangeError('three parts');
          const copy = [a, b, c].map(packPartial);
          const fresh = (index: number): Partial => unpackPartial(copy[index] as Uint8Array);
          const left = fresh(0).merge(fresh(1)).merge(fresh(2));
          const right = fresh(2).merge(fresh(1).merge(fresh(0)));
          const other = fresh(1).merge(reread(fresh(2).merge(fresh(0))));
          const whole = await map(some, sample);
          expect(same(left, right)).toBe(true);
          expect(same(left, other)).toBe(true);
          // Each part names its format; an empty one names none, so that only tallies could differ.
          expect(left.terms.days()).toEqual(whole.terms.days());
          expect(left.sample.posts()).toEqual(whole.sample.posts());
          expect([left.inWindow, left.authors, left.promotional, left.volume, left.sides]).toEqual([
            whole.inWindow,
            whole.authors,
            whole.promotional,
            whole.volume,
            whole.sides,
          ]);
          expect(left.tally.posts).toBe(whole.tally.posts);
          expect(same(left, whole)).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('count a row that stands in two parts once while all is kept', async () => {
    const [first] = posts.filter(({ createdAt }) => createdAt !== undefined && createdAt > 1764259200000);
    if (first === undefined) throw new RangeError('no post');
    const later = { ...first, engagement: { ...first.engagement, likes: first.engagement.likes + 5 } };
    const merged = mergePartials([await map(posts), await map([later, ...posts.slice(0, 50)])]);
    const report = await buildPartialReport(merged);
    const single = await buildPartialReport(await map([...posts, later, ...posts.slice(0, 50)]));
    expect(JSON.stringify(report)).toBe(JSON.stringify(single));
    expect(report.tally.duplicateIds).toBe(51);
    expect(merged.sample.posts().find(({ id }) => id === first.id)?.engagement.likes).toBe(
      later.engagement.likes,
    );
  });

  it('give an exact report though more posts lie outside of the days than ids are kept', async () => {
    const inside = posts.slice(0, 40);
    const old = Array.from({ length: 150 }, (_, index) => ({
      ...(posts[index] as Post),
      id: `old${index}`,
      createdAt: Date.UTC(2025, 9, 1),
    }));
    const partial = await mapPosts(ndjson([...old, ...inside]), {
      ...days,
      sample: 100,
      format: 'ndjson',
      counts: 'beyond-sample',
    });
    expect(partial.isWhole).toBe(false);
    const report = await buildPartialReport(partial);
    expect(report.tally.sampled).toBeUndefined();
    expect(JSON.stringify(report)).toBe(JSON.stringify(await buildReport([...old, ...inside], days)));
  });

  it('count the terms of all posts, though many more come in one piece than are kept', async () => {
    const how = { ...days, sample: 100, format: 'ndjson' } as const;
    const always = await mapPosts(ndjson(posts), how);
    const beyond = await mapPosts(ndjson(posts), { ...how, counts: 'beyond-sample' });
    expect(beyond.terms.days()).toEqual(always.terms.days());
    expect(packPartial(beyond)).toEqual(packPartial(always));
  });

  it('say what a sampled report rests on', async () => {
    const partial = await map(posts, 100);
    expect(partial.isWhole).toBe(false);
    const report = await buildPartialReport(partial);
    const whole = await buildReport(posts, days);
    expect(report.tally.inWindow).toBe(whole.tally.inWindow);
    expect(report.tally.sampled).toBeGreaterThanOrEqual(100);
    expect(report.tally.sampled).toBeLessThanOrEqual(105);
    expect(Math.abs(report.tally.authors - whole.tally.authors)).toBeLessThan(0.03 * whole.tally.authors);
    const words = JSON.stringify(report.sections);
    expect(words).toContain('抽出细读');
    expect(words).toContain('按编号散列均匀抽取');
    // The terms are counted in all posts, copies too.
    const most = (of: typeof report, name: string) => of.terms.find(({ term }) => term === name)?.posts ?? 0;
    for (const name of ['Nvidia', 'OpenAI', 'ChatGPT'])
      expect(most(report, name)).toBeGreaterThanOrEqual(most(whole, name));
    const volume = report.figures.volume.rows.reduce((sum, row) => sum + row.posts, 0);
    expect(volume).toBe(whole.tally.inWindow);
    // The weightiest post by reactions is always read.
    const top = [...posts]
      .filter(
        ({ createdAt }) =>
          createdAt !== undefined &&
          partial.range !== undefined &&
          createdAt >= partial.range.first &&
          createdAt <= partial.range.last,
      )
      .sort((a, b) => sum(b) - sum(a))[0];
    expect(partial.sample.posts().some(({ id }) => id === top?.id)).toBe(true);
  });

  it('are read from several in one file, from lines, and from lines with keys', async () => {
    const [a, b] = [packPartial(await map(posts.slice(0, 20))), packPartial(await map(posts.slice(20, 40)))];
    const read = (bytes: Uint8Array): number => [...partialsIn(bytes)].length;
    expect(read(Buffer.concat([a, b]))).toBe(2);
    const lines = `${partialToLine(a)}\n\nkey\t${partialToLine(b)}\n`;
    expect(read(new TextEncoder().encode(lines))).toBe(2);
    expect(() => read(Buffer.concat([a, b.subarray(0, 200)]))).toThrow(/partial 2/);
    expect(() => read(new Uint8Array())).toThrow(/empty/);
    expect(() => read(new TextEncoder().encode('{"id":1}\n'))).toThrow(/neither a partial/);
  });

  it('are read as their bytes come, in pieces of any size', async () => {
    const [a, b] = [packPartial(await map(posts.slice(0, 20))), packPartial(await map(posts.slice(20, 40)))];
    const bytes = Buffer.concat([
      a,
      b,
      Buffer.from(`${partialToLine(a)}\t\nkey\t${partialToLine(b)}`),
      Buffer.from('\n'),
      b,
    ]);
    const [left, right] = [unpackPartial(a).sample.size, unpackPartial(b).sample.size];
    expect(left + right).toBeGreaterThan(20);
    for (const size of [1021, 8192, 100_000]) {
      async function* pieces() {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      }
      const sizes: number[] = [];
      for await (const partial of readPartials(pieces())) sizes.push(partial.sample.size);
      expect(sizes).toEqual([left, right, left, right, right]);
    }
  });

  it('refuse what is damaged, and partials of other settings', async () => {
    const bytes = packPartial(await map(posts.slice(0, 20)));
    for (const at of [30, 200, bytes.length >> 1, bytes.length - 60]) {
      const broken = bytes.slice();
      broken[at] = (broken[at] as number) ^ 1;
      expect(() => unpackPartial(broken, 'x.partial'), String(at)).toThrow(/^x\.partial: /);
    }
    expect(() => unpackPartial(bytes.slice(0, -8))).toThrow(/cut short/);
    const other = await mapPosts(ndjson(posts.slice(0, 20)), { from: '2025-11-29', counter });
    expect(() => mergePartials([other, unpackPartial(bytes)])).toThrow(/from is "2025-11-29" in one and/);
    expect(() => mergePartials([])).toThrow(/at least one/);
  });

  it('stop when they are aborted', async () => {
    const stop = new AbortController();
    const endless = (async function* () {
      for (let part = 0; ; part++) {
        if (part === 3) stop.abort(new Error('enough'));
        yield ndjson(posts.map((post) => ({ ...post, id: `${post.id}-${part}` })));
      }
    })();
    await expect(mapPosts(endless, { signal: stop.signal, counter })).rejects.toThrow('enough');
  });

  it('of nothing are empty, and have no report', async () => {
    const empty = reread(await mapPosts(new Uint8Array(), { counter }));
    expect(empty.tally.rows).toBe(0);
    await expect(buildPartialReport(empty)).rejects.toThrow(/no post/);
    const some = await map(posts.slice(0, 30));
    const alone = packPartial(some);
    const merged = unpackPartial(alone).merge(
      await mapPosts(new Uint8Array(), { ...days, counter, format: 'ndjson' }),
    );
    expect(same(merged, some)).toBe(true);
  });
});

function sum({ engagement }: Post): number {
  return engagement.likes + engagement.reposts + engagement.replies;
}

describe('sketches', () => {
  it('count-min is never low, and within its bound', () => {
    const sketch = new CountMin();
    const random = seededRandom(5);
    const exact = new Map<string, number>();
    let all = 0;
    for (let index = 0; index < 200_000; index++) {
      const term = `t${Math.floor(1e6 * random() ** 6)}`;
      exact.set(term, (exact.get(term) ?? 0) + 1);
      sketch.add(countMinKey('2025-11-28', term), 1);
      all++;
    }
    const bound = (Math.E / 2 ** 20) * all;
    let above = 0;
    for (const [term, count] of exact) {
      const estimate = sketch.count(countMinKey('2025-11-28', term));
      expect(estimate).toBeGreaterThanOrEqual(count);
      if (estimate > count + bound) above++;
    }
    expect(above / exact.size).toBeLessThan(0.02);
    const again = CountMin.from(sketch.toBytes());
    expect(again.count(countMinKey('2025-11-28', 't0'))).toBe(sketch.count(countMinKey('2025-11-28', 't0')));
    expect(() => CountMin.from(sketch.toBytes().slice(1))).toThrow(/counters/);
  });

  it('terms go to a sketch by what they are, not by how they were divided', () => {
    const day = (terms: readonly string[]) => ({
      day: '2025-11-28',
      documents: 1,
      terms,
      counts: terms.map(() => 1),
    });
    const terms = Array.from({ length: 50 }, (_, index) => `t${index}`);
    const whole = new TermCounts(40);
    whole.add(day(terms));
    const left = new TermCounts(40);
    left.add(day(terms.slice(0, 30)));
    const right = new TermCounts(40);
    right.add(day(terms.slice(20)));
    expect(left.isExact && right.isExact).toBe(true);
    left.merge(right);
    expect(whole.isExact).toBe(false);
    expect(left.isExact).toBe(false);
    expect(left.count('2025-11-28', 't25')).toBe(2);
    expect(left.count('2025-11-28', 't3')).toBe(1);
  });

  it('HyperLogLog is within four standard errors from 10 to 300,000', () => {
    for (const size of [0, 10, 1000, 30_000, 300_000]) {
      const sketch = new HyperLogLog();
      const half = new HyperLogLog();
      for (let index = 0; index < size; index++) {
        sketch.add(`author ${index}`);
        sketch.add(`author ${index}`);
        if (index % 2 === 0) half.add(`author ${index}`);
      }
      expect(Math.abs(sketch.size - size)).toBeLessThanOrEqual(Math.max(1, 4 * 0.0081 * size));
      expect(HyperLogLog.from(sketch.toBytes()).merge(half).size).toBe(sketch.size);
    }
  });
});
