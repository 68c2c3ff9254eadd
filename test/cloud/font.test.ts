import { existsSync, readFileSync } from 'node:fs';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { dataFileUrl } from '../../src/base/data-file.js';
import { shapeWord } from '../../src/cloud/font/glyph-run.js';
import { defaultFontSync, Font } from '../../src/cloud/index.js';
import { CUBIC, QUAD } from '../../src/cloud/kernel/segments.js';
import { CoverageRaster } from '../../src/cloud/raster/coverage.js';
import { rasterWord } from '../../src/cloud/word-ink.js';

const font = defaultFontSync();

function decoded(charset: string, first: [number, number], second: [number, number]): string {
  const decoder = new TextDecoder(charset);
  let text = '';
  for (let a = first[0]; a <= first[1]; a++) {
    for (let b = second[0]; b <= second[1]; b++) text += decoder.decode(Uint8Array.of(a, b));
  }
  return text.replaceAll('\ufffd', '');
}

describe('the bundled font', () => {
  it('has every character of GB 2312, of the general standard table and of Latin', () => {
    const listed = readFileSync(new URL('../../dictionaries/font-characters.txt', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .join('');
    const latin = String.fromCodePoint(...Array.from({ length: 94 }, (_, index) => 0x21 + index));
    // Behind the last character of level 1 lie five private ones, which are no characters of GB 2312.
    const hanzi = decoded('gb2312', [0xb0, 0xf7], [0xa1, 0xfe]).replace(/[\ue000-\uf8ff]/g, '');
    expect([...hanzi].length).toBe(6763);
    const lacking = [...hanzi, ...listed, ...latin, ...'，。！？《》“”……——￥％'].filter(
      (character) => font.glyph(character.codePointAt(0) ?? 0) === 0,
    );
    expect(lacking).toEqual([]);
  });

  it('goes by a name of its own, with its licence beside it', () => {
    const licence = readFileSync(dataFileUrl('RedianSansSC-LICENSE.txt'), 'utf8');
    expect(licence).toContain('SIL OPEN FONT LICENSE');
    const [key] = GlobalFonts.register(Buffer.from(font.bytes)) ? ['Redian Sans SC'] : [''];
    expect(GlobalFonts.has(key)).toBe(true);
    expect(GlobalFonts.families.map(({ family }) => family)).not.toContain('Noto Sans SC');
  });
});

describe('the font reader', () => {
  it('measures and draws as Skia does', () => {
    GlobalFonts.register(Buffer.from(font.bytes), 'Redian Oracle');
    const size = 64;
    for (const text of ['大模型', 'Agent', '囍', 'gjpqy', 'Ω①', '“引”', '龘'].filter(
      (word) => shapeWord(word, [font]).missing.length === 0,
    )) {
      const canvas = createCanvas(320, 128);
      const context = canvas.getContext('2d');
      context.font = `${size}px "Redian Oracle"`;
      context.fontKerning = 'none';
      const run = shapeWord(text, [font]);
      expect(run.advance * size).toBeCloseTo(context.measureText(text).width, 0);
      context.fillText(text, 10, 90);
      const { data } = context.getImageData(0, 0, 320, 128);
      const raster = new CoverageRaster();
      raster.reset(320, 128);
      rasterWord(raster, run, size, 0, 10, 90);
      const coverage = new Float32Array(320 * 128);
      raster.read(coverage);
      let [difference, ink] = [0, 0];
      for (const [pixel, value] of coverage.entries()) {
        difference += Math.abs(value - data[4 * pixel + 3] / 255);
        ink += value;
      }
      expect(difference / ink).toBeLessThan(0.08);
    }
  });

  it('gives boxes that hold the outline', () => {
    for (const character of '热点词云智能gA%，') {
      const glyph = font.glyph(character.codePointAt(0) ?? 0);
      const { xMin, yMin, xMax, yMax } = font.bounds(glyph);
      const { kinds, points } = font.outline(glyph);
      let at = 0;
      for (const kind of kinds) {
        // Only ends lie on the curve; controls may stand outside of the box.
        at += kind === QUAD ? 2 : kind === CUBIC ? 4 : 0;
        expect(points[at]).toBeGreaterThanOrEqual(xMin - 0.5);
        expect(points[at]).toBeLessThanOrEqual(xMax + 0.5);
        expect(points[at + 1]).toBeGreaterThanOrEqual(yMin - 0.5);
        expect(points[at + 1]).toBeLessThanOrEqual(yMax + 0.5);
        at += 2;
      }
    }
  });

  const dejavu = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf';
  it.skipIf(!existsSync(dejavu))('sets each character in the first font that has it', () => {
    const latin = Font.parse(readFileSync(dejavu), 'DejaVu');
    const run = shapeWord('A大', [latin, font]);
    expect(run.glyphs.map(({ font: used }) => used.name)).toEqual(['DejaVu', 'Redian Sans SC']);
    expect(run.missing).toEqual([]);
  });
});
