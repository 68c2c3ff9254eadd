/**
 * Sums of the vectors of words that documents have in AssemblyScript, what src/vectors/document-sums.ts does in JavaScript: the
 * same bits. Dimensions are even; even and odd ones are added up in a lane each.
 */

/** Writes the sum of the rows of a matrix of 32-bit floats that stand at ids. */
function addUp(matrix: usize, ids: usize, idsEnd: usize, row: usize, dimensions: usize): void {
  const end = row + (dimensions << 3);
  memory.fill(row, 0, dimensions << 3);
  for (let next = ids; next < idsEnd; next += 4) {
    let from = matrix + ((<usize>load<i32>(next) * dimensions) << 2);
    for (let at = row; at < end; at += 16, from += 8) {
      v128.store(at, f64x2.add(v128.load(at), f64x2.promote_low_f32x4(v128.load64_zero(from))));
    }
  }
}

function lanes(pair: v128): f64 {
  return f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
}

/** Multiplies a row. */
function stretch(row: usize, dimensions: usize, scale: f64): void {
  const end = row + (dimensions << 3);
  const scales = f64x2.splat(scale);
  for (let at = row; at < end; at += 16) v128.store(at, f64x2.mul(v128.load(at), scales));
}

/** Leaves what a row has besides a direction of length 1, scaled to length 1. */
function takeOut(row: usize, common: usize, dimensions: usize): void {
  const end = row + (dimensions << 3);
  const ahead = common - row;
  let dots = f64x2.splat(0);
  let alls = f64x2.splat(0);
  for (let at = row; at < end; at += 16) {
    const values = v128.load(at);
    dots = f64x2.add(dots, f64x2.mul(values, v128.load(at + ahead)));
    alls = f64x2.add(alls, f64x2.mul(values, values));
  }
  const dot = f64x2.splat(lanes(dots));
  let squares = f64x2.splat(0);
  for (let at = row; at < end; at += 16) {
    const values = f64x2.sub(v128.load(at), f64x2.mul(dot, v128.load(at + ahead)));
    v128.store(at, values);
    squares = f64x2.add(squares, f64x2.mul(values, values));
  }
  const sum = lanes(squares);
  if (sum <= 1e-12 * lanes(alls)) memory.fill(row, 0, dimensions << 3);
  else stretch(row, dimensions, 1 / sqrt<f64>(sum));
}

/** Writes the sums of some documents, every so many, scaled to length 1, one behind the other. */
export function unitSums(
  matrix: usize,
  starts: usize,
  ids: usize,
  count: i32,
  stride: i32,
  rows: usize,
  length: i32,
): void {
  const dimensions = <usize>length;
  let row = rows;
  for (let place = 0; place < count; place++, row += dimensions << 3) {
    const start = starts + ((<usize>(place * stride)) << 2);
    addUp(matrix, ids + (load<u32>(start) << 2), ids + (load<u32>(start, 4) << 2), row, dimensions);
    let squares = f64x2.splat(0);
    for (let at = row; at < row + (dimensions << 3); at += 16) {
      squares = f64x2.add(squares, f64x2.mul(v128.load(at), v128.load(at)));
    }
    const sum = lanes(squares);
    if (sum > 0) stretch(row, dimensions, 1 / sqrt<f64>(sum));
  }
}

/** Adds to `next` each row times its product with `direction`: a step of power iteration. */
export function iterate(rows: usize, count: i32, direction: usize, next: usize, length: i32): void {
  const bytes = (<usize>length) << 3;
  let row = rows;
  for (let place = 0; place < count; place++, row += bytes) {
    let dots = f64x2.splat(0);
    for (let at: usize = 0; at < bytes; at += 16) {
      dots = f64x2.add(dots, f64x2.mul(v128.load(row + at), v128.load(direction + at)));
    }
    const dot = f64x2.splat(lanes(dots));
    for (let at: usize = 0; at < bytes; at += 16) {
      v128.store(next + at, f64x2.add(v128.load(next + at), f64x2.mul(dot, v128.load(row + at))));
    }
  }
}

/** Adds to each word the direction of the documents, every so many, that have it, and counts them. */
export function spread(
  matrix: usize,
  starts: usize,
  ids: usize,
  documents: i32,
  stride: i32,
  common: usize,
  row: usize,
  sums: usize,
  counts: usize,
  length: i32,
): void {
  const dimensions = <usize>length;
  const end = row + (dimensions << 3);
  for (let document = 0; document < documents; document += stride) {
    const start = starts + ((<usize>document) << 2);
    const idsEnd = ids + (load<u32>(start, 4) << 2);
    let next = ids + (load<u32>(start) << 2);
    addUp(matrix, next, idsEnd, row, dimensions);
    takeOut(row, common, dimensions);
    let before = -1;
    for (; next < idsEnd; next += 4) {
      const id = load<i32>(next);
      if (id === before) continue;
      before = id;
      const count = counts + ((<usize>id) << 2);
      store<i32>(count, load<i32>(count) + 1);
      let to = sums + ((<usize>id * dimensions) << 2);
      for (let at = row; at < end; at += 16, to += 8) {
        const sum = f64x2.add(f64x2.promote_low_f32x4(v128.load64_zero(to)), v128.load(at));
        v128.store64_lane(to, f32x4.demote_f64x2_zero(sum), 0);
      }
    }
  }
}

/** Writes the directions of all documents, in whole steps of 1 / unit. */
export function directions(
  matrix: usize,
  starts: usize,
  ids: usize,
  documents: i32,
  common: usize,
  row: usize,
  rows: usize,
  unit: f64,
  length: i32,
): void {
  const dimensions = <usize>length;
  const end = row + (dimensions << 3);
  let to = rows;
  for (let document = 0; document < documents; document++) {
    const start = starts + ((<usize>document) << 2);
    addUp(matrix, ids + (load<u32>(start) << 2), ids + (load<u32>(start, 4) << 2), row, dimensions);
    takeOut(row, common, dimensions);
    for (let at = row; at < end; at += 8, to++) {
      store<i8>(to, <i8>(<i32>floor<f64>(load<f64>(at) * unit + 0.5)));
    }
  }
}
