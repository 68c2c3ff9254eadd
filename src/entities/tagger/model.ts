import { exp } from '../../base/math.js';
import { packSections, unpackSections } from '../../lexicon/container.js';
import { hashFeatureName, type NameFeatures } from './features.js';

/** What the tagger tells apart. */
export const nameTypes = ['company', 'organization', 'government', 'person'] as const;
export type NameType = (typeof nameTypes)[number];

/** Label 0 is no name; 1 + 2t opens a name of type t, 2 + 2t goes on with it. */
export const LABELS = 1 + 2 * nameTypes.length;

/** The file kind and version of compiled weights. */
const KIND = 'NAME';
const VERSION = 1;

/** Weights are integers from -8 to 7 of a fraction that the model states. */
export const LEAST_WEIGHT = -8;
export const MOST_WEIGHT = 7;

/** A feature and its weight for each label but the first, whose weight is 0. */
export type NameWeightRow = readonly [feature: string, weights: readonly number[]];

/** What the weights are beside single features. */
export interface NameModelConstants {
  /** What one unit of a weight is worth. */
  readonly step: number;
  /** Logits of a label after another: entry a · LABELS + b; then of a label at the beginning. */
  readonly transitions: readonly number[];
}

/** True if label b may follow label a. */
export function mayFollow(a: number, b: number): boolean {
  return b === 0 || b % 2 === 1 || a === b || a === b - 1;
}

/** The labels that may follow label a, ascending: followers[followerStarts[a], followerStarts[a + 1]). */
const followers: number[] = [];
const followerStarts: number[] = [];
for (let a = 0; a <= LABELS; a++) {
  followerStarts.push(followers.length);
  for (let b = 0; a < LABELS && b < LABELS; b++) if (mayFollow(a, b)) followers.push(b);
}

function slotOf(hash: number, slots: number): number {
  return Math.imul(hash >>> 16, slots) >>> 16;
}

function markOf(hash: number): number {
  return hash & 0xffff || 1;
}

/**
 * Compiles weights into a hash table with open addressing: sixteen bits that know a feature again and its weights in four
 * bits each. Of two features that cannot be told apart, some in a hundred thousand, the first stays. O(rows).
 */
export function packNameModel(rows: readonly NameWeightRow[], constants: NameModelConstants): Uint8Array {
  const slots = Math.ceil(rows.length / 0.75) + 1;
  if (slots > 0xffff) throw new Error(`${rows.length} rows; at most 49000 fit`);
  const marks = new Uint16Array(slots);
  const values = new Int32Array(slots);
  for (const [feature, weights] of rows) {
    const hash = hashFeatureName(feature);
    const mark = markOf(hash);
    let slot = slotOf(hash, slots);
    while (marks[slot] !== 0 && marks[slot] !== mark) slot = (slot + 1) % slots;
    if (marks[slot] === mark) continue;
    marks[slot] = mark;
    let value = 0;
    for (const [label, weight] of weights.entries()) value |= (weight - LEAST_WEIGHT) << (4 * label);
    values[slot] = value;
  }
  const scalars = new Float64Array([constants.step, ...constants.transitions]);
  return packSections(KIND, VERSION, [scalars, marks, values]);
}

/**
 * A linear-chain conditional random field (Lafferty, McCallum & Pereira, ICML 2001) over the units of a text: the labels
 * that are the most probable together, and how probable each is by itself.
 */
export class NameModel {
  /** Of the last text read: the label of each unit. */
  labels = new Uint8Array(256);
  /** The probability of each label in the light of the whole text, by the forward-backward algorithm. */
  certainty = new Float64Array(256);
  readonly #step: number;
  readonly #transitions: Float64Array;
  readonly #factors: Float64Array;
  readonly #marks: Uint16Array;
  readonly #values: Int32Array;
  /** Of each unit and label: logits, the label before on the best way, and what forward-backward needs. */
  #logit = new Float64Array(256 * LABELS);
  #back = new Uint8Array(256 * LABELS);
  #local = new Float64Array(256 * LABELS);
  #forward = new Float64Array(256 * LABELS);
  readonly #scores = new Float64Array(LABELS);
  readonly #next = new Float64Array(LABELS);

