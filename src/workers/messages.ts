import type { SharedPlace } from '../base/place.js';
import type { BatchDay, TextBatch } from '../partial/index.js';

/** Texts as bytes, which are handed over instead of copied: UTF-16, so that lone surrogates survive. */
export interface BatchMessage {
  readonly number: number;
  /** May be longer than the texts; the thread gives it back with its answer, to be filled again. */
  readonly bytes: ArrayBuffer;
  /** Where each text ends, in UTF-16 units. */
  readonly ends: Uint32Array<ArrayBuffer>;
  /** Position of each text's day in `dayNames`. */
  readonly days: Uint16Array<ArrayBuffer>;
  readonly dayNames: readonly string[];
}

/** What a worker answers. */
export type Answer =
  | {
      readonly number: number;
      readonly days: readonly BatchDay[];
      readonly promotional: number;
      /** Terms that the thread met for the first time: their ids go on from those of the answer before. */
      readonly terms: readonly string[];
      readonly bytes: ArrayBuffer;
    }
  | { readonly number: number; readonly error: string; readonly bytes: ArrayBuffer };

/** Files of compiled data by name, in memory that all threads share. */
export type SharedFiles = readonly (readonly [name: string, bytes: Uint8Array])[];

/** What a thread is started with. */
export interface ThreadData {
  readonly files: SharedFiles;
  /** Those of the files that lie in a memory of WebAssembly, each with an area that no other thread has. */
  readonly places: readonly (readonly [name: string, place: SharedPlace])[];
}

/**
 * @param spare  memory of a batch before: new memory costs the system a page every 4 KB, which is more than the copying.
 *   Taken if it is large enough.
 */
export function packBatch(number: number, { texts, days }: TextBatch, spare?: ArrayBuffer): BatchMessage {
  let length = 0;
  for (const text of texts) length += text.length;
  const hasRoom = spare !== undefined && spare.byteLength >= length * 2;
  const bytes = Buffer.from(hasRoom ? spare : new ArrayBuffer(roomFor(length * 2)));
  const ends = new Uint32Array(texts.length);
  const places = new Map<string, number>();
  const dayOf = new Uint16Array(texts.length);
  let at = 0;
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index] as string;
    bytes.write(text, at * 2, 'utf16le');
    at += text.length;
    ends[index] = at;
    const day = days[index] ?? '';
    let place = places.get(day);
    if (place === undefined) {
      place = places.size;
      places.set(day, place);
    }
    dayOf[index] = place;
  }
  return { number, bytes: bytes.buffer as ArrayBuffer, ends, days: dayOf, dayNames: [...places.keys()] };
}

/** A quarter more, so that the next batch, about as long, has room too. */
function roomFor(bytes: number): number {
  return bytes + (bytes >> 2);
}

export function unpackBatch({ bytes, ends, days, dayNames }: BatchMessage): TextBatch {
  const all = Buffer.from(bytes);
  const texts: string[] = [];
  const names: string[] = [];
  let from = 0;
  for (let index = 0; index < ends.length; index++) {
    const to = ends[index] as number;
    texts.push(all.toString('utf16le', from * 2, to * 2));
    names.push(dayNames[days[index] as number] ?? '');
    from = to;
  }
  return { texts, days: names };
}
