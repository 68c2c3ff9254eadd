/** A word and how much it weighs. */
export interface CloudWord {
  readonly text: string;
  /** Finite and at least 0; words of weight 0 are left out. */
  readonly weight: number;
  /** Font size in pixels that overrules what the weight gives. */
  readonly size?: number;
  /** Degrees, clockwise, that overrule `rotation`. */
  readonly rotation?: number;
  /** CSS colour that overrules all others. */
  readonly color?: string;
  /** Group of the word, for `colorBy: 'topic'`. */
  readonly topic?: string | number;
  /** From -1 (bad) to 1 (good), for `colorBy: 'sentiment'`. */
  readonly sentiment?: number;
}

/** A word with its place. */
export interface PlacedWord {
  readonly text: string;
  readonly weight: number;
  /** Start of the baseline in pixels. */
  readonly x: number;
  readonly y: number;
  /** Font size in pixels. */
  readonly size: number;
  /** Degrees, clockwise, about (x, y). */
  readonly rotation: number;
  /** Smallest upright box around the ink, in pixels. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly topic?: string | number;
  readonly sentiment?: number;
  /** CSS colour. */
  readonly color: string;
  /** Whether this is a copy that `repeat` made. */
  readonly copy?: boolean;
}

/** A word that has a place but no colour yet. */
export type UncoloredWord = Omit<PlacedWord, 'color'> & { readonly color?: string | undefined };

/** Why a word is not in the picture. */
export type UnplacedReason =
  /** No free place, even at the smallest size. */
  | 'no-room'
  /** None of its characters is in a font of the list, or it has no ink. */
  | 'no-glyphs'
  /** Lighter than the `maxWords` heaviest. */
  | 'over-max-words'
  /** Its weight is 0. */
  | 'no-weight';

export interface UnplacedWord {
  readonly text: string;
  readonly weight: number;
  readonly reason: UnplacedReason;
}

/**
 * A character that no font of the list has, and the words that have it. It is left out of them; a letter with marks is drawn
 * without (ő as o).
 */
export interface MissingGlyph {
  readonly character: string;
  readonly words: readonly string[];
}

/** Where each word stands: plain data, the same for the same input, options and seed in every runtime. */
export interface CloudLayout {
  readonly width: number;
  readonly height: number;
  /** CSS colour of the ground, or `transparent`. */
  readonly background: string;
  /** From the heaviest to the lightest. */
  readonly words: readonly PlacedWord[];
  readonly unplaced: readonly UnplacedWord[];
  readonly missingGlyphs: readonly MissingGlyph[];
  /** Side of the cells in which places were sought, in pixels. */
  readonly cell: number;
}
