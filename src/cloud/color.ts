import { describeValue, RedianError } from '../errors.js';

/** Red, green, blue and alpha from 0 to 255. */
export type Rgba = readonly [number, number, number, number];

const named: ReadonlyMap<string, Rgba> = new Map([
  ['transparent', [0, 0, 0, 0]],
  ['black', [0, 0, 0, 255]],
  ['white', [255, 255, 255, 255]],
  ['red', [255, 0, 0, 255]],
  ['green', [0, 128, 0, 255]],
  ['blue', [0, 0, 255, 255]],
  ['gray', [128, 128, 128, 255]],
  ['grey', [128, 128, 128, 255]],
  ['orange', [255, 165, 0, 255]],
  ['yellow', [255, 255, 0, 255]],
  ['purple', [128, 0, 128, 255]],
  ['navy', [0, 0, 128, 255]],
  ['teal', [0, 128, 128, 255]],
]);

const hexadecimal = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/;
const functional = /^(rgb|hsl)a?\(([0-9.,%\s/+-]{1,60})\)$/;

function parseHex(text: string): Rgba {
  const digits = text.slice(1);
  const long = digits.length > 4 ? digits : [...digits].map((digit) => digit + digit).join('');
  const byte = (at: number) => Number.parseInt(long.slice(at, at + 2), 16);
  return [byte(0), byte(2), byte(4), long.length > 6 ? byte(6) : 255];
}

function hueToRgb(hue: number, saturation: number, lightness: number): readonly [number, number, number] {
  const amplitude = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const k = (((offset + hue / 30) % 12) + 12) % 12;
    return 255 * (lightness - amplitude * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

function parseFunction(kind: string, body: string): Rgba | undefined {
  const parts = body.split(/[\s,/]+/).filter((part) => part !== '');
  if (parts.length !== 3 && parts.length !== 4) return undefined;
  const value = (part: string, whole: number) =>
    part.endsWith('%') ? (Number(part.slice(0, -1)) / 100) * whole : Number(part);
  const alpha = parts.length === 4 ? value(parts[3], 1) * 255 : 255;
  const rgb =
    kind === 'rgb'
      ? [value(parts[0], 255), value(parts[1], 255), value(parts[2], 255)]
      : hueToRgb(Number(parts[0]), value(parts[1], 1), value(parts[2], 1));
  const channels = [...rgb, alpha].map((channel) => Math.round(Math.max(0, Math.min(255, channel))));
  if (channels.some(Number.isNaN)) return undefined;
  return [channels[0], channels[1], channels[2], channels[3]];
}

/**
 * Reads a CSS colour: `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`, `rgb()`, `hsl()`, `transparent` or one of a few names.
 *
 * @param name  the option, for the message
 * @throws {RedianError} INVALID_ARGUMENT for anything else
 */
export function parseColor(color: string, name: string): Rgba {
  if (typeof color === 'string') {
    const text = color.trim().toLowerCase();
    const known = named.get(text);
    if (known) return known;
    if (hexadecimal.test(text)) return parseHex(text);
    const match = functional.exec(text);
    const parsed = match ? parseFunction(match[1], match[2]) : undefined;
    if (parsed) return parsed;
  }
  throw new RedianError(
    'INVALID_ARGUMENT',
    `${name}: expected a colour such as #1667a8 or rgb(22, 103, 168), got ${describeValue(color)}`,
  );
}

/** `#rrggbb`, or `#rrggbbaa` if it is not opaque. */
export function formatColor([red, green, blue, alpha]: Rgba): string {
  const hex = (value: number) => Math.round(value).toString(16).padStart(2, '0');
  return `#${hex(red)}${hex(green)}${hex(blue)}${alpha < 255 ? hex(alpha) : ''}`;
}
