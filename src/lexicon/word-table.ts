/** Bit of {@link WordTable.codes} of the characters that jieba joins to blocks. */
export const BLOCK = 0x8000;
/** Bits of {@link WordTable.codes} that hold the code. */
export const CODE = 0x7fff;

/** Codes that no character of the table has, for words that are added later. */
export const SPARE_CODES = 1024;

/** A dictionary as typed arrays; every array may be a view of a file. */
export interface WordTable {
  /** Code of each UTF-16 unit, 0 if no word has it, and {@link BLOCK}. */
  readonly codes: Uint16Array;
  /** Base of each character's children by its code, 0 if there are none. */
  readonly bases: Int32Array;
  /**
   * Double array in which words are looked up character by character. A unit is two 32-bit integers at 2·i and 2·i + 1, so
   * that one cache line answers a step:
   *
   *     base                  where the children lie: the child by code c is unit base + c; 0 if there is none
   *     label << 16 | rank    the code of the step that leads here, and the rank of the word's frequency
   *
   * Every base is used by one node only, so that the label alone tells whether a unit is the child one looks for.
   */
  readonly units: Int32Array;
  /** Frequency by rank; rank 0 is no word. */
  readonly frequencies: Float64Array;
  /** Natural logarithm of the frequency by rank, −∞ for rank 0: what is no word is no candidate. */
  readonly logs: Float64Array;
  /** The same of each character as a word, by its code; NaN for the code that no character has. */
  readonly singleLogs: Float64Array;
  /** Sum of the frequencies of all lines. */
  readonly total: number;
}

/** Parts of speech of a dictionary's words. */
export interface TagTable {
  /** Number of the tag by unit, 0 where the unit is no word. */
  readonly tags: Uint8Array;
  /** Tag by number. */
  readonly tagNames: readonly string[];
}
