import type { OptionNames } from '../base/check.js';
import { describeValue, RedianError } from '../errors.js';
import type { CloudLayout, PlacedWord } from './cloud-layout.js';
import { formatColor } from './color.js';
import type { Contour } from './contour.js';
import type { Font } from './font/font.js';
import { shapeWord } from './font/glyph-run.js';
import { CUBIC, LINE, MOVE, type Outline, segmentPoints } from './font/outline.js';
import { glyphTransform } from './word-ink.js';

export interface SvgOptions {
  /** `paths` look the same everywhere; `text` can be selected, searched and is smaller. Default `paths`. */
  readonly as?: 'paths' | 'text' | undefined;
  /** CSS font list for `text`. */
  readonly fontFamily?: string | undefined;
}

export const svgOptions: OptionNames<SvgOptions> = { as: true, fontFamily: true };

/** Text that XML allows: without control characters and lone surrogates, and with markup escaped. */
export function escapeXml(text: string): string {
  let result = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const allowed =
      code === 9 ||
      code === 10 ||
      code === 13 ||
      (code >= 0x20 && code < 0xd800) ||
      (code >= 0xe000 && code !== 0xfffe && code !== 0xffff);
    if (!allowed) continue;
    if (character === '&') result += '&amp;';
    else if (character === '<') result += '&lt;';
    else if (character === '>') result += '&gt;';
    else if (character === '"') result += '&quot;';
    else if (character === "'") result += '&#39;';
    else result += character;
  }
  return result;
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function outlinePath(outline: Outline): string {
  const { kinds, points } = outline;
  let path = '';
  let at = 0;
  for (const kind of kinds) {
    const count = 2 * segmentPoints[kind];
    if (kind === MOVE && path !== '') path += 'Z';
    path += kind === MOVE ? 'M' : kind === LINE ? 'L' : kind === CUBIC ? 'C' : 'Q';
    for (let index = 0; index < count; index++)
      path += `${index > 0 ? ' ' : ''}${number(points[at + index])}`;
    at += count;
  }
  return path === '' ? '' : `${path}Z`;
}

/** The edge of the shape, drawn under the words. */
function contourPath({ lines, width, color }: Contour): string {
  let path = '';
  for (const line of lines) {
    for (let at = 0; at < line.length; at += 2) {
      path += `${at === 0 ? 'M' : 'L'}${number(line[at])} ${number(line[at + 1])}`;
    }
  }
  return `<path d="${path}" fill="none" stroke="${escapeXml(color)}" stroke-width="${number(width)}" stroke-linecap="square"/>`;
}

function asText(word: PlacedWord): string {
  const turned =
    word.rotation === 0 ? '' : ` transform="rotate(${word.rotation} ${number(word.x)} ${number(word.y)})"`;
  return `<text x="${number(word.x)}" y="${number(word.y)}" font-size="${number(word.size)}" fill="${escapeXml(word.color)}"${turned}>${escapeXml(word.text)}</text>`;
}

/** How many words, the largest first, are read out for the whole picture. */
const LABELLED_WORDS = 20;

/** Glyphs are defined once and used as often as they occur: a cloud repeats its characters. */
class GlyphDefinitions {
  private readonly names = new Map<Font, Map<number, string>>();
  readonly markup: string[] = [];

  use(font: Font, glyph: number): string {
    const known = this.names.get(font) ?? new Map<number, string>();
    this.names.set(font, known);
    const name = known.get(glyph) ?? `g${this.markup.length}`;
    if (!known.has(glyph)) {
      known.set(glyph, name);
      this.markup.push(`<path id="${name}" d="${outlinePath(font.outline(glyph))}"/>`);
    }
    return name;
  }
}

function asPaths(word: PlacedWord, fonts: readonly Font[], definitions: GlyphDefinitions): string {
  const uses = shapeWord(word.text, fonts).glyphs.map((glyph) => {
    const { a, b, c, d, e, f } = glyphTransform(glyph, word.size, word.rotation, word.x, word.y);
    const matrix = [a, b, c, d].map((value) => String(Math.round(value * 1e6) / 1e6)).join(' ');
    const place = `transform="matrix(${matrix} ${number(e)} ${number(f)})"`;
    const layers = glyph.font.layers(glyph.glyph);
    if (!layers) return `<use href="#${definitions.use(glyph.font, glyph.glyph)}" ${place}/>`;
    return layers
      .map((layer) => {
        const fill = layer.color ? ` fill="${formatColor(layer.color)}"` : '';
        return `<use href="#${definitions.use(glyph.font, layer.glyph)}"${fill} ${place}/>`;
      })
      .join('');
  });
  return `<g fill="${escapeXml(word.color)}"><title>${escapeXml(word.text)}</title>${uses.join('')}</g>`;
}

/**
 * A layout as an SVG document. Markup in words is escaped and control characters are left out, so it always
 * parses as XML and runs nothing.
 */
export function layoutToSvg(
  layout: CloudLayout,
  fonts: readonly Font[],
  options: SvgOptions = {},
  contour?: Contour,
): string {
  const {
    as = 'paths',
    fontFamily = '"Redian Sans SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif',
  } = options;
  if (as !== 'paths' && as !== 'text') {
    throw new RedianError('INVALID_ARGUMENT', `as: expected paths or text, got ${describeValue(as)}`);
  }
  const { width, height, background } = layout;
  const definitions = new GlyphDefinitions();
  const words = layout.words.map((word) =>
    as === 'text' ? asText(word) : asPaths(word, fonts, definitions),
  );
  const ground =
    background === 'transparent'
      ? ''
      : `<rect width="${width}" height="${height}" fill="${escapeXml(background)}"/>`;
  const edge = contour ? contourPath(contour) : '';
  const font = as === 'text' ? ` font-family="${escapeXml(fontFamily)}" font-weight="700"` : '';
  const label = layout.words.slice(0, LABELLED_WORDS).map(({ text }) => text);
  const defs = definitions.markup.length > 0 ? `<defs>${definitions.markup.join('')}</defs>` : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(label.join(', '))}"${font}>${defs}${ground}${edge}${words.join('')}</svg>\n`
  );
}
