import type { WordLexicon } from '../lexicon/word-lexicon.js';
import type { TagTable } from '../lexicon/word-table.js';
import { isDigitUnit } from '../text/unit-kinds.js';
import type { Cutter } from './cutter.js';
import { ALPHANUMERIC, classOf, HAN, nextCharacter, OTHER, WHITE } from './jieba-classes.js';
import type { PosHmm } from './pos-hmm.js';

/** A word and its part of speech, in the tag set of jieba (ICTCLAS): n, nr, v, eng, m, x, … */
export interface TaggedWord {
  readonly word: string;
  readonly tag: string;
}

/**
 * jieba's part-of-speech tagger (posseg): the dictionary's tags, and for runs that it does not explain a hidden
 * Markov model of its own. Its blocks and its treatment of numbers differ from those of `cut`.
 */
export class Tagger {
  readonly #lexicon: WordLexicon;
  readonly #cutter: Cutter;
  readonly #tags: TagTable;
  readonly #model: PosHmm;

  constructor(lexicon: WordLexicon, cutter: Cutter, tags: TagTable, model: PosHmm) {
    this.#lexicon = lexicon;
    this.#cutter = cutter;
    this.#tags = tags;
    this.#model = model;
  }

  /** Words and tags of a text, as `jieba.posseg.lcut` gives them. */
  tag(text: string, hmm: boolean): TaggedWord[] {
    const tagged: TaggedWord[] = [];
    for (let at = 0; at < text.length; ) {
      let stop = at + 1;
      if (inTaggerBlock(text.charCodeAt(at))) {
        while (stop < text.length && inTaggerBlock(text.charCodeAt(stop))) stop++;
        this.#block(text, at, stop, hmm, tagged);
      } else {
        const unitClass = classOf[text.charCodeAt(at)];
        if (unitClass === OTHER) stop = nextCharacter(text, at);
        else if (unitClass === WHITE && text.startsWith('\r\n', at)) stop = at + 2;
        tagged.push({ word: text.slice(at, stop), tag: 'x' });
      }
      at = stop;
    }
    return tagged;
  }

  #block(text: string, start: number, end: number, hmm: boolean, tagged: TaggedWord[]): void {
    const path = this.#cutter.path(text, start, end);
    const length = end - start;
    let run = -1;
    for (let x = 0; x < length; ) {
      const y = path[2 * x];
      const joins = y - x === 1 && (hmm || classOf[text.charCodeAt(start + x)] === ALPHANUMERIC);
      if (joins) {
        if (run < 0) run = x;
      } else {
        if (run >= 0) this.#run(text, start + run, start + x, hmm, tagged);
        run = -1;
        this.#push(text, start + x, start + y, tagged);
      }
      x = y;
    }
    if (run >= 0) this.#run(text, start + run, end, hmm, tagged);
  }

  /** A run of characters that stand alone on the path. */
  #run(text: string, start: number, end: number, hmm: boolean, tagged: TaggedWord[]): void {
    if (!hmm) tagged.push({ word: text.slice(start, end), tag: 'eng' });
    else if (end - start === 1) this.#push(text, start, end, tagged);
    else if ((this.#lexicon.frequency(text, start, end) ?? 0) > 0) {
      for (let at = start; at < end; at++) this.#push(text, at, at + 1, tagged);
    } else {
      this.#unknown(text, start, end, tagged);
    }
  }

  #push(text: string, start: number, end: number, tagged: TaggedWord[]): void {
    tagged.push({
      word: text.slice(start, end),
      tag: this.#lexicon.tag(this.#tags, text, start, end) ?? 'x',
    });
  }

  /** A run that the dictionary does not explain. */
  #unknown(text: string, start: number, end: number, tagged: TaggedWord[]): void {
    for (let at = start; at < end; ) {
      let stop = at + 1;
      if (classOf[text.charCodeAt(at)] === HAN) {
        while (stop < end && classOf[text.charCodeAt(stop)] === HAN) stop++;
        this.#model.cut(text, at, stop, (from, to, tag) => tagged.push({ word: text.slice(from, to), tag }));
      } else if (isNumeral(text.charCodeAt(at))) {
        while (stop < end && isNumeral(text.charCodeAt(stop))) stop++;
        tagged.push({ word: text.slice(at, stop), tag: 'm' });
      } else if (classOf[text.charCodeAt(at)] === ALPHANUMERIC) {
        while (stop < end && classOf[text.charCodeAt(stop)] === ALPHANUMERIC) stop++;
        tagged.push({ word: text.slice(at, stop), tag: 'eng' });
      } else {
        while (stop < end && isSign(text.charCodeAt(stop))) stop++;
        tagged.push({ word: text.slice(at, stop), tag: 'x' });
      }
      at = stop;
    }
  }
}

/** The tagger's blocks lack `%` and `-`, which those of `cut` have. */
function inTaggerBlock(unit: number): boolean {
  const unitClass = classOf[unit];
  return unitClass !== OTHER && unitClass !== WHITE && unit !== 0x25 && unit !== 0x2d;
}

/** jieba's `[\.0-9]`. */
function isNumeral(unit: number): boolean {
  return unit === 0x2e || isDigitUnit(unit);
}

function isSign(unit: number): boolean {
  const unitClass = classOf[unit];
  return unitClass !== HAN && unitClass !== ALPHANUMERIC && unit !== 0x2e;
}
