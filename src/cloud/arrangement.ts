import type { CloudLayout, CloudWord, PlacedWord, UncoloredWord } from './cloud-layout.js';
import { placeNumbers } from './fitting.js';

/** Words at their places, a column for each of what is known of them: an object is made of a word when it is asked for. */
export class PlacedWords {
  readonly count: number;

  /**
   * @param words  what was to be placed
   * @param places  {@link placeNumbers} for each placed word, all with a size
   * @param boxes  four numbers each: left, top, width and height in pixels
   * @param rotations  degrees for each of `words`; undefined if none is turned
   * @param originals  how many of the places are not of copies
   */
  constructor(
    private readonly words: readonly CloudWord[],
    readonly places: Float64Array,
    readonly boxes: Float64Array,
    private readonly rotations: Float64Array | undefined,
    private readonly originals: number,
  ) {
    this.count = places.length / placeNumbers;
  }

  /** The same words at other places, none of them a copy. */
  at(places: Float64Array, boxes: Float64Array): PlacedWords {
    return new PlacedWords(this.words, places, boxes, this.rotations, places.length / placeNumbers);
  }

  /** What the caller said of a word. */
  given(index: number): CloudWord {
    return this.words[this.places[placeNumbers * index]];
  }

  /** Degrees, clockwise. */
  rotation(index: number): number {
    return this.rotations ? this.rotations[this.places[placeNumbers * index]] : 0;
  }

  /** Whether some words are turned. */
  get isTurned(): boolean {
    return this.rotations !== undefined;
  }

  texts(): readonly string[] {
    const texts = new Array<string>(this.count);
    for (let index = 0; index < texts.length; index++) texts[index] = this.given(index).text;
    return texts;
  }

  /** @param ink  its colour; default: the one that the caller gave, if any */
  word(index: number, ink?: string): UncoloredWord {
    const { places, boxes } = this;
    const { text, weight, topic, sentiment, color } = this.given(index);
    const at = placeNumbers * index;
    const word: Mutable<UncoloredWord> = {
      text,
      weight,
      x: places[at + 2],
      y: places[at + 3],
      size: places[at + 1],
      rotation: this.rotation(index),
      box: { x: boxes[at], y: boxes[at + 1], width: boxes[at + 2], height: boxes[at + 3] },
      color: ink ?? color,
    };
    if (topic !== undefined) word.topic = topic;
    if (sentiment !== undefined) word.sentiment = sentiment;
    if (index >= this.originals) word.copy = true;
    return word;
  }
}

type Mutable<T> = { -readonly [Field in keyof T]: T[Field] };

/** A layout before there is an object for each of its words, which would be most of what a picture of a thousand words allocates. */
export interface Arrangement extends Omit<CloudLayout, 'words'> {
  readonly placed: PlacedWords;
  /** CSS colours in the order in which they come first. */
  readonly inks: readonly string[];
  /** For each placed word which of `inks` it has. */
  readonly inkOf: Int32Array;
}

/** The layout as plain data. */
export function layoutOf({ placed, inks, inkOf, ...rest }: Arrangement): CloudLayout {
  const { width, height, background, unplaced, missingGlyphs, cell } = rest;
  const words: PlacedWord[] = [];
  for (let index = 0; index < placed.count; index++) {
    words.push(placed.word(index, inks[inkOf[index]]) as PlacedWord);
  }
  return { width, height, background, words, unplaced, missingGlyphs, cell };
}
