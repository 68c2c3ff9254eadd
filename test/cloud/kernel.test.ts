import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { shapeWord } from '../../src/cloud/font/glyph-run.js';
import type * as cloud from '../../src/cloud/index.js';
import { defaultFontSync, Font } from '../../src/cloud/index.js';
import { WORD_BYTES } from '../../src/cloud/kernel/text.js';
import { openKernel } from '../../src/cloud/kernel.js';
import { setWords } from '../../src/cloud/kernel-words.js';

const words = Array.from({ length: 150 }, (_, rank) => ({
  text: `${'模型智能数据推理训练口广'.slice(rank % 10, (rank % 10) + 2)}${rank % 4 === 0 ? 'Agent' : ''}${rank}`,
  weight: 1000 / (rank + 3),
}));

const cases: readonly cloud.WordCloudOptions[] = [
  { width: 640, height: 480 },
  { width: 500, height: 500, shape: 'heart', rotation: [0, 30, 270], contour: true, palette: 'dark' },
  { width: 700, height: 300, nesting: true, rotation: 'quarter', maxSize: 90, padding: 5 },
  { width: 400, height: 400, shape: 'star', repeat: true, maxWords: 12 },
  { width: 33, height: 5 },
];

/** Layouts and pictures by modules that are loaded anew. */
async function draw(): Promise<readonly string[]> {
  vi.resetModules();
  const { wordCloud }: typeof cloud = await import('../../src/cloud/index.js');
  const results: string[] = [];
  for (const options of cases) {
    const made = await wordCloud(words, options);
    results.push(JSON.stringify(made.layout), Buffer.from(await made.toPNG()).toString('base64'));
  }
  return results;
}

describe('the kernel of word clouds', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('gives the same bytes as WebAssembly and as JavaScript', async () => {
    const compiled = await draw();
    vi.stubGlobal('WebAssembly', undefined);
    expect(await draw()).toEqual(compiled);
  });

  it('does without WebAssembly where a policy forbids it', async () => {
    const compiled = await draw();
    vi.stubGlobal('WebAssembly', {
      Module: class {
        constructor() {
          throw new EvalError('refused to compile');
        }
      },
    });
    expect(await draw()).toEqual(compiled);
  });
});

/** What the kernel knows of words: the box of the ink, how many glyphs, and where each starts. */
function setInKernel(texts: readonly string[], fonts: readonly cloud.Font[]): readonly unknown[] {
  const kernel = openKernel();
  const { at } = setWords(kernel, texts, fonts);
  return texts.map((_, index) => {
    const word = at + WORD_BYTES * index;
    const [list, count] = kernel.ints.subarray((word >> 2) + 8, (word >> 2) + 10);
    const starts = Array.from({ length: count }, (_, glyph) => kernel.doubles[(list + 16 * glyph + 8) >> 3]);
    return [...kernel.doubles.subarray(word >> 3, (word >> 3) + 4), starts];
  });
}

function setOutside(texts: readonly string[], fonts: readonly cloud.Font[]): readonly unknown[] {
  return texts.map((text) => {
    const { bounds, glyphs } = shapeWord(text, fonts);
    const { xMin, yMin, xMax, yMax } = bounds;
    return [xMin, yMin, xMax, yMax, glyphs.map(({ x }) => x)];
  });
}

describe('words in the kernel', () => {
  const font = defaultFontSync();
  const pieces = fc.constantFrom(
    ...[
      '模型',
      'Agent',
      'café',
      'Ő',
      '€',
      '’',
      '★',
      '①',
      '\n',
      '\n\n',
      ' ',
      '\u200d',
      '\ufe0f',
      '🚀',
      '👨‍👩‍👧',
      '1️⃣',
    ],
    ...['\ud83d', '\udc00', '\ufffd', '\uffff', '\0', '𠀀', '龘', '、', '\u0301', '🇨🇳', '\ufeff', '𝐀'],
  );
  const word = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 6 });
  const texts = fc.array(
    word.map((parts) => parts.join('')),
    { maxLength: 12 },
  );

  it('are set as outside of it, whatever they are', () => {
    fc.assert(
      fc.property(texts, (list) => {
        expect(setInKernel(list, [font])).toEqual(setOutside(list, [font]));
      }),
      { numRuns: 400 },
    );
  });

  it('are set as outside of it, every character of the font', () => {
    const list = Array.from({ length: 0x2fa20 }, (_, codePoint) => codePoint)
      .filter((codePoint) => (codePoint < 0xd800 || codePoint > 0xdfff) && font.glyph(codePoint) > 0)
      .map((codePoint) => String.fromCodePoint(codePoint));
    expect(list.length).toBeGreaterThan(7000);
    const fonts = [font];
    expect(setInKernel(list, fonts)).toEqual(setOutside(list, fonts));
  });

  it('are set in any number of fonts, also when their room is used up', () => {
    const list = ['模型é', 'Agent', '🚀x'];
    const expected = setOutside(list, [font]);
    for (let index = 0; index < 150; index++) {
      expect(setInKernel(list, [Font.parse(font.bytes, `font ${index}`)])).toEqual(expected);
    }
  });
});
