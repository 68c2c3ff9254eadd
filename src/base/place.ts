/**
 * Bytes that are kept free behind a file for what is laid beside it. Untouched pages of it take no memory; but where a memory
 * of 32 MB comes into being V8 collects its garbage, which doubles the time that a tokenizer takes to load.
 */
const ROOM = 22 << 20;
const PAGE = 65536;
/** Bytes of an area of a memory that threads share. */
const AREA = 1 << 20;

/** A memory of WebAssembly that threads share: a file, behind it an area for each of the threads. */
export interface SharedPlace {
  readonly memory: WebAssembly.Memory;
  readonly fileLength: number;
  /** Number of the area that this thread may write, from 0. */
  readonly area: number;
}

/**
 * Where typed arrays are laid: in one linear memory, which WebAssembly can read as well, or each by itself where there is
 * no WebAssembly.
 *
 * The memory never grows, so that views of it stay valid. The first bytes of it are a file.
 */
export class Place {
  /** Undefined if there is none. */
  readonly memory: WebAssembly.Memory | undefined;
  /** The file, to be filled by the caller; of a shared place it is there, and others read it too. */
  readonly file: Uint8Array;
  /** Whether the file belongs to other threads as well, so that nobody may change it. */
  readonly isShared: boolean;
  #next: number;
  readonly #end: number;

  private constructor(memory: WebAssembly.Memory | undefined, fileLength: number, shared?: SharedPlace) {
    this.memory = memory;
    this.isShared = shared !== undefined;
    this.file =
      memory === undefined ? new Uint8Array(fileLength) : new Uint8Array(memory.buffer, 0, fileLength);
    this.#next = shared === undefined ? fileLength : startOfArea(shared);
    this.#end = shared === undefined ? (memory?.buffer.byteLength ?? 0) : this.#next + AREA;
  }

  /** A place of one's own, for a file of so many bytes. */
  static ofOwn(fileLength: number): Place {
    return new Place(linearMemory({ size: fileLength + ROOM, shared: false }), fileLength);
  }

  /** An area of a memory that is shared. No two threads may have the same at a time. */
  static ofShared(shared: SharedPlace): Place {
    return new Place(shared.memory, shared.fileLength, shared);
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
    if (at + size > this.#end) return -1;
    this.#next = at + size;
    return at;
  }
}

/**
 * Memory with a file in it and areas behind it, for threads. Undefined where WebAssembly has no memory that is shared.
 *
 * @param areas  how many; of each only what is written takes memory.
 */
export function shareMemory(file: Uint8Array, areas: number): Omit<SharedPlace, 'area'> | undefined {
  const fileLength = file.length;
  const memory = linearMemory({ size: startOfArea({ fileLength, area: areas }), shared: true });
  if (memory === undefined) return undefined;
  new Uint8Array(memory.buffer).set(file);
  return { memory, fileLength };
}

/** No two areas have a page of the system in common. */
function startOfArea({ fileLength, area }: Pick<SharedPlace, 'fileLength' | 'area'>): number {
  return Math.ceil(fileLength / PAGE) * PAGE + area * AREA;
}

/** Undefined where WebAssembly is missing, or the runtime has no address space left for it. */
function linearMemory({ size, shared }: { size: number; shared: boolean }): WebAssembly.Memory | undefined {
  const pages = Math.ceil(size / PAGE);
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages, shared });
  } catch {
    return undefined;
  }
}
