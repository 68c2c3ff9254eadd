import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.js';
import { clusterTopics } from '../../src/topics/index.js';

/** Documents of three planted themes, some of them twice. */
function planted(count: number): { documents: { terms: string[] }[]; themes: number[] } {
  const random = seededRandom(5);
  const documents: { terms: string[] }[] = [];
  const themes: number[] = [];
  for (let i = 0; i < count; i++) {
    const theme = i % 3;
    const terms = Array.from({ length: 5 }, () => `${'甲乙丙'[theme]}${Math.floor(random() * 9)}`);
    terms.push(`通用${Math.floor(random() * 40)}`);
    documents.push({ terms });
    themes.push(theme);
    if (i % 7 === 0) {
      documents.push({ terms: [...terms].reverse() });
      themes.push(theme);
    }
  }
  return { documents, themes };
}

describe('clusterTopics', () => {
  const { documents, themes } = planted(150);
  const model = clusterTopics(documents, { k: 3, seed: 2 });

  it('finds planted themes', () => {
    const byTopic = model.topics.map(({ documents: members }) => {
      const counts = [0, 0, 0];
      for (const index of members) counts[themes[index] ?? 0] = (counts[themes[index] ?? 0] ?? 0) + 1;
      return Math.max(...counts) / members.length;
    });
    expect(model.topics.length).toBe(3);
    for (const purity of byTopic) expect(purity).toBeGreaterThan(0.95);
  });

  it('puts documents with the same terms into one topic, in any order of terms', () => {
    const seen = new Map<string, number>();
    for (const [index, { terms }] of documents.entries()) {
      const key = [...terms].sort().join();
      const topic = model.assignments[index] ?? -1;
      expect(seen.get(key) ?? topic).toBe(topic);
      seen.set(key, topic);
    }
  });

  it('gives the same for the same seed, and labels no two topics alike', () => {
    expect(clusterTopics(documents, { k: 3, seed: 2 })).toEqual(model);
    const many = clusterTopics(documents, { k: 12, seed: 1 });
    expect(new Set(many.topics.map(({ label }) => label)).size).toBe(many.topics.length);
  });

  it('has shares that add up with what fits nowhere', () => {
    const free = [...model.assignments].filter((topic) => topic < 0).length;
    const shares = model.topics.reduce((sum, { share }) => sum + share, 0);
    expect(shares + free / documents.length).toBeCloseTo(1, 12);
  });

  it('has defined results for nothing, one document, equal documents and a large k', () => {
    expect(clusterTopics([]).topics).toEqual([]);
    expect(clusterTopics([{ terms: ['甲'] }]).topics.length).toBe(1);
    expect(clusterTopics(Array.from({ length: 9 }, () => ({ terms: ['甲', '乙'] }))).topics.length).toBe(1);
    expect(clusterTopics([{ terms: [] }, { terms: [] }]).topics).toEqual([]);
    expect(clusterTopics(documents, { k: 5000 }).topics.length).toBeLessThanOrEqual(documents.length);
    expect(() => clusterTopics(documents, { k: 0 })).toThrow(/k: expected/);
    expect(() => clusterTopics([{ terms: ['甲'], weight: Number.NaN }])).toThrow(/documents\[0\]\.weight/);
  });
});
