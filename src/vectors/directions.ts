/** Directions of documents, eight bits a dimension: what is lost moves a cosine by 0.002. */
export interface Directions {
  /** Row-major, shape (documents, dimensions), 127 times a row of length 1; zero for a document without a direction. */
  readonly rows: Int8Array;
  readonly dimensions: number;
}

/** Length of a row. */
export const UNIT = 127;
/** Length of a center as it is multiplied. */
export const CENTER = 511;
