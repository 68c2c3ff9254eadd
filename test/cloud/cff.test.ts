import { readdirSync, readFileSync } from 'node:fs';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { shapeWord } from '../../src/cloud/font/glyph-run.js';
import { CUBIC, LINE, MOVE } from '../../src/cloud/font/outline.js';
import { Font, layoutCloud } from '../../src/cloud/index.js';
import { CoverageRaster } from '../../src/cloud/raster/coverage.js';
import { rasterWord } from '../../src/cloud/word-ink.js';
import { drawOwners } from './ink-map.js';

const u16 = (value: number) => [(value >> 8) & 255, value & 255];
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value)];

/** A number as charstrings and dictionaries write it, in three bytes. */
const n = (value: number) => [28, ...u16(value)];

/** An INDEX with offsets of two bytes. */
function index(entries: readonly (readonly number[])[]): number[] {
  if (entries.length === 0) return u16(0);
  let at = 1;
  const offsets = [at, ...entries.map((entry) => (at += entry.length))];
  return [...u16(entries.length), 2, ...offsets.flatMap(u16), ...entries.flat()];
}

/** A font of 1,000 units whose characters from A on are drawn by the charstrings; one global subroutine. */
function cffFont(charStrings: readonly (readonly number[])[], subroutine: readonly number[]): Uint8Array {
  const name = index([[84]]);
  const glyphs = index([[14], ...charStrings]);
  const globals = index([subroutine]);
  const before = 4 + name.length + index([[...n(0), 17]]).length + u16(0).length + globals.length;
  const top = index([[...n(before), 17]]);
  const cff = [1, 0, 4, 2, ...name, ...top, ...u16(0), ...globals, ...glyphs];
  const count = charStrings.length + 1;
  const cmap = [0, 0, 0, 1, 0, 3, 0, 10, ...u32(12), 0, 12, 0, 0, ...u32(28), ...u32(0), ...u32(1)];
  const tables: Record<string, number[]> = {
    'CFF ': cff,
    cmap: [...cmap, ...u32(65), ...u32(64 + charStrings.length), ...u32(1)],
    head: [...Array(18).fill(0), ...u16(1000), ...Array(34).fill(0)],
    hhea: [...Array(34).fill(0), ...u16(count)],
    hmtx: Array.from({ length: count }, () => [...u16(600), 0, 0]).flat(),
    maxp: [0, 0, 0x50, 0, ...u16(count)],
  };
  const entries = Object.entries(tables);
  let at = 12 + 16 * entries.length;
  const directory = entries.flatMap(([tag, table]) => {
    const record = [
      ...[...tag].map((letter) => letter.charCodeAt(0)),
      0,
      0,
      0,
      0,
      ...u32(at),
      ...u32(table.length),
    ];
    at += table.length;
    return record;
  });
  const head = [0x4f, 0x54, 0x54, 0x4f, ...u16(entries.length), 0, 0, 0, 0, 0, 0];
  return Uint8Array.from([...head, ...directory, ...entries.flatMap(([, table]) => table)]);
}

// A: two stems, a hint mask, then a square of 400. B: a subroutine's half-moon. C: an operator that does not exist.
const square = [...n(0), ...n(9), ...n(20), ...n(9), 18, 19, 0xff, ...n(100), ...n(50), 21];
const font = cffFont(
  [
    [...square, ...n(400), ...n(400), ...n(-400), 6, 14],
    [...n(-107), 29, 14],
    [...n(1), 12, 99, 14],
    [...n(40), 29, 14],
  ],
  [...n(100), 22, ...n(300), ...n(0), ...n(200), ...n(300), 31, 11],
);

describe('a font with outlines of the Compact Font Format', () => {
  it('is drawn: lines, curves, hints that take no ink, subroutines', () => {
    const parsed = Font.parse(font, 'made');
    const a = parsed.outline(parsed.glyph(65));
    expect([...a.kinds]).toEqual([MOVE, LINE, LINE, LINE]);
    expect([...a.points]).toEqual([100, 50, 500, 50, 500, 450, 100, 450]);
    expect(parsed.bounds(parsed.glyph(65))).toEqual({ xMin: 100, yMin: 50, xMax: 500, yMax: 450 });
    const b = parsed.outline(parsed.glyph(66));
    expect([...b.kinds]).toEqual([MOVE, CUBIC]);
    expect([...b.points]).toEqual([100, 0, 400, 0, 400, 200, 400, 500]);
    const layout = layoutCloud([{ text: 'AAB', weight: 1 }], { fonts: [parsed], width: 200, height: 100 });
    expect(layout.missingGlyphs).toEqual([]);
    expect(drawOwners(layout, [parsed]).blank).toEqual([]);
  });

  it('says which glyph is damaged', () => {
    const parsed = Font.parse(font, 'made');
    for (const letter of [67, 68]) {
      expect(() => parsed.character(letter)).toThrow(/font made: glyph [34] of its table CFF is damaged/);
    }
    for (let length = 12; length < font.length; length += 7) {
      expect(() => Font.parse(font.slice(0, length))).toThrow(/^font \(bytes\): /);
    }
  });

  const folder = '/usr/share/fonts';
  const installed = (() => {
    try {
      return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.otf$|CJK-Bold\.ttc$/.test(name))
        .sort()
        .slice(0, 6);
    } catch {
      return [];
    }
  })();

  it.skipIf(installed.length === 0)(`is what Skia draws, in ${installed.length} installed fonts`, () => {
    for (const [at, name] of installed.entries()) {
      const bytes = readFileSync(`${folder}/${name}`);
      const parsed = Font.parse(new Uint8Array(bytes), name);
      if (!GlobalFonts.register(bytes, `Redian CFF ${at}`)) continue;
      for (const text of ['Agent', 'pqy@&', '大模型热点']) {
        const run = shapeWord(text, [parsed]);
        if (run.missing.length > 0) continue;
        const context = createCanvas(420, 128).getContext('2d');
        context.font = `64px "Redian CFF ${at}"`;
        context.fontKerning = 'none';
        context.fillText(text, 10, 90);
        const { data } = context.getImageData(0, 0, 420, 128);
        const raster = new CoverageRaster();
        raster.reset(420, 128);
        rasterWord(raster, run, 64, 0, 10, 90);
        const own = new Float32Array(420 * 128);
        raster.read(own);
        let [difference, ink] = [0, 0];
        for (const [pixel, cover] of own.entries()) {
          difference += Math.abs(255 * cover - data[4 * pixel + 3]);
          ink += data[4 * pixel + 3];
        }
        expect(difference / ink, `${name}: ${text}`).toBeLessThan(0.25);
      }
    }
  });
});
