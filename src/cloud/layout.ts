import { checkOptions } from '../base/check.js';
import { type Arrangement, layoutOf, PlacedWords } from './arrangement.js';
import { checkWords, prepare } from './candidates.js';
import type { CloudLayout, CloudWord } from './cloud-layout.js';
import { colorWords } from './coloring.js';
import { Fitting, placeNumbers } from './fitting.js';
import { type LayoutOptions, layoutOptions, resolveOptions } from './layout-options.js';
import { maskRoom, shapeRoom } from './room.js';

/** The places of those that found one. */
function withSize(places: Float64Array): Float64Array {
  const found = new Float64Array(places.length);
  let length = 0;
  for (let at = 0; at < places.length; at += placeNumbers) {
    if (places[at + 1] === 0) continue;
    found.set(places.subarray(at, at + placeNumbers), length);
    length += placeNumbers;
  }
  return found.slice(0, length);
}

/** {@link layoutCloud} in columns. */
export function arrangeCloud(words: readonly CloudWord[], options: LayoutOptions): Arrangement {
  checkWords(words);
  const resolved = resolveOptions(options);
  const { width, height, cell } = resolved;
  const { words: candidateWords, candidates, unplaced, missing } = prepare(words, resolved);
  const columns = Math.max(1, Math.floor(width / cell));
  const rows = Math.max(1, Math.floor(height / cell));
  const room = resolved.mask
    ? maskRoom(resolved.mask, resolved, cell, columns, rows)
    : shapeRoom(resolved.shape, resolved, cell, columns, rows);
  const fitting = new Fitting(candidates, resolved, room);
  const { places, complete } = fitting.best();
  for (let at = 0; !complete && at < places.length; at += placeNumbers) {
    if (places[at + 1] > 0) continue;
    const { text, weight } = candidateWords[places[at]];
    unplaced.push({ text, weight, reason: 'no-room' });
  }
  const found = complete ? places : withSize(places);
  const copies = resolved.repeat ? fitting.fill() : [];
  const all = copies.length > 0 ? Float64Array.from([...found, ...copies]) : found;
  const boxes = fitting.boxes(all, !resolved.mask && resolved.shape === 'rectangle');
  const originals = found.length / placeNumbers;
  const placed = new PlacedWords(candidateWords, all, boxes, candidates.rotations, originals);
  return {
    width,
    height,
    unplaced,
    missingGlyphs: [...missing].map(([character, list]) => ({ character, words: list })),
    cell,
    placed,
    ...colorWords(placed, resolved, options),
  };
}

/**
 * Gives each word a place so that no two share a pixel and none leaves the shape.
 *
 * Words are placed from the largest to the smallest, each at the free place nearest to a point of its own; the
 * heaviest in the middle. Unless `maxSize` is given, sizes grow until the shape is full. Synchronous, without
 * canvas and DOM.
 *
 * @param words  in any order; weights ≥ 0
 * @throws {RedianError} INVALID_ARGUMENT naming the option or word that cannot be used, INVALID_MEDIA for a damaged
 *   font, FILE if the bundled font cannot be read at once (in a browser: load it first by `loadDefaultFont`)
 */
export function layoutCloud(words: readonly CloudWord[], options: LayoutOptions = {}): CloudLayout {
  checkOptions(options, layoutOptions);
  return layoutOf(arrangeCloud(words, options));
}
