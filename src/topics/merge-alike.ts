import { compareStrings } from '../base/compare.js';
import { ln } from '../base/math.js';
import type { Rows } from './gsdmm.js';
import type { Topic } from './topic.js';

/** Joins topics whose term distributions, weighted by idf over topics, have a cosine above one half. */
export function mergeAlike(rows: Rows, topics: Int32Array, k: number): Int32Array {
  const vectors = Array.from({ length: k }, () => new Map<number, number>());
  const spread = new Float64Array(rows.terms);
  for (let row = 0; row < topics.length; row++) {
    const vector = vectors[topics[row] as number] as Map<number, number>;
    for (let i = rows.starts[row] as number; i < (rows.starts[row + 1] as number); i++) {
      const id = rows.ids[i] as number;
      if (!vector.has(id)) spread[id] = (spread[id] as number) + 1;
      vector.set(id, (vector.get(id) ?? 0) + 1);
    }
  }
  const norms = vectors.map((vector) => {
    let sum = 0;
    for (const [id, count] of vector) {
      const weight = Math.sqrt(count) * ln(1 + k / (spread[id] as number));
      vector.set(id, weight);
      sum += weight * weight;
    }
    return Math.sqrt(sum);
  });
  const target = Int32Array.from({ length: k }, (_, topic) => topic);
  for (let a = 0; a < k; a++) {
    for (let b = a + 1; b < k; b++) {
      if (norms[a] === 0 || norms[b] === 0) continue;
      let dot = 0;
      for (const [id, weight] of vectors[a] as Map<number, number>)
        dot += weight * (vectors[b]?.get(id) ?? 0);
      if (dot / ((norms[a] as number) * (norms[b] as number)) <= 0.5) continue;
      const from = target[b] as number;
      for (let topic = 0; topic < k; topic++) if (target[topic] === from) target[topic] = target[a] as number;
    }
  }
  return topics.map((topic) => target[topic] as number);
}

/**
 * Documents of each topic, those of topics with the same two leading terms as one: a reader sees the same topic twice,
 * whichever of the two stands first.
 */
export function joinTwins(topics: readonly Topic[]): (readonly number[])[] {
  const groups = new Map<string, readonly number[]>();
  for (const { id, terms, documents } of topics) {
    const pair = terms.slice(0, 2).map(({ term }) => term);
    const key = pair.length < 2 ? String(id) : pair.sort(compareStrings).join('\0');
    const twin = groups.get(key);
    groups.set(key, twin === undefined ? documents : [...twin, ...documents].sort((a, b) => a - b));
  }
  return [...groups.values()];
}
