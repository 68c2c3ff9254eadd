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

/** Every so many rows of directions, one behind the other. O(rows of them · dimensions). */
export function everyDirection(directions: Directions, stride: number): Directions {
  if (stride === 1) return directions;
  const { rows, dimensions } = directions;
  const count = Math.ceil(rows.length / dimensions / stride);
  const some = new Int8Array(count * dimensions);
  for (let row = 0; row < count; row++) {
    const from = row * stride * dimensions;
    some.set(rows.subarray(from, from + dimensions), row * dimensions);
  }
  return { rows: some, dimensions };
}
