import type { UnitText } from './unit-text.js';
import { WordSet } from './word-set.js';

/** 1 for units that may stand in a URL as written by people: ASCII without spaces, quotes and brackets of markup. */
const urlUnit = new Uint8Array(128);
for (let unit = 0x21; unit < 0x7f; unit++) urlUnit[unit] = 1;
for (const unit of '"<>\\^`{}|') urlUnit[unit.charCodeAt(0)] = 0;

const trailing = ".,;:!?'*~)]&";

function isUrlUnit(unit: number): boolean {
  return unit < 128 && urlUnit[unit] === 1;
}

/** A string, or what has its units in an array. */
type Units = Pick<UnitText, 'length' | 'charCodeAt' | 'charAt'>;

/**
 * End of a URL whose scheme or host has been read up to `at`. Chinese text and punctuation end it, and closing
 * marks of the sentence are left out; a parenthesis stays if its opening one is inside.
 */
export function urlEnd(text: Units, start: number, at: number): number {
  let end = at;
  let opened = 0;
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    if (!isUrlUnit(unit)) break;
    if (unit === 0x28 || unit === 0x5b) opened++;
    end++;
  }
  let closed = 0;
  if (opened > 0) {
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 0x29 || unit === 0x5d) closed++;
    }
  }
  while (end > at) {
    const unit = text.charCodeAt(end - 1);
    if (!trailing.includes(text.charAt(end - 1))) break;
    if (unit === 0x29 || unit === 0x5d) {
      if (opened > 0 && closed <= opened) break;
      closed--;
    }
    end--;
  }
  return end;
}

const hosts = new WordSet(
  'com cn org net io ai co dev app edu gov me tv cc info xyz so jp uk de fr eu tech top hk tw us sh gg ly link site wiki blog online cloud pub vip',
);

/** True if the last part of a host, folded, is a top-level domain that people write without a scheme. */
export function isTopLevel(part: string): boolean {
  return hosts.has(part);
}
