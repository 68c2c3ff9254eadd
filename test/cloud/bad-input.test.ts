import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { type CloudWord, defaultFontSync, Font, layoutCloud, wordCloud } from '../../src/cloud/index.js';
import { drawOwners } from './ink-map.js';

const two: CloudWord[] = [
  { text: '大模型', weight: 3 },
  { text: '开源', weight: 1 },
];

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return `${(error as { code: string }).code}: ${(error as Error).message}`;
  }
  return 'no error';
}

async function codeOfAsync(run: () => Promise<unknown>): Promise<string> {
  try {
    await run();
  } catch (error) {
    return `${(error as { code: string }).code}: ${(error as Error).message}`;
  }
  return 'no error';
}

describe('bad input', () => {
  it('of no words gives an empty picture', async () => {
    const cloud = await wordCloud([], { width: 50, height: 40 });
    expect(cloud.layout.words).toEqual([]);
    expect((await cloud.toPNG()).length).toBeGreaterThan(50);
  });

  it('of one word gives that word, large', () => {
    const { words } = layoutCloud([{ text: '热点', weight: 0.001 }], { width: 800, height: 400 });
    expect(words).toHaveLength(1);
    expect(words[0].size).toBeGreaterThan(150);
  });

  it.each([
    [Number.NaN, 'NaN'],
    [-1, '-1'],
    [Infinity, 'Infinity'],
    ['5', '"5"'],
  ])('of weight %s names the word and the value', (weight, shown) => {
    expect(codeOf(() => layoutCloud([...two, { text: 'x', weight: weight as number }]))).toBe(
      `INVALID_ARGUMENT: words[2].weight: expected a finite number of at least 0, got ${shown}`,
    );
  });

  it('of weight 0 is left out with the reason', () => {
    expect(layoutCloud([...two, { text: 'x', weight: 0 }]).unplaced).toEqual([
      { text: 'x', weight: 0, reason: 'no-weight' },
    ]);
  });

  it('of options that cannot be used names the option', () => {
    expect(codeOf(() => layoutCloud(two, { width: 0 }))).toContain('INVALID_ARGUMENT: width:');
    expect(codeOf(() => layoutCloud(two, { height: 1.5 }))).toContain('INVALID_ARGUMENT: height:');
    expect(codeOf(() => layoutCloud(two, { shape: 'cat' as 'star' }))).toContain('INVALID_ARGUMENT: shape:');
    expect(codeOf(() => layoutCloud(two, { scale: 'cube' as 'sqrt' }))).toContain('INVALID_ARGUMENT: scale:');
    expect(codeOf(() => layoutCloud(two, { palette: 'constructor' as 'dark' }))).toContain('palette:');
    expect(codeOf(() => layoutCloud(two, { background: 'javascript:1' }))).toContain('background:');
    expect(codeOf(() => layoutCloud(two, { rotation: [] }))).toContain('rotation:');
    expect(codeOf(() => layoutCloud(two, { colorBy: () => '" onload="' }))).toContain('colorBy("大模型"):');
    expect(codeOf(() => layoutCloud(two, { minSize: 20, maxSize: 10 }))).toContain('maxSize:');
    expect(codeOf(() => layoutCloud('text' as unknown as CloudWord[]))).toContain('words:');
    expect(codeOf(() => layoutCloud([null as unknown as CloudWord]))).toContain('words[0]:');
    expect(
      codeOf(() => layoutCloud(two, { mask: { width: 2, height: 2, data: new Uint8Array(3) } })),
    ).toContain('mask.data: expected 16 bytes');
    const dot = { width: 1, height: 1, data: new Uint8Array(4) };
    expect(codeOf(() => layoutCloud(two, { mask: { ...dot, by: 'alfa' as 'alpha' } }))).toContain('mask.by:');
    expect(codeOf(() => layoutCloud(two, { mask: { ...dot, threshold: Number.NaN } }))).toContain(
      'mask.threshold:',
    );
  });

  it('of options that are null takes the default', async () => {
    const plain = await wordCloud(two);
    expect((await wordCloud(two, { colorBy: null as never })).layout).toEqual(plain.layout);
  });

  it('of a word of 5,000 characters leaves the other words large', () => {
    const layout = layoutCloud([{ text: '长'.repeat(5000), weight: 9 }, ...two], { width: 800, height: 400 });
    expect(layout.unplaced.map(({ reason }) => reason)).toEqual(['no-room']);
    expect(Math.max(...layout.words.map(({ size }) => size))).toBeGreaterThan(60);
  });

  it('of 100,000 words places what there is room for and lists the rest', () => {
    const words = Array.from({ length: 100_000 }, (_, index) => ({
      text: `词${index}`,
      weight: 1 + (index % 7),
    }));
    const layout = layoutCloud(words, { width: 800, height: 600 });
    expect(layout.words.length + layout.unplaced.length).toBe(100_000);
    expect(layout.words.length).toBeGreaterThan(300);
    const heavy = layout.words.filter(({ weight }) => weight === 7).length;
    expect(heavy / layout.words.length).toBeGreaterThan(0.8);
  });

  it('of one pixel or of 20,000 x 20,000 gives a layout', () => {
    expect(layoutCloud(two, { width: 1, height: 1 }).unplaced).toHaveLength(2);
    const huge = layoutCloud(two, { width: 20_000, height: 20_000 });
    expect(huge.words).toHaveLength(2);
    expect(huge.words[0].size).toBeGreaterThan(2000);
  });

  it('of a mask without room places nothing and says so', () => {
    const mask = { width: 10, height: 10, data: new Uint8Array(400), by: 'alpha' as const };
    expect(layoutCloud(two, { mask }).unplaced.map(({ reason }) => reason)).toEqual(['no-room', 'no-room']);
  });

  it('of a font that is none, cut off or scrambled gives INVALID_MEDIA or a layout, never another error', async () => {
    expect(codeOf(() => Font.parse(new TextEncoder().encode('hello, no font here')))).toContain(
      'INVALID_MEDIA',
    );
    expect(codeOf(() => Font.parse(new Uint8Array(0)))).toContain('INVALID_MEDIA');
    const { bytes } = defaultFontSync();
    for (const length of [11, 100, 5000, 200_000, bytes.length - 4]) {
      expect(codeOf(() => Font.parse(bytes.slice(0, length)))).toContain('INVALID_MEDIA');
    }
    let seed = 1;
    for (let round = 0; round < 30; round++) {
      const damaged = bytes.slice();
      for (let hit = 0; hit < 400; hit++) {
        seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
        // Half of the hits fall on the directory and the tables at its head.
        damaged[seed % (hit % 2 === 0 ? 3000 : damaged.length)] = seed >>> 16;
      }
      const result = codeOf(() =>
        layoutCloud(two, { fonts: [Font.parse(damaged)], width: 200, height: 100 }),
      );
      expect(result === 'no error' || result.startsWith('INVALID_MEDIA')).toBe(true);
    }
    expect(await codeOfAsync(() => wordCloud(two, { fonts: ['/nowhere/font.ttf'] }))).toContain(
      'FILE: fonts[0]',
    );
  });

  it('of a font that cannot be used names its place in the list', async () => {
    const folder = mkdtempSync(`${tmpdir()}/redian-fonts-`);
    const path = `${folder}/cut.ttf`;
    const { bytes } = defaultFontSync();
    writeFileSync(path, bytes.subarray(0, 50_000));
    const asked = (font: unknown) =>
      codeOfAsync(() => wordCloud(two, { fonts: [bytes, font as Uint8Array] }));
    expect(await asked(path)).toBe(
      `INVALID_MEDIA: fonts[1]: font ${path}: table cmap ends at byte 98702 of 50000`,
    );
    expect(await asked(bytes.subarray(0, 50_000))).toContain('INVALID_MEDIA: font fonts[1] (bytes)');
    expect(await asked(5)).toContain('INVALID_ARGUMENT: fonts[1]');
    rmSync(folder, { recursive: true });
    const layout = (fonts: unknown) => codeOf(() => layoutCloud(two, { fonts: fonts as Font[] }));
    expect(layout([defaultFontSync(), {}])).toContain('INVALID_ARGUMENT: fonts[1]');
    expect(layout('serif')).toContain('INVALID_ARGUMENT: fonts: expected an array');
  });

  it('of a picture that cannot be decoded gives INVALID_MEDIA', async () => {
    const noise = Uint8Array.from({ length: 300 }, (_, index) => index * 7);
    expect(await codeOfAsync(() => wordCloud(two, { mask: noise }))).toContain(
      'INVALID_MEDIA: mask: 300 bytes',
    );
  });

  it('of characters that no font has reports them and draws no box', () => {
    const layout = layoutCloud(
      [
        { text: '好\u{10ABCD}', weight: 2 },
        { text: '\u{10ABCD}', weight: 1 },
      ],
      { width: 300, height: 200 },
    );
    expect(layout.missingGlyphs).toEqual([
      { character: '\u{10ABCD}', words: ['好\u{10ABCD}', '\u{10ABCD}'] },
    ]);
    expect(layout.unplaced).toEqual([{ text: '\u{10ABCD}', weight: 1, reason: 'no-glyphs' }]);
    expect(drawOwners(layout).blank).toEqual([]);
  });

  it('of letters that no font has draws them without their marks, and reports them', () => {
    const { words, missingGlyphs } = layoutCloud([{ text: 'Erdős', weight: 1 }], { width: 300, height: 200 });
    const [plain] = layoutCloud([{ text: 'Erdos', weight: 1 }], { width: 300, height: 200 }).words;
    expect(missingGlyphs).toEqual([{ character: 'ő', words: ['Erdős'] }]);
    expect(words[0].box).toEqual(plain.box);
  });

  it('of strange strings is drawn or reported', () => {
    const strange = [
      '',
      ' ',
      '\n',
      '\u0000',
      '\ud800',
      '\u202e反',
      '__proto__',
      'constructor',
      'a\u0301',
      '👨‍👩‍👧',
    ];
    const layout = layoutCloud(
      strange.map((text) => ({ text, weight: 1 })),
      { width: 400, height: 200 },
    );
    expect(layout.words.length + layout.unplaced.length).toBe(strange.length);
    expect(drawOwners(layout).clashes).toEqual([]);
  });
});
