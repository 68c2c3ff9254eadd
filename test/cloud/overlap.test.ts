import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CloudWord, type LayoutOptions, layoutCloud, type MaskImage } from '../../src/cloud/index.js';
import { drawOwners } from './ink-map.js';

const texts = [
  '大模型',
  '智能体',
  '开源',
  'GPT-5',
  'Agent',
  '一',
  '具身智能',
  'jgpqy',
  '推理',
  'AI',
  '世界模型',
  '口',
  '田',
  'i',
  '…',
];

const word = fc.record({
  text: fc.oneof(
    fc.constantFrom(...texts),
    fc.string({ unit: fc.constantFrom(...'热点词云世界abgTy口广'), minLength: 1, maxLength: 7 }),
  ),
  weight: fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 1e-9, max: 1e9, noNaN: true })),
});

const options: fc.Arbitrary<LayoutOptions> = fc.record(
  {
    width: fc.integer({ min: 40, max: 420 }),
    height: fc.integer({ min: 40, max: 320 }),
    shape: fc.constantFrom('rectangle', 'circle', 'ellipse', 'heart', 'star', 'diamond'),
    rotation: fc.constantFrom('none', 'quarter', [0, 45], [-30, 0, 30, 90], [180]),
    nesting: fc.boolean(),
    repeat: fc.boolean(),
    padding: fc.constantFrom(0, 1, 2, 5.5),
    wordSpace: fc.constantFrom(0, 0.25, 1),
    margin: fc.integer({ min: 0, max: 12 }),
    scale: fc.constantFrom('linear', 'sqrt', 'log', 'rank', 'relative'),
    minSize: fc.integer({ min: 4, max: 12 }),
    maxSize: fc.option(fc.integer({ min: 12, max: 90 }), { nil: undefined }),
    seed: fc.integer(),
  },
  { requiredKeys: ['width', 'height'] },
) as fc.Arbitrary<LayoutOptions>;

/** Blots of random squares on a transparent or a white ground. */
const mask = fc
  .record({
    width: fc.integer({ min: 8, max: 60 }),
    height: fc.integer({ min: 8, max: 60 }),
    seed: fc.integer({ min: 0, max: 1e6 }),
    by: fc.constantFrom('alpha' as const, 'luminance' as const),
  })
  .map(({ width, height, seed, by }): MaskImage => {
    const data = new Uint8Array(4 * width * height).fill(by === 'alpha' ? 0 : 255);
    for (let blot = 0; blot < 3; blot++) {
      const x0 = ((seed * (blot + 3)) % width) / 2;
      const y0 = ((seed * (blot + 7)) % height) / 2;
      for (let y = Math.floor(y0); y < y0 + height / 2; y++) {
        for (let x = Math.floor(x0); x < x0 + width / 2; x++) data.set([0, 0, 0, 255], 4 * (y * width + x));
      }
    }
    return { width, height, data, by };
  });

function expectApart(words: readonly CloudWord[], chosen: LayoutOptions) {
  const layout = layoutCloud(words, chosen);
  const { clashes, cut } = drawOwners(layout);
  expect(clashes).toEqual([]);
  expect(cut).toEqual([]);
  const own = layout.words.filter(({ copy }) => !copy);
  expect(own.length + layout.unplaced.length).toBe(words.length);
  return layout;
}

describe('a layout', () => {
  it('never lets two words share a pixel or leave the picture', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 50 }), options, (words, chosen) => {
        expectApart(words, chosen);
      }),
      { numRuns: 250 },
    );
  });

  it('keeps every pixel of ink inside a circle', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), options, (words, chosen) => {
        const layout = expectApart(words, { ...chosen, shape: 'circle', margin: 0 });
        const radius = Math.min(layout.width, layout.height) / 2;
        const { owner } = drawOwners(layout);
        for (const [at, which] of owner.entries()) {
          if (which === 0) continue;
          const x = (at % layout.width) + 0.5 - layout.width / 2;
          const y = Math.floor(at / layout.width) + 0.5 - layout.height / 2;
          // The circle is drawn with four cubic curves, which stray by 0.03 % of the radius.
          expect(Math.hypot(x, y)).toBeLessThanOrEqual(radius * 1.0005);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every pixel of ink inside a mask picture', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), options, mask, (words, chosen, picture) => {
        const layout = expectApart(words, { ...chosen, mask: picture, margin: 0 });
        const scale = Math.min(layout.width / picture.width, layout.height / picture.height);
        const left = (layout.width - picture.width * scale) / 2;
        const top = (layout.height - picture.height * scale) / 2;
        const { owner } = drawOwners(layout);
        for (const [at, which] of owner.entries()) {
          if (which === 0) continue;
          const x = Math.floor(((at % layout.width) + 0.5 - left) / scale);
          const y = Math.floor((Math.floor(at / layout.width) + 0.5 - top) / scale);
          expect(x >= 0 && y >= 0 && x < picture.width && y < picture.height).toBe(true);
          const pixel = picture.data.subarray(4 * (y * picture.width + x), 4 * (y * picture.width + x) + 4);
          expect(picture.by === 'alpha' ? pixel[3] : 255 - pixel[0]).toBe(255);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the distance of `padding` between words', () => {
    const words = texts.map((text, index) => ({ text, weight: 20 - index }));
    const layout = layoutCloud(words, { width: 500, height: 300, padding: 6, nesting: true });
    const { owner } = drawOwners(layout);
    let nearest = Infinity;
    for (const [at, which] of owner.entries()) {
      if (which === 0) continue;
      for (let dy = -5; dy <= 5; dy++) {
        for (let dx = -5; dx <= 5; dx++) {
          const other = owner[at + dy * layout.width + dx] ?? 0;
          if (other !== 0 && other !== which)
            nearest = Math.min(nearest, Math.max(Math.abs(dx), Math.abs(dy)));
        }
      }
    }
    expect(nearest).toBeGreaterThanOrEqual(5);
  });
});
