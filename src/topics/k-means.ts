import { kmeans } from 'ml-kmeans';
import { lsa } from '../vectors/index.js';
import type { Rows } from './gsdmm.js';

const DIMENSIONS = 100;

/**
 * K-means (ml-kmeans, k-means++) on documents reduced to 100 dimensions by latent semantic analysis.
 *
 * @returns confidence: distance to the second nearest center over the sum of the distances to the nearest two, from
 * one half to 1. O(iterations · documents · k · 100).
 */
export function kMeansTopics(
  rows: Rows,
  k: number,
  seed: number,
): { topics: Int32Array; confidence: Float64Array } {
  const { dimensions, rows: points } = lsa(rows, DIMENSIONS, seed);
  const count = rows.starts.length - 1;
  const data = Array.from({ length: count }, (_, row) =>
    Array.from(points.subarray(row * dimensions, (row + 1) * dimensions)),
  );
  const { clusters, centroids } = kmeans(data, k, { seed: seed | 0, maxIterations: 100 });
  const confidence = new Float64Array(count).fill(1);
  for (const [row, point] of data.entries()) {
    let nearest = Number.POSITIVE_INFINITY;
    let second = Number.POSITIVE_INFINITY;
    for (const center of centroids) {
      let squares = 0;
      for (let j = 0; j < dimensions; j++) squares += ((point[j] as number) - (center[j] as number)) ** 2;
      const distance = Math.sqrt(squares);
      if (distance < nearest) {
        second = nearest;
        nearest = distance;
      } else if (distance < second) second = distance;
    }
    if (second < Number.POSITIVE_INFINITY && second > 0) confidence[row] = second / (nearest + second);
  }
  return { topics: Int32Array.from(clusters), confidence };
}
