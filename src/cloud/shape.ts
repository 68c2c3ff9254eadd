import { checkChoice, checkNumber } from '../base/check.js';
import { describeValue, RedianError } from '../errors.js';
import { type Outline, OutlineBuilder } from './font/outline.js';

/** Names of the built-in shapes. */
export const shapeNames = ['rectangle', 'circle', 'ellipse', 'heart', 'star', 'diamond'] as const;

export type ShapeName = (typeof shapeNames)[number];

/**
 * A picture whose dark or opaque part is where words go: RGBA bytes, row by row.
 *
 * With `by: 'alpha'` opaque pixels hold words, with `by: 'luminance'` dark ones; by default alpha decides
 * if any pixel is transparent, else luminance.
 */
export interface MaskImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly by?: 'alpha' | 'luminance';
  /** Alpha from 0 to 255, or darkness, from which on a pixel holds words. Default 128. */
  readonly threshold?: number;
}

/** @throws {RedianError} INVALID_ARGUMENT naming the field that cannot be used. */
export function checkMask(mask: MaskImage): void {
  if (typeof mask !== 'object' || mask === null) {
    throw new RedianError(
      'INVALID_ARGUMENT',
      `mask: expected a picture { width, height, data }, got ${describeValue(mask)}`,
    );
  }
  checkNumber('mask.width', mask.width, { min: 1, integer: true });
  checkNumber('mask.height', mask.height, { min: 1, integer: true });
  if (mask.by !== undefined) checkChoice('mask.by', mask.by, ['alpha', 'luminance']);
  if (mask.threshold !== undefined) checkNumber('mask.threshold', mask.threshold, { min: 0, max: 255 });
  const expected = 4 * mask.width * mask.height;
  if (!(mask.data instanceof Uint8Array || mask.data instanceof Uint8ClampedArray)) {
    throw new RedianError('INVALID_ARGUMENT', `mask.data: expected bytes, got ${describeValue(mask.data)}`);
  }
  if (mask.data.length !== expected) {
    throw new RedianError(
      'INVALID_ARGUMENT',
      `mask.data: expected ${expected} bytes of RGBA for ${mask.width}x${mask.height}, got ${mask.data.length}`,
    );
  }
}

/** Where words go, pixel by pixel of the mask: 1 inside, 0 outside. */
export function maskInside(mask: MaskImage): Uint8Array {
  const { data } = mask;
  const threshold = mask.threshold ?? 128;
  let by = mask.by;
  if (!by) {
    by = 'luminance';
    for (let at = 3; at < data.length; at += 4) {
      if (data[at] < 128) {
        by = 'alpha';
        break;
      }
    }
  }
  const inside = new Uint8Array(mask.width * mask.height);
  for (let pixel = 0; pixel < inside.length; pixel++) {
    const at = 4 * pixel;
    const alpha = data[at + 3];
    const darkness = 255 - (0.2126 * data[at] + 0.7152 * data[at + 1] + 0.0722 * data[at + 2]);
    const value = by === 'alpha' ? alpha : (darkness * alpha) / 255;
    inside[pixel] = value >= threshold ? 1 : 0;
  }
  return inside;
}

/** Regular points around a circle of radius 1, from the top clockwise; `inner` < 1 makes a star. */
function starPoints(tips: number, inner: number): readonly (readonly [number, number])[] {
  return Array.from({ length: 2 * tips }, (_, index) => {
    const radius = index % 2 === 0 ? 1 : inner;
    const angle = (Math.PI * index) / tips;
    const round = (value: number) => Math.round(value * 2 ** 30) / 2 ** 30;
    return [round(radius * Math.sin(angle)), round(-radius * Math.cos(angle))] as const;
  });
}

/** Control distance of a cubic that stands for a quarter of a circle. */
const quarter = 0.5522847498;

/**
 * Outline of a built-in shape in pixels, y downwards, inside the box (x, y, width, height). All but the rectangle and
 * the ellipse keep their proportions and are centred.
 */
export function shapeOutline(shape: ShapeName, x: number, y: number, width: number, height: number): Outline {
  const builder = new OutlineBuilder();
  const centerX = x + width / 2;
  const centerY = y + height / 2;
  const half = Math.min(width, height) / 2;
  if (shape === 'rectangle') {
    builder.moveTo(x, y);
    builder.lineTo(x + width, y);
    builder.lineTo(x + width, y + height);
    builder.lineTo(x, y + height);
  } else if (shape === 'circle' || shape === 'ellipse') {
    const rx = shape === 'circle' ? half : width / 2;
    const ry = shape === 'circle' ? half : height / 2;
    const [kx, ky] = [rx * quarter, ry * quarter];
    builder.moveTo(centerX, centerY - ry);
    builder.cubicTo(centerX + kx, centerY - ry, centerX + rx, centerY - ky, centerX + rx, centerY);
    builder.cubicTo(centerX + rx, centerY + ky, centerX + kx, centerY + ry, centerX, centerY + ry);
    builder.cubicTo(centerX - kx, centerY + ry, centerX - rx, centerY + ky, centerX - rx, centerY);
    builder.cubicTo(centerX - rx, centerY - ky, centerX - kx, centerY - ry, centerX, centerY - ry);
  } else if (shape === 'heart') {
    // Drawn in a box of 1.1 by 1 about the centre: wide enough that both lobes hold words.
    const scale = Math.min(width / 1.12, height);
    const point = (u: number, v: number): [number, number] => [centerX + u * scale, centerY + v * scale];
    builder.moveTo(...point(0, -0.3));
    builder.cubicTo(...point(0.1, -0.53), ...point(0.56, -0.6), ...point(0.56, -0.16));
    builder.cubicTo(...point(0.56, 0.14), ...point(0.24, 0.3), ...point(0, 0.5));
    builder.cubicTo(...point(-0.24, 0.3), ...point(-0.56, 0.14), ...point(-0.56, -0.16));
    builder.cubicTo(...point(-0.56, -0.6), ...point(-0.1, -0.53), ...point(0, -0.3));
  } else {
    const points = shape === 'star' ? starPoints(5, 0.5) : starPoints(2, Math.SQRT1_2);
    const drop = shape === 'star' ? half * 0.05 : 0;
    for (const [index, [u, v]] of points.entries()) {
      const [px, py] = [centerX + u * half, centerY + v * half + drop];
      if (index === 0) builder.moveTo(px, py);
      else builder.lineTo(px, py);
    }
  }
  return builder.build();
}
