import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import { describe, expect, it, vi } from 'vitest';
import { parseColor } from '../../src/cloud/color.js';
import { contrastRatio } from '../../src/cloud/contrast.js';
import { defaultFontSync, layoutCloud, palettes, wordCloud } from '../../src/cloud/index.js';
import { drawOwners } from './ink-map.js';

const words = [
  '大模型',
  '智能体',
  'OpenAI',
  '开源',
  'GPT-5',
  '推理',
  '世界模型',
  'gypsy',
  '具身智能',
  '热点',
].map((text, index) => ({ text, weight: 40 - 4 * index }));

async function decode(bytes: Uint8Array) {
  const image = await loadImage(bytes);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}

/** Mean difference of two pictures over all channels, from 0 to 255. */
function difference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += Math.abs(a[at] - b[at]);
  return sum / a.length;
}

describe('a picture', () => {
  it('shows every word and nothing that is not in the layout', async () => {
    const cloud = await wordCloud(words, { width: 500, height: 300 });
    const { data } = await decode(await cloud.toPNG());
    const { owner, blank } = drawOwners(cloud.layout);
    expect(blank).toEqual([]);
    let stray = 0;
    let lost = 0;
    for (const [at, which] of owner.entries()) {
      const painted = data[4 * at] < 250 || data[4 * at + 1] < 250 || data[4 * at + 2] < 250;
      if (painted && which === 0) stray++;
      if (!painted && which > 0) lost++;
    }
    expect(stray).toBe(0);
    // Pixels that are covered by a trace alone round to white.
    expect(lost).toBeLessThan(0.12 * owner.filter((which) => which > 0).length);
  });

  it('is what a browser-like engine makes of the SVG, of paths and of text', async () => {
    const cloud = await wordCloud(words, { width: 500, height: 300, rotation: [0, 270, 30] });
    const png = await decode(await cloud.toPNG());
    const paths = await decode(new TextEncoder().encode(cloud.toSVG()));
    expect(difference(png.data, paths.data)).toBeLessThan(0.6);
    // The same words drawn by the canvas with the same font at the places of the layout.
    GlobalFonts.register(Buffer.from(defaultFontSync().bytes), 'Redian Test');
    const canvas = createCanvas(500, 300);
    const context = canvas.getContext('2d');
    context.fillStyle = cloud.layout.background;
    context.fillRect(0, 0, 500, 300);
    context.fontKerning = 'none';
    for (const { text, x, y, size, rotation, color } of cloud.layout.words) {
      context.save();
      context.translate(x, y);
      context.rotate((rotation * Math.PI) / 180);
      context.font = `${size}px "Redian Test"`;
      context.fillStyle = color;
      context.fillText(text, 0, 0);
      context.restore();
    }
    expect(difference(png.data, context.getImageData(0, 0, 500, 300).data)).toBeLessThan(2.5);
  });

  it('has the size that width, height and pixelRatio say, in each format', async () => {
    const cloud = await wordCloud(words, { width: 200, height: 120, pixelRatio: 1.5 });
    for (const bytes of [await cloud.toPNG(), await cloud.toJPEG(), await cloud.toWebP()]) {
      const { width, height, data } = await decode(bytes);
      expect([width, height]).toEqual([300, 180]);
      expect(data.some((value, at) => at % 4 === 0 && value < 100)).toBe(true);
    }
  });

  it('is encoded where OffscreenCanvas has no 2D context, as in Deno', async () => {
    vi.stubGlobal(
      'OffscreenCanvas',
      class {
        getContext(): null {
          return null;
        }
      },
    );
    try {
      const cloud = await wordCloud(words, { width: 200, height: 120 });
      const { width, height } = await decode(await cloud.toJPEG());
      expect([width, height]).toEqual([200, 120]);
      const dark = await wordCloud(words, { width: 200, height: 120, background: '#000000' });
      const masked = await wordCloud(words, { width: 200, height: 120, mask: await dark.toPNG() });
      expect(masked.layout.words.length).toBeGreaterThan(0);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('is a palette of a quarter of the bytes if its colours are few, with the same pixels', async () => {
    for (const background of ['#ffffff', 'transparent', '#10203080'] as const) {
      const cloud = await wordCloud(words, { width: 300, height: 200, background });
      const png = await cloud.toPNG();
      expect(png[25]).toBe(3);
      const { data } = cloud.toPixels();
      const read = (await decode(png)).data;
      let farthest = 0;
      for (let at = 0; at < data.length; at++) {
        // A canvas multiplies alpha into its colours and back: where hardly anything is, colours are lost.
        if (at % 4 === 3 || data[at | 3] >= 64) farthest = Math.max(farthest, Math.abs(read[at] - data[at]));
      }
      expect(farthest).toBeLessThan(4);
    }
    let next = 0;
    const many = await wordCloud(
      Array.from({ length: 40 }, (_, index) => ({ text: `词${index}`, weight: 50 - index })),
      { width: 300, height: 200, colorBy: () => `#00${(next++ % 100).toString().padStart(2, '0')}00` },
    );
    const png = await many.toPNG();
    expect(png[25]).toBe(2);
    expect(difference((await decode(png)).data, many.toPixels().data)).toBe(0);
  });

  it('has the same pixels where it is painted in several bands', async () => {
    for (const rotation of ['none', 'quarter', [-20, 35]] as const) {
      const cloud = await wordCloud(words, {
        width: 1001,
        height: 900,
        rotation,
        contour: true,
        shape: 'circle',
      });
      const png = await cloud.toPNG();
      expect(png[25]).toBe(3);
      expect(difference((await decode(png)).data, cloud.toPixels().data)).toBe(0);
    }
  });

  it('is transparent where no word is, by option', async () => {
    const cloud = await wordCloud(words, { width: 200, height: 120, background: 'transparent' });
    const { data } = await decode(await cloud.toPNG());
    expect(data[3]).toBe(0);
    expect(data.some((value, at) => at % 4 === 3 && value === 255)).toBe(true);
    expect(cloud.toSVG()).not.toContain('<rect');
  });

  it('is saved by the ending of the path', async () => {
    const folder = mkdtempSync(`${tmpdir()}/redian-cloud-`);
    const cloud = await wordCloud(words, { width: 200, height: 120 });
    const starts = { png: '\x89PNG', jpg: '\xff\xd8\xff', webp: 'RIFF', svg: '<svg' };
    for (const [ending, start] of Object.entries(starts)) {
      await cloud.save(`${folder}/cloud.${ending}`);
      expect(readFileSync(`${folder}/cloud.${ending}`, 'latin1').slice(0, start.length)).toBe(start);
    }
    await expect(cloud.save(`${folder}/cloud.gif`)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    await expect(cloud.save(`${folder}/no/cloud.png`)).rejects.toMatchObject({ code: 'FILE' });
  });

  it('is drawn on node-canvas when that is installed', async (context) => {
    const require = createRequire(import.meta.url);
    let nodeCanvas: { createCanvas: typeof createCanvas };
    try {
      nodeCanvas = require('canvas');
    } catch {
      context.skip();
      return;
    }
    const cloud = await wordCloud(words, { width: 200, height: 120 });
    const other = await wordCloud(words, { width: 200, height: 120, createCanvas: nodeCanvas.createCanvas });
    expect((await decode(await other.toPNG())).data).toEqual((await decode(await cloud.toPNG())).data);
  });

  it('draws the edge of the shape in PNG and SVG', async () => {
    const cloud = await wordCloud(words, {
      width: 300,
      height: 300,
      shape: 'circle',
      contour: { width: 4, color: '#ff0000' },
    });
    const { data } = await decode(await cloud.toPNG());
    const redAt = (x: number, y: number) => data[4 * (y * 300 + x)] > 200 && data[4 * (y * 300 + x) + 1] < 90;
    expect([0, 1, 2, 3, 4, 5, 6].some((y) => redAt(150, y))).toBe(true);
    expect(redAt(2, 2)).toBe(false);
    expect(cloud.toSVG()).toContain('stroke="#ff0000"');
  });
});

describe('SVG', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '&amp;',
    '"><svg onload=x>',
    "it's",
    '\u0000\u0007坏',
    ']]>',
    '\ud800半',
  ];

  it.each(['paths', 'text'] as const)(
    'as %s parses as XML and runs nothing, whatever the words',
    async (as) => {
      const cloud = await wordCloud(
        hostile.map((text, index) => ({ text, weight: 9 - index })),
        { width: 900, height: 400 },
      );
      const svg = cloud.toSVG({ as });
      for (const refused of ['<script', 'onload=x>', '\u0000', '\u0007', '\ud800']) {
        expect(svg.includes(refused)).toBe(false);
      }
      // Every < opens a known element, every & a known entity: what XML asks of text and attributes.
      expect(svg.replace(/<\/?(svg|g|title|defs|path|use|text|rect)\b[^<>]*>/g, '')).not.toMatch(/[<>]/);
      expect(svg).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
      expect((await loadImage(Buffer.from(svg))).width).toBe(900);
    },
  );
});

describe('colours', () => {
  it.each(Object.entries(palettes))(
    'of palette %s read well on their background',
    (_, { background, colors }) => {
      for (const color of colors) {
        expect(
          contrastRatio(parseColor(color, color), parseColor(background, 'background')),
        ).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it('that are not asked for can be read on the background, dark or light', async () => {
    const few = [
      { text: '热点', weight: 2 },
      { text: 'OpenAI', weight: 1 },
    ];
    for (const background of ['#10131a', '#000080', '#ffffff', '#f3e9d2']) {
      const { layout } = await wordCloud(few, { width: 300, height: 200, background });
      for (const { color } of layout.words) {
        expect(
          contrastRatio(parseColor(color, color), parseColor(background, 'background')),
          `${color} on ${background}`,
        ).toBeGreaterThan(4);
      }
    }
  });

  it('follow topics, sentiment, a function and the word itself', () => {
    const tagged = words.map((word, index) => ({ ...word, topic: index % 2, sentiment: index % 2 ? -1 : 1 }));
    const byTopic = layoutCloud(tagged, { colorBy: 'topic' }).words;
    expect(new Set(byTopic.map(({ topic, color }) => `${topic} ${color}`)).size).toBe(2);
    const bySentiment = layoutCloud(tagged, { colorBy: 'sentiment' }).words;
    for (const { sentiment = 0, color } of bySentiment) {
      const [red, green] = parseColor(color, color);
      expect(Math.sign(green - red)).toBe(Math.sign(sentiment));
    }
    expect(
      layoutCloud(words, { colorBy: ({ size }) => (size > 60 ? '#111111' : '#222222') }).words[0].color,
    ).toBe('#111111');
    expect(layoutCloud([{ text: '红', weight: 1, color: '#ff0000' }]).words[0].color).toBe('#ff0000');
  });

  it('come from a picture that lies under the words', () => {
    const data = new Uint8ClampedArray(4 * 100);
    for (let pixel = 0; pixel < 100; pixel++)
      data.set(pixel % 10 < 5 ? [200, 0, 0, 255] : [0, 0, 200, 255], 4 * pixel);
    const layout = layoutCloud(words, {
      width: 600,
      height: 300,
      maxSize: 30,
      colorBy: { width: 10, height: 10, data },
    });
    for (const { box, color } of layout.words) {
      const [red, , blue] = parseColor(color, color);
      if (box.x + box.width < 280) expect(red).toBeGreaterThan(blue);
      if (box.x > 320) expect(blue).toBeGreaterThan(red);
    }
  });
});
