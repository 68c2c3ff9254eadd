import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.js';
import { clusterTopics, TopicModel } from '../../src/topics/index.js';
import { Cosines, ONE, UNIT } from '../../src/vectors/index.js';
import { PackedProducts } from '../../src/vectors/packed-products.js';
import { wasmProducts } from '../../src/vectors/wasm-products.js';

describe('Cosines', () => {
  it.each([
    [1, 12],
    [2, 12],
    [3, 12],
    [7, 12],
    [20, 12],
    [1, 16],
    [3, 8],
    [7, 48],
    [20, 48],
  ])('are what a plain loop gives, with %i centers of %i dimensions', (k, dimensions) => {
    const random = seededRandom(k);
    const documents = 11;
    const rows = new Int8Array(documents * dimensions);
    for (let row = 1; row < documents; row++) {
      const values = Array.from({ length: dimensions }, () => random() - 0.5);
      const length = Math.hypot(...values);
      for (const [j, value] of values.entries())
        rows[row * dimensions + j] = Math.round((UNIT * value) / length);
    }
    const sums = Int32Array.from({ length: k * dimensions }, () => 900 * (random() - 0.5));
    const list = Int32Array.from([3, 0, 10, 1, 1, 7]);
    const cosines = new Cosines({ rows, dimensions }, k, new Int32Array(Cosines.room(k, list.length)));
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

describe('products', () => {
  it.each([
    [1, 8, 1],
    [5, 16, 3],
    [20, 48, 256],
    [41, 64, 300],
  ])('of WebAssembly are those of JavaScript: %i centers, %i dimensions, %i rows', (k, dimensions, count) => {
    const random = seededRandom(k);
    const rows = Int8Array.from({ length: 320 * dimensions }, () => Math.round(254 * random() - 127));
    const centers = Int16Array.from({ length: k * dimensions }, () => Math.round(146 * random() - 73));
    const directions = { rows, dimensions };
    const list = Int32Array.from({ length: count }, () => Math.floor(320 * random()));
    const wasm = wasmProducts(directions);
    expect(wasm).toBeDefined();
    const own = new Int32Array(count * k);
    wasm?.multiply(directions, list, count, centers, k, own);
    const packed = new PackedProducts(directions, k);
    packed.setCenters(centers);
    const others = new Int32Array((count + PackedProducts.TOGETHER) * k + PackedProducts.TOGETHER);
    packed.multiply(list, count, others);
    expect(own).toEqual(others.subarray(0, count * k));
    const [row = 0] = list;
    let sum = 0;
    for (let j = 0; j < dimensions; j++)
      sum += (rows[row * dimensions + j] as number) * (centers[j] as number);
    expect(own[0]).toBe(sum);
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
