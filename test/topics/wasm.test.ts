import { describe, expect, it, vi } from 'vitest';
import { seededRandom } from '../../src/base/random.js';
import { type TopicDocument, WordVectors } from '../../src/topics/index.js';

/** Words that follow some themes, with a repeated one here and there; some documents are longer than a chunk of terms. */
function documentsOf(count: number): TopicDocument[] {
  const random = seededRandom(5);
  const words = [...WordVectors.loadSync().table.words].filter((_, place) => place % 60 === 0);
  return Array.from({ length: count }, () => {
    const theme = Math.floor(random() * 6);
    const length = random() < 0.05 ? 40 : 3 + Math.floor(random() * 9);
    const terms = Array.from({ length }, () => {
      const place = random() < 0.7 ? theme * 40 + Math.floor(random() * 40) : random() * words.length;
      return words[Math.floor(place)] as string;
    });
    if (random() < 0.2) terms.push(terms[0] as string);
    return { terms };
  });
}

async function clustered(isAllowed: boolean, k: number, count: number) {
  vi.resetModules();
  const allowed = globalThis.WebAssembly;
  try {
    if (!isAllowed) vi.stubGlobal('WebAssembly', undefined);
    const topics = await import('../../src/topics/index.js');
    const vectors = topics.WordVectors.loadSync();
    const documents = documentsOf(count);
    const joined = topics.clusterTopics(documents, { k, vectors });
    // Another one on the memory that the first has left.
    const counted = topics.clusterTopics(documents.slice(0, count >> 1), { k, vectors: false });
    return JSON.stringify([joined, counted, [...joined.confidence], [...counted.confidence]]);
  } finally {
    vi.unstubAllGlobals();
    expect(globalThis.WebAssembly).toBe(allowed);
  }
}

describe('clusterTopics', () => {
  it.each([
    [2, 90],
    [5, 400],
    [8, 6001],
  ])('gives the same bytes with WebAssembly and without, %i topics of %i documents', async (k, count) => {
    expect(await clustered(false, k, count)).toBe(await clustered(true, k, count));
  });
});

describe('whiten', () => {
  it.each([
    [1, 8],
    [7, 48],
    [4, 5],
  ])('gives the same with WebAssembly and without, %i rows of %i dimensions', async (count, dimensions) => {
    const { whiten, whitenInJavaScript, whitening } = await import('../../src/topics/whitening.js');
    const random = seededRandom(count);
    const rows = Int8Array.from({ length: count * dimensions }, () => Math.round(40 * random() - 20));
    rows.fill(0, 0, count > 4 ? dimensions : 0);
    const directions = { rows, dimensions };
    const triangle = whitening(directions, new Int32Array(count), 1);
    expect(whiten(directions, triangle)).toEqual(whitenInJavaScript(directions, triangle));
  });
});
