/**
 * Products of rows and centers in AssemblyScript, what src/vectors/packed-products.ts does in JavaScript: the same
 * integers, as sums of integers are exact.
 */

/**
 * Writes the products of rows of 8-bit integers with centers of 16-bit integers, four at a time: that of row r and center
 * c at `r * k + c`. What is written behind a row is written again by the next one; behind the last there is room for three.
 *
 * @param dimensions  a multiple of 8
 * @param k  centers; those that fill up the last four may hold anything
 */
export function multiply(
  rows: usize,
  count: i32,
  centers: usize,
  k: i32,
  dimensions: i32,
  products: usize,
): void {
  const length = <usize>dimensions;
  const step = length << 1;
  for (let row = 0; row < count; row++) {
    const from = rows + <usize>row * length;
    let to = products + ((<usize>row * <usize>k) << 2);
    let center = centers;
    for (let left = k; left > 0; left -= 4) {
      let a = i32x4.splat(0);
      let b = i32x4.splat(0);
      let c = i32x4.splat(0);
      let d = i32x4.splat(0);
      for (let j: usize = 0; j < length; j += 8) {
        const own = v128.load_ext<i8>(from + j);
        const at = center + (j << 1);
        a = i32x4.add(a, i32x4.dot_i16x8_s(own, v128.load(at)));
        b = i32x4.add(b, i32x4.dot_i16x8_s(own, v128.load(at + step)));
        c = i32x4.add(c, i32x4.dot_i16x8_s(own, v128.load(at + 2 * step)));
        d = i32x4.add(d, i32x4.dot_i16x8_s(own, v128.load(at + 3 * step)));
      }
      const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 4, 1, 5), v128.shuffle<i32>(a, b, 2, 6, 3, 7));
      const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 4, 1, 5), v128.shuffle<i32>(c, d, 2, 6, 3, 7));
      v128.store(to, i32x4.add(v128.shuffle<i32>(ab, cd, 0, 1, 4, 5), v128.shuffle<i32>(ab, cd, 2, 3, 6, 7)));
      to += 16;
      center += 4 * step;
    }
  }
}
