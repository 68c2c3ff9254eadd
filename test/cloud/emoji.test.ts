import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { shapeWord } from '../../src/cloud/font/glyph-run.js';
import { defaultFontSync, Font, wordCloud } from '../../src/cloud/index.js';
import { loadEmojiFont } from '../../src/cloud/media.js';

/** A copy of a font with further tables. */
function withTables(font: Uint8Array, added: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const count = view.getUint16(4);
  const more = Object.entries(added);
  const shift = 16 * more.length;
  const result = new Uint8Array(font.length + shift + more.reduce((sum, [, table]) => sum + table.length, 0));
  result.set(font.subarray(0, 12 + 16 * count));
  result.set(font.subarray(12 + 16 * count), 12 + 16 * count + shift);
  const out = new DataView(result.buffer);
  out.setUint16(4, count + more.length);
  for (let index = 0; index < count; index++) {
    out.setUint32(12 + 16 * index + 8, view.getUint32(12 + 16 * index + 8) + shift);
  }
  let end = font.length + shift;
  for (const [index, [tag, table]] of more.entries()) {
    const at = 12 + 16 * (count + index);
    for (let letter = 0; letter < 4; letter++) result[at + letter] = tag.charCodeAt(letter);
    out.setUint32(at + 8, end);
    out.setUint32(at + 12, table.length);
    result.set(table, end);
    end += table.length;
  }
  return result;
}

/** The bundled font in which ★ is a green 口 under a red 一. */
function coloredFont(): Font {
  const plain = defaultFontSync();
  const glyph = (character: string) => plain.glyph(character.codePointAt(0) ?? 0);
  const words = (...values: number[]) =>
    Uint8Array.from(values.flatMap((value) => [value >> 8, value & 255]));
  // Version, one base at byte 14, layers at byte 20, two layers; base: glyph, first, count; layers: glyph, entry.
  const colr = words(0, 1, 0, 14, 0, 20, 2, glyph('★'), 0, 2, glyph('口'), 0, glyph('一'), 1);
  const cpal = Uint8Array.from([
    ...words(0, 2, 1, 2, 0, 14, 0),
    ...[0, 160, 0, 255], // blue, green, red, alpha
    ...[0, 0, 200, 255],
  ]);
  return Font.parse(withTables(plain.bytes, { COLR: colr, CPAL: cpal }), 'colour');
}

describe('a colour font', () => {
  it('draws an emoji in its own colours, in pixels and in SVG', async () => {
    const cloud = await wordCloud([{ text: '★\ufe0f', weight: 1 }], {
      emojiFont: coloredFont(),
      width: 200,
      height: 200,
    });
    const { data } = cloud.toPixels();
    const seen = new Set<string>();
    for (let at = 0; at < data.length; at += 4) seen.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
    expect(seen.has('0,160,0')).toBe(true);
    expect(seen.has('200,0,0')).toBe(true);
    expect(cloud.toSVG()).toContain('fill="#00a000"');
    expect(cloud.toSVG()).toContain('fill="#c80000"');
  });

  it('is asked first for emoji and last for text', () => {
    const fonts = [coloredFont(), defaultFontSync()];
    const used = (text: string) => shapeWord(text, fonts).glyphs.map(({ font }) => font.name);
    expect(used('口5')).toEqual(['Redian Sans SC', 'Redian Sans SC']);
    expect(used('★\ufe0f')).toEqual(['colour']);
  });

  it('comes from the package twemoji-colr-font when that is installed', async (context) => {
    try {
      const require = createRequire(`${process.cwd()}/`);
      require.resolve('twemoji-colr-font/twemoji.woff2');
      require.resolve('wawoff2');
    } catch {
      await expect(wordCloud([{ text: '🔥', weight: 1 }], { emojiFont: true })).rejects.toMatchObject({
        code: 'MISSING_PACKAGE',
      });
      context.skip();
      return;
    }
    const cloud = await wordCloud([{ text: '🔥', weight: 1 }], { emojiFont: true, width: 100, height: 100 });
    expect(cloud.missingGlyphs).toEqual([]);
    expect(cloud.layout.words).toHaveLength(1);
    // Joined people, flags, skin tones, keycaps, tags: one glyph each, whether or not the selector is written.
    const fonts = [defaultFontSync(), await loadEmojiFont()];
    const sequences = '👨‍👩‍👧 🇨🇳 👍🏽 1️⃣ ❤️ ❤️‍🔥 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👩‍💻 🤷🏿‍♀️ 🧑🏻‍🤝‍🧑🏿 👁️‍🗨️'.split(' ');
    for (const text of sequences) expect([text, shapeWord(text, fonts).glyphs.length]).toEqual([text, 1]);
    expect(shapeWord('热1🇯🇵点', fonts).glyphs).toHaveLength(4);
    // A family that no font has is its members, and half a flag is a letter.
    expect(shapeWord('👨‍🚀‍🔥', fonts).glyphs.length).toBeGreaterThan(1);
    expect(shapeWord('🇨', fonts).missing).toEqual([]);
  });
});
