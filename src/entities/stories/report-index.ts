import { AMOUNT, type KeyTable, WORD } from './content-keys.js';
import { actorKey, objectKeys, type Report } from './report.js';

/** How many reports of a place are looked at, and how many a report is compared with. */
const DEPTH = 24;
const MOST_FOUND = 96;

/** Names and words of a report that so few posts hold are looked up alone: a twenty-fifth of them, from 12 to 40. */
const fewOf = (documents: number): number => Math.min(40, Math.max(12, documents / 25));

/** The rarest names and amounts, and the rarest keys of all, whose pairs are looked up. */
const NAMES = 4;
const RAREST = 6;

/** What a place is made of: the first part of its key. */
const [ACTOR_OBJECT, ACTOR_AMOUNT, OBJECT_TYPE, ACTOR_TYPE, ONE_KEY, TWO_KEYS] = [0, 1, 2, 3, 4, 5];

/**
 * Where the reports are found that may tell what a report tells: by pairs of the parts of its event (actor, object, amount,
 * type), by each key that few posts hold, and by pairs of its rarest keys. Each such place gives the last {@link DEPTH}
 * reports that were put there.
 *
 * A place is three numbers in an open hash table; its reports are a chain in two arrays, newest first.
 */
export class ReportIndex {
  /** Reports that {@link find} found. */
  readonly found = new Int32Array(MOST_FOUND);
  readonly #table: KeyTable;
  readonly #few: number;
  /** Names, types and amounts of events as numbers. */
  readonly #names = new Map<string, number>();
  #slots: Int32Array = new Int32Array(1 << 12).fill(-1);
  /** By place: its three numbers, and the newest link of its chain. */
  #places = new Int32Array(4 << 11);
  #placeCount = 0;
  /** By link: the report, and the link before it or -1. */
  #links = new Int32Array(2 << 12);
  #linkCount = 0;
  /** Places of the report that was opened last. */
  readonly #open = new Set<number>();
  /** By report: the number of the search that found it last. */
  #seen = new Int32Array(1 << 10);
  #search = 0;

  constructor(table: KeyTable) {
    this.#table = table;
    this.#few = fewOf(table.documents);
  }

  /** Works out the places of a report, for {@link find} and {@link remember}. */
  open(report: Report): void {
    this.#open.clear();
    const { event } = report;
    if (event !== undefined) {
      const type = this.#name(event.type);
      const actor = actorKey(event);
      const actorId = actor === undefined ? -1 : this.#name(actor);
      const objects = objectKeys(event).slice(0, 4);
      if (actor !== undefined) {
        for (const object of objects) this.#at(ACTOR_OBJECT, actorId, this.#name(object));
        for (const amount of event.amounts) {
          this.#at(ACTOR_AMOUNT, actorId, this.#name(amount.value.toPrecision(2)));
        }
      }
      for (const object of objects) this.#at(OBJECT_TYPE, this.#name(object), type);
      if (actor !== undefined) this.#at(ACTOR_TYPE, actorId, type);
    }
    this.#openKeys(report.keys);
  }

  /** Names and amounts, the same in both languages, are also looked up by pairs of their own. */
  #openKeys(keys: Int32Array): void {
    const { kinds, df } = this.#table;
    const byRarity = (a: number, b: number): number => (df[a] as number) - (df[b] as number) || a - b;
    const names: number[] = [];
    const rarest: number[] = [];
    for (const key of keys) {
      const count = df[key] as number;
      if (count < 2) continue;
      if (count <= this.#few && kinds[key] !== AMOUNT) this.#at(ONE_KEY, key, 0);
      if (kinds[key] !== WORD) insert(names, key, NAMES, byRarity);
      insert(rarest, key, RAREST, byRarity);
    }
    this.#openPairs(names);
    this.#openPairs(rarest);
  }

  #openPairs(keys: number[]): void {
    keys.sort((a, b) => a - b);
    for (let i = 0; i < keys.length; i++) {
      for (let j = i + 1; j < keys.length; j++) this.#at(TWO_KEYS, keys[i] as number, keys[j] as number);
    }
  }

  /** Reports of the places of the report, newest first in each place; their number, at most {@link MOST_FOUND}. */
  find(): number {
    this.#search++;
    let count = 0;
    for (const place of this.#open) {
      let link = this.#places[4 * place + 3] as number;
      for (let depth = 0; link >= 0 && depth < DEPTH; depth++) {
        if (count === MOST_FOUND) return count;
        const report = this.#links[2 * link] as number;
        link = this.#links[2 * link + 1] as number;
        if (this.#seen[report] === this.#search) continue;
        this.#seen[report] = this.#search;
        this.found[count++] = report;
      }
    }
    return count;
  }

  /** Puts the opened report, by its number, into its places. */
  remember(report: number): void {
    if (report >= this.#seen.length) this.#seen = larger(this.#seen, report + 1);
    for (const place of this.#open) {
      if (2 * this.#linkCount === this.#links.length)
        this.#links = larger(this.#links, this.#links.length + 1);
      this.#links[2 * this.#linkCount] = report;
      this.#links[2 * this.#linkCount + 1] = this.#places[4 * place + 3] as number;
      this.#places[4 * place + 3] = this.#linkCount++;
    }
  }

  #name(text: string): number {
    let id = this.#names.get(text);
    if (id === undefined) {
      id = this.#names.size;
      this.#names.set(text, id);
    }
    return id;
  }

  /** Opens the place of three numbers, which is made if it is new. */
  #at(kind: number, a: number, b: number): void {
    let slots = this.#slots;
    const places = this.#places;
    let slot = hashOf(kind, a, b) & (slots.length - 1);
    for (let place = slots[slot] as number; place >= 0; place = slots[slot] as number) {
      const at = 4 * place;
      if (places[at] === kind && places[at + 1] === a && places[at + 2] === b) {
        this.#open.add(place);
        return;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    const place = this.#placeCount++;
    if (4 * place === places.length) {
      this.#places = larger(places, places.length + 1);
      slots = this.#rehash();
      slot = hashOf(kind, a, b) & (slots.length - 1);
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = place;
    this.#places.set([kind, a, b, -1], 4 * place);
    this.#open.add(place);
  }

  /** Twice the slots, for as many places as there is room for. */
  #rehash(): Int32Array {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (let place = 0; place < this.#placeCount - 1; place++) {
      const at = 4 * place;
      const [kind, a, b] = [this.#places[at], this.#places[at + 1], this.#places[at + 2]] as [
        number,
        number,
        number,
      ];
      let slot = hashOf(kind, a, b) & (slots.length - 1);
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = place;
    }
    this.#slots = slots;
    return slots;
  }
}

function hashOf(kind: number, a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(kind + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0xc2b2ae35);
  hash ^= hash >>> 13;
  return (Math.imul(hash, 0x27d4eb2f) ^ (hash >>> 16)) >>> 0;
}

function larger(array: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(Math.max(least, array.length * 2));
  grown.set(array);
  return grown;
}

/** Puts a key into a short list in order, which keeps the first `size`. */
function insert(list: number[], key: number, size: number, compare: (a: number, b: number) => number): void {
  let place = list.length;
  while (place > 0 && compare(list[place - 1] as number, key) > 0) place--;
  if (place === size) return;
  list.splice(place, 0, key);
  if (list.length > size) list.pop();
}
