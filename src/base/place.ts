/** Bytes that are kept free behind a file for what is laid beside it. Untouched pages of it take no memory. */
const ROOM = 14 << 20;
const PAGE = 65536;

/**
 * Where typed arrays are laid: in one linear memory, which WebAssembly can read as well, or each by itself where there is
 * no WebAssembly.
 *
 * The memory never grows, so that views of it stay valid. The first bytes of it are a file.
 */
export class Place {
  /** Undefined if there is none. */
  readonly memory: WebAssembly.Memory | undefined;
  /** The file, to be filled by the caller. */
  readonly file: Uint8Array;
  #next: number;

  constructor(fileLength: number) {
    this.memory = linearMemory(fileLength + ROOM);
    this.file =
      this.memory === undefined
        ? new Uint8Array(fileLength)
        : new Uint8Array(this.memory.buffer, 0, fileLength);
    this.#next = fileLength;
  }

  bytes(length: number): Uint8Array {
    const at = this.#take(length);
    return at < 0 ? new Uint8Array(length) : new Uint8Array(this.#buffer, at, length);
  }

  shorts(length: number): Uint16Array {
    const at = this.#take(2 * length);
    return at < 0 ? new Uint16Array(length) : new Uint16Array(this.#buffer, at, length);
  }

  ints(length: number): Int32Array {
    const at = this.#take(4 * length);
    return at < 0 ? new Int32Array(length) : new Int32Array(this.#buffer, at, length);
  }

  doubles(length: number): Float64Array {
    const at = this.#take(8 * length);
    return at < 0 ? new Float64Array(length) : new Float64Array(this.#buffer, at, length);
  }

  /** Whether an array lies in the memory. */
  holds(array: ArrayBufferView): boolean {
    return this.memory !== undefined && array.buffer === this.memory.buffer;
  }

  get #buffer(): ArrayBuffer {
    return (this.memory as WebAssembly.Memory).buffer as ArrayBuffer;
  }

  #take(size: number): number {
    if (this.memory === undefined) return -1;
    const at = Math.ceil(this.#next / 64) * 64;
    if (at + size > this.memory.buffer.byteLength) return -1;
    this.#next = at + size;
    return at;
  }
}

/** Undefined where WebAssembly is missing, or the runtime has no address space left for it. */
function linearMemory(size: number): WebAssembly.Memory | undefined {
  const pages = Math.ceil(size / PAGE);
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages });
  } catch {
    return undefined;
  }
}
