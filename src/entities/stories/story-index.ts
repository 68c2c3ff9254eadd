import { type KeyTable, WORD } from './content-keys.js';
import { actorKey, objectKeys, type Report } from './group.js';

/** How many stories a place of the index remembers, and how many a report is compared with. */
const DEPTH = 24;
const MOST_FOUND = 48;

/** Names and rare keys of a report whose pairs are looked up. */
const HEAVY = 4;
const RARE = 6;

/** What a place is made of: the first part of its key. */
const [ACTOR_OBJECT, ACTOR_AMOUNT, OBJECT_TYPE, ACTOR_TYPE, ONE_KEY, TWO_KEYS] = [0, 1, 2, 3, 4, 5];

/**
 * Where stories are found that a report may belong to: by pairs of the parts of its event (actor, object, amount, type),
 * by each name that few posts hold, and by pairs of its weightiest names and of its rarest keys. Each such place
 * remembers the last {@link DEPTH} stories that were put there.
 *
 * A place is three numbers in an open hash table; its stories are a chain in two arrays, newest first.
 */
export class StoryIndex {
  /** Stories that {@link find} found. */
  readonly found = new Int32Array(MOST_FOUND);
  readonly #table: KeyTable;
  /** Names, types and amounts of events as numbers. */
  readonly #names = new Map<string, number>();
  #slots: Int32Array = new Int32Array(1 << 12).fill(-1);
  /** By place: its three numbers, and the newest link of its chain. */
  #places = new Int32Array(4 << 11);
  #placeCount = 0;
  /** By link: the story, and the link before it or -1. */
  #links = new Int32Array(2 << 12);
  #linkCount = 0;
  /** Places of the report that was opened last. */
  readonly #open: number[] = [];
  /** By story: the number of the search that found it last. */
  #seen = new Int32Array(1 << 10);
  #search = 0;

  constructor(table: KeyTable) {
    this.#table = table;
  }

  clear(): void {
    this.#slots.fill(-1);
    this.#placeCount = 0;
    this.#linkCount = 0;
  }

  /** Works out the places of a report, for {@link find} and {@link remember}. */
  open(report: Report): void {
    this.#open.length = 0;
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

  /** What is seldom named is looked up alone; names and amounts, the same in both languages, also by pairs. */
  #openKeys(keys: Int32Array): void {
    const table = this.#table;
    const { kinds, df, weights } = table;
    const heavy: number[] = [];
    const rare: number[] = [];
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as number;
      if (kinds[key] !== WORD) {
        if (table.isSeldom(key)) this.#at(ONE_KEY, key, 0);
        if ((df[key] as number) > 1) {
          insert(heavy, key, HEAVY, (a, b) => (weights[b] as number) - (weights[a] as number) || a - b);
        }
      }
      if (table.isRare(key)) {
        insert(rare, key, RARE, (a, b) => (df[a] as number) - (df[b] as number) || a - b);
      }
    }
    this.#openPairs(heavy);
    this.#openPairs(rare);
  }

  #openPairs(keys: number[]): void {
    keys.sort((a, b) => a - b);
    for (let i = 0; i < keys.length; i++) {
      for (let j = i + 1; j < keys.length; j++) this.#at(TWO_KEYS, keys[i] as number, keys[j] as number);
    }
  }

  /** Stories of the places of the report, newest first in each place; their number, at most {@link MOST_FOUND}. */
  find(): number {
    this.#search++;
    let count = 0;
    for (const place of this.#open) {
      let link = this.#places[4 * place + 3] as number;
      for (let depth = 0; link >= 0 && depth < DEPTH; depth++) {
        if (count === MOST_FOUND) return count;
        const story = this.#links[2 * link] as number;
        link = this.#links[2 * link + 1] as number;
        if (this.#seen[story] === this.#search) continue;
        this.#seen[story] = this.#search;
        this.found[count++] = story;
      }
    }
    return count;
  }

  /** Puts a story into the places of the report; where it is already it keeps its place. */
  remember(story: number): void {
    if (story >= this.#seen.length) this.#seen = larger(this.#seen, story + 1);
    for (const place of this.#open) {
      const newest = this.#places[4 * place + 3] as number;
      let link = newest;
      let depth = 0;
      for (; link >= 0 && depth < DEPTH && this.#links[2 * link] !== story; depth++) {
        link = this.#links[2 * link + 1] as number;
      }
      if (link >= 0 && depth < DEPTH) continue;
      if (2 * this.#linkCount === this.#links.length)
        this.#links = larger(this.#links, this.#links.length + 1);
      this.#links[2 * this.#linkCount] = story;
      this.#links[2 * this.#linkCount + 1] = newest;
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
        this.#open.push(place);
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
    this.#open.push(place);
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
