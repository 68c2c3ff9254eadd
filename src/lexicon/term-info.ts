/** The categories of dictionaries/ai-terms, and of stocks and coins. */
export const termCategories = [
  'company',
  'model',
  'product',
  'person',
  'technique',
  'benchmark',
  'dataset',
  'hardware',
  'event',
  'concept',
  'organization',
  'stock',
  'coin',
] as const;
export type TermCategory = (typeof termCategories)[number];

/** Whether a term of a category names a kind of thing or a way to do it, and no thing of its own: 大模型, RAG. */
export function isNotion(category: string | undefined): boolean {
  return category === 'concept' || category === 'technique';
}

/** What a term is, whatever way it was written. */
export interface TermInfo {
  /** The name under which it is counted and shown, such as `GPT-5`. */
  readonly canonical: string;
  readonly category: TermCategory;
  /** Chinese name, such as 英伟达 for Nvidia. */
  readonly chinese?: string;
  /** Ticker without `$`, such as `NVDA`. */
  readonly ticker?: string;
  /** Who makes it: the canonical name of a company or organization. */
  readonly maker?: string;
  /** True if no dictionary has it and its shape gave it away (family + version + variant). */
  readonly guessed?: true;
}

/** An entry of a term dictionary. */
export interface TermDefinition {
  /** One way to write it; may hold spaces, hyphens, dots, slashes, digits and mixed scripts. */
  readonly term: string;
  /** The name under which it is counted. Default: `term`. */
  readonly canonical?: string;
  /** Default: `concept`. */
  readonly category?: TermCategory;
  /** Other ways to write it. */
  readonly aliases?: readonly string[];
  readonly chinese?: string;
  readonly ticker?: string;
  readonly maker?: string;
  /** Match only where each letter's case is as written here. Default: false. */
  readonly caseSensitive?: boolean;
  /** Also a family of models: names such as family + version + variant are found by shape. Default: false. */
  readonly family?: boolean;
}
