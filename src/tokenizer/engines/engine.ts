import { RedianError } from '../../errors.js';
import type { CutOptions } from '../cut-options.js';
import type { TaggedWord } from '../tagger.js';

/**
 * What the pipeline needs of a tokenizer. `Tokenizer` is the default; an adapter lets a project keep the
 * engine that it has, see `loadEngine`.
 */
export interface TokenizerEngine {
  /** The words of a text; joined they are the text. */
  cut(text: string, options?: CutOptions): string[];
  /** The words of a text for search indexes, shorter words inside of longer ones included. */
  cutForSearch(text: string, options?: CutOptions): string[];
  /** Words and their parts of speech. */
  tag(text: string, options?: CutOptions): TaggedWord[];
  /** Adds a word. Without a frequency the engine's own default holds. */
  addWord(word: string, frequency?: number, tag?: string): void;
}

/** Engines that `loadEngine` knows. */
export type EngineName = 'redian' | '@node-rs/jieba' | 'nodejieba';

/**
 * Imports an optional package.
 * @throws {RedianError} MISSING_PACKAGE with the command that installs it; its cause tells why it did not load.
 */
export async function importOptional(name: string): Promise<unknown> {
  try {
    return await import(/* @vite-ignore */ name);
  } catch (cause) {
    throw new RedianError(
      'MISSING_PACKAGE',
      `${name}: the package is not installed or does not load here; install it with "npm install ${name}"`,
      { cause, details: { package: name } },
    );
  }
}

/** The exports of a module, whether it is CommonJS or not. */
export function exportsOf(module: unknown): Record<string, unknown> {
  const record = module as Record<string, unknown>;
  return (record.default ?? record) as Record<string, unknown>;
}
