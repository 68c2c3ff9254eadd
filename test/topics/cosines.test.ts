import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.js';
import { clusterTopics, TopicModel } from '../../src/topics/index.js';
import { Cosines, ONE, UNIT } from '../../src/vectors/index.js';

describe('Cosines', () => {
  it.each([1, 2, 3, 7, 20])('are what a plain loop gives, with %i centers', (k) => {
    const random = seededRandom(k);
    const dimensions = 12;
    const documents = 11;
    const rows = new Int8Array(documents * dimensions);
    for (let row = 1; row < documents; row++) {
      const values = Array.from({ length: dimensions }, () => random() - 0.5);
      const length = Math.hypot(...values);
      for (const [j, value] of values.entries())
        rows[row * dimensions + j] = Math.round((UNIT * value) / length);
    }
    const sums = Float64Array.from({ length: k * dimensions }, () => 900 * (random() - 0.5));
    const list = Int32Array.from([3, 0, 10, 1, 1, 7]);
    const cosines = new Cosines({ rows, dimensions }, k, list.length);
    cosines.setCenters(sums);
    cosines.measure(list, list.length);
    for (const [place, row] of list.entries()) {
      for (let center = 0; center < k; center++) {
        const own = rows.subarray(row * dimensions, (row + 1) * dimensions);
        const other = sums.subarray(center * dimensions, (center + 1) * dimensions);
        let dot = 0;
        for (let j = 0; j < dimensions; j++) dot += (own[j] as number) * (other[j] as number);
        const expected = dot / Math.hypot(...other) / UNIT;
        expect(Math.abs((cosines.values[place * k + center] as number) / ONE - expected)).toBeLessThan(0.004);
      }
    }
  });
});

describe('clusterTopics on texts', () => {
  const texts = [
    '余震还在继续',
    '震感很强',
    '股市大涨',
    '股票涨停',
    '地震救援开始',
    '基金大涨',
    '震后重建',
    '股民欢呼',
  ];

  it('cuts them itself, joins the bundled vectors, and finds them again when it is read', () => {
    const model = clusterTopics(texts, { k: 2 });
    expect(model.vectorWeight).toBeGreaterThan(0);
    expect(model.assignments.every((topic) => topic >= 0)).toBe(true);
    const read = TopicModel.from(JSON.parse(JSON.stringify(model)));
    expect(read.assign('又有余震').topic).toBeGreaterThanOrEqual(0);
    expect(read.assign('又有余震')).toEqual(model.assign('又有余震'));
  });

  it('leaves the vectors out where it is told to', () => {
    expect(clusterTopics(texts, { k: 2, vectors: false }).vectorWeight).toBe(0);
  });
});