  /** @throws {RedianError} INVALID_DATA if the bytes are not what `packNameModel` makes. */
  constructor(bytes: Uint8Array, name: string) {
    const [scalars, marks, values] = unpackSections(bytes, KIND, VERSION, name);
    this.#step = (scalars as Float64Array)[0] as number;
    this.#transitions = (scalars as Float64Array).slice(1).map((logit, at) => {
      // A name that goes on at the beginning goes on from nothing, as after label 0.
      const before = Math.floor(at / LABELS) % LABELS;
      return mayFollow(before, at % LABELS) ? logit : Number.NEGATIVE_INFINITY;
    });
    this.#factors = this.#transitions.map((logit) => exp(logit));
    this.#marks = marks as Uint16Array;
    this.#values = values as Int32Array;
  }

  /**
   * Labels the `count` units that were read last.
   * @returns true if a name is among them; only then `certainty` is set. O(units · (features + labels²)).
   */
  read(features: NameFeatures, count: number): boolean {
    if (count > this.labels.length) {
      this.labels = new Uint8Array(count * 2);
      this.certainty = new Float64Array(count * 2);
      this.#logit = new Float64Array(count * 2 * LABELS);
      this.#back = new Uint8Array(count * 2 * LABELS);
      this.#local = new Float64Array(count * 2 * LABELS);
      this.#forward = new Float64Array(count * 2 * LABELS);
    }
    const logits = this.#logits(features, count);
    if (!this.#best(logits, count)) return false;
    this.#weigh(logits, count);
    return true;
  }

  #logits(features: NameFeatures, count: number): Float64Array {
    const logits = this.#logit;
    const { hashes, from } = features;
    const marks = this.#marks;
    const values = this.#values;
    const slots = marks.length;
    const step = this.#step;
    for (let i = 0; i < count; i++) {
      const base = i * LABELS + 1;
      let found = 0;
      // Two labels in one number, sixteen bits apart: labels 0 and 4, 1 and 5, 2 and 6, 3 and 7.
      let first = 0;
      let second = 0;
      let third = 0;
      let fourth = 0;
      logits[base - 1] = 0;
      for (let at = from[i] as number; at < (from[i + 1] as number); at++) {
        const hash = hashes[at] as number;
        const mark = markOf(hash);
        let slot = slotOf(hash, slots);
        let other = marks[slot] as number;
        while (other !== 0 && other !== mark) {
          if (++slot === slots) slot = 0;
          other = marks[slot] as number;
        }
        if (other === 0) continue;
        found++;
        const value = values[slot] as number;
        first += value & 0xf000f;
        second += (value >>> 4) & 0xf000f;
        third += (value >>> 8) & 0xf000f;
        fourth += (value >>> 12) & 0xf000f;
      }
      const least = found * LEAST_WEIGHT;
      logits[base] = ((first & 0xffff) + least) * step;
      logits[base + 1] = ((second & 0xffff) + least) * step;
      logits[base + 2] = ((third & 0xffff) + least) * step;
      logits[base + 3] = ((fourth & 0xffff) + least) * step;
      logits[base + 4] = ((first >>> 16) + least) * step;
      logits[base + 5] = ((second >>> 16) + least) * step;
      logits[base + 6] = ((third >>> 16) + least) * step;
      logits[base + 7] = ((fourth >>> 16) + least) * step;
    }
    return logits;
  }

  /** The most probable labels together (Viterbi). True if one of them is a name's. */
  #best(logits: Float64Array, count: number): boolean {
    const transitions = this.#transitions;
    const back = this.#back;
    let scores = this.#scores;
    let next = this.#next;
    for (let b = 0; b < LABELS; b++) {
      scores[b] = (transitions[LABELS * LABELS + b] as number) + (logits[b] as number);
    }
    for (let i = 1; i < count; i++) {
      const base = i * LABELS;
      for (let b = 0; b < LABELS; b++) {
        let best = Number.NEGATIVE_INFINITY;
        let from = 0;
        if (b === 0 || b % 2 === 1) {
          for (let a = 0; a < LABELS; a++) {
            const score = (scores[a] as number) + (transitions[a * LABELS + b] as number);
            if (score > best) {
              best = score;
              from = a;
            }
          }
        } else {
          // Only what opens a name or goes on with it goes on: the other transitions are impossible.
          best = (scores[b - 1] as number) + (transitions[(b - 1) * LABELS + b] as number);
          const stay = (scores[b] as number) + (transitions[b * LABELS + b] as number);
          from = b - 1;
          if (stay > best) {
            best = stay;
            from = b;
          }
        }
        next[b] = best + (logits[base + b] as number);
        back[base + b] = from;
      }
      const last = scores;
      scores = next;
      next = last;
    }
    let label = 0;
    for (let a = 1; a < LABELS; a++) if ((scores[a] as number) > (scores[label] as number)) label = a;
    let isNamed = false;
    for (let i = count - 1; i >= 0; i--) {
      this.labels[i] = label;
      if (label !== 0) isNamed = true;
      label = back[i * LABELS + label] as number;
    }
    return isNamed;
  }

  /** The forward-backward algorithm; sums leave out the transitions that are impossible, which add nothing. */
  #weigh(logits: Float64Array, count: number): void {
    const factors = this.#factors;
    const local = this.#local;
    const forward = this.#forward;
    for (let i = 0; i < count; i++) {
      const base = i * LABELS;
      const last = base - LABELS;
      let most = 0;
      for (let b = 1; b < LABELS; b++) most = Math.max(most, logits[base + b] as number);
      let sum = 0;
      for (let b = 0; b < LABELS; b++) {
        let mass = 0;
        if (i === 0) mass = factors[LABELS * LABELS + b] as number;
        else if (b === 0 || b % 2 === 1) {
          for (let a = 0; a < LABELS; a++) {
            mass += (forward[last + a] as number) * (factors[a * LABELS + b] as number);
          }
        } else {
          mass = (forward[last + b - 1] as number) * (factors[(b - 1) * LABELS + b] as number);
          mass += (forward[last + b] as number) * (factors[b * LABELS + b] as number);
        }
        const factor = exp((logits[base + b] as number) - most);
        local[base + b] = factor;
        forward[base + b] = mass * factor;
        sum += mass * factor;
      }
      for (let b = 0; b < LABELS; b++) forward[base + b] = (forward[base + b] as number) / sum;
    }
    let backward = this.#scores.fill(1);
    let before = this.#next;
    for (let i = count - 1; i >= 0; i--) {
      const base = i * LABELS;
      let sum = 0;
      for (let b = 0; b < LABELS; b++) sum += (forward[base + b] as number) * (backward[b] as number);
      const label = this.labels[i] as number;
      this.certainty[i] = ((forward[base + label] as number) * (backward[label] as number)) / sum;
      let scale = 0;
      for (let a = 0; a < LABELS; a++) {
        let mass = 0;
        for (let at = followerStarts[a] as number; at < (followerStarts[a + 1] as number); at++) {
          const b = followers[at] as number;
          mass += (factors[a * LABELS + b] as number) * (local[base + b] as number) * (backward[b] as number);
        }
        before[a] = mass;
        scale += mass;
      }
      for (let a = 0; a < LABELS; a++) before[a] = (before[a] as number) / scale;
      const other = backward;
      backward = before;
      before = other;
    }
  }
}
