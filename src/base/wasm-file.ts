import { readDataFileSync } from './data-file.js';

const PAGE = 65536;
/** Pages of a memory that is kept for the next one who takes it, at most. */
const KEPT = 1024;

/** Functions of a compiled file on a memory of their own. */
export interface WasmInstance<Functions> {
  readonly memory: WebAssembly.Memory;
  readonly functions: Functions;
}

/**
 * A file that src/compile makes of src/wasm. Whoever takes an instance has its memory alone until it is given back; one is
 * kept, as the first touch of a page of memory is dear.
 */
export class WasmFile<Functions> {
  /** The first bytes of a memory belong to what the compiler lays down. */
  static readonly FIRST = 1024;
  readonly #name: string;
  #module: WebAssembly.Module | null | undefined;
  #spare: WasmInstance<Functions> | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  /** An instance with so many bytes; undefined where no file can be read at once (browsers) or no WebAssembly is allowed. */
  take(bytes: number): WasmInstance<Functions> | undefined {
    if (this.#module === undefined) this.#module = compiledWasm(this.#name);
    if (this.#module === null) return undefined;
    const pages = Math.ceil(bytes / PAGE);
    try {
      const instance = this.#spare ?? this.#made(this.#module, pages);
      const lacking = pages - instance.memory.buffer.byteLength / PAGE;
      if (lacking > 0) instance.memory.grow(lacking);
      this.#spare = undefined;
      return instance;
    } catch {
      // More than a memory of WebAssembly can have, or may have here.
      return undefined;
    }
  }

  /** Takes an instance back; nothing of its memory may be read or written then. */
  give(instance: WasmInstance<Functions>): void {
    if (instance.memory.buffer.byteLength <= KEPT * PAGE) this.#spare = instance;
  }

  #made(module: WebAssembly.Module, pages: number): WasmInstance<Functions> {
    const memory = new WebAssembly.Memory({ initial: pages });
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    return { memory, functions: exports as Functions };
  }
}

/**
 * A compiled file; null where none can be read at once (browsers, where the same functions as JavaScript are fast soon enough),
 * or no WebAssembly with vectors is allowed: the results are the same, only slower. O(file) each time.
 */
export function compiledWasm(name: string): WebAssembly.Module | null {
  if (typeof WebAssembly !== 'object' || !globalThis.process?.getBuiltinModule?.('node:fs')) return null;
  try {
    return new WebAssembly.Module(readDataFileSync(name) as Uint8Array<ArrayBuffer>);
  } catch {
    // A policy forbids it, or a bundle was made without the file.
    return null;
  }
}
