import { WasmFile, type WasmInstance } from '../../base/wasm-file.js';

/** What src/wasm/folding/main.ts exports; tables and texts are given by their addresses in its memory. */
export interface FoldingKernel {
  normalize(text: number, length: number, kinds: number, form: number): number;
  sign(
    text: number,
    length: number,
    salt: number,
    scratch: number,
    key: number,
    step: number,
    bitmap: number,
  ): void;
  keepAlike(pairs: number, count: number, bitmaps: number, lengths: number, share: number): number;
  indexOfPair(from: number, last: number, first: number, second: number): number;
}

const file = new WasmFile<FoldingKernel>('folding.wasm');
/** Less is folded before WebAssembly is compiled. */
const least = 2 ** 20;

/**
 * Memory of so many bytes, all zero, and what reads and writes it; undefined where JavaScript, which gives the same, is as fast or
 * where no WebAssembly is allowed. It is not given back: the next corpus wants zeros again.
 */
export function takeFoldingKernel(bytes: number): WasmInstance<FoldingKernel> | undefined {
  return bytes < least ? undefined : file.take(bytes);
}
