/** A step that compiles text dictionaries, or data of development dependencies, into files of dist/data. */
export interface CompileStep {
  /** What it makes, for the progress line: `lexicon`, `font`. */
  readonly name: string;
  /**
   * Files and folders that the outputs depend on, relative to the project's root: dictionaries, the
   * dependency's files and the sources of the compiler itself. The step is skipped while none has changed.
   */
  readonly inputs: readonly string[];
  /** Files that it writes, relative to dist/data. */
  readonly outputs: readonly string[];
  run(context: CompileContext): Promise<void> | void;
}

interface CompileContext {
  /** Absolute path of the project's root, with a trailing slash. */
  readonly root: string;
  /** Absolute path of dist/data, with a trailing slash. */
  readonly out: string;
}
