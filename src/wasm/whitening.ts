/**
 * Whitening of the vectors of documents in AssemblyScript, what src/topics/whitening.ts does in JavaScript: the same bits, as each
 * document has a lane of its own.
 */

/**
 * Multiplies rows by a lower triangular matrix and scales them to length `unit` again.
 *
 * @param made  room for two rows of doubles, and two of the given ones
 */
export function whiten(rows: usize, count: i32, triangle: usize, made: usize, unit: f64, length: i32): void {
  const dimensions = <usize>length;
  const given = made + (dimensions << 4);
  for (let first = 0; first < count; first += 2) {
    const left = rows + <usize>first * dimensions;
    // The last one of an odd number is its own neighbour.
    const right = first + 1 < count ? left + dimensions : left;
    for (let j: usize = 0; j < dimensions; j++) {
      store<f64>(given + (j << 4), <f64>load<i8>(left + j));
      store<f64>(given + (j << 4), <f64>load<i8>(right + j), 8);
    }
    let factor = triangle;
    let squares = f64x2.splat(0);
    for (let i: usize = 0; i < dimensions; i++) {
      let sums = f64x2.splat(0);
      const end = given + (i << 4);
      for (let at = given; at <= end; at += 16, factor += 8) {
        sums = f64x2.add(sums, f64x2.mul(v128.load64_splat(factor), v128.load(at)));
      }
      v128.store(made + (i << 4), sums);
      squares = f64x2.add(squares, f64x2.mul(sums, sums));
    }
    const square0 = f64x2.extract_lane(squares, 0);
    const square1 = f64x2.extract_lane(squares, 1);
    const scale0 = square0 === 0 ? 0 : unit / sqrt<f64>(square0);
    const scale1 = square1 === 0 ? 0 : unit / sqrt<f64>(square1);
    for (let j: usize = 0; j < dimensions; j++) {
      store<i8>(left + j, <i8>(<i32>floor<f64>(load<f64>(made + (j << 4)) * scale0 + 0.5)));
      store<i8>(right + j, <i8>(<i32>floor<f64>(load<f64>(made + (j << 4), 8) * scale1 + 0.5)));
    }
  }
}
