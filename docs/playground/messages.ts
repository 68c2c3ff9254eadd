import type { Report } from '../../dist/report.js';

/** What the page asks of the worker. */
export interface Request {
  readonly id: number;
  readonly bytes: Uint8Array;
  /** Whether the cloud stands on a dark page. */
  readonly dark: boolean;
}

export interface ShownToken {
  readonly text: string;
  readonly kind: string;
  readonly title?: string;
}

/** What the worker answers, in parts as they are ready; `error` and `done` end it. */
export type Answer = { readonly id: number } & (
  | { readonly type: 'posts'; readonly read: number; readonly skipped: number }
  | { readonly type: 'tokens'; readonly posts: readonly (readonly ShownToken[])[] }
  | { readonly type: 'keywords'; readonly terms: readonly { term: string; posts: number; weight: number }[] }
  | {
      readonly type: 'topics';
      readonly topics: readonly {
        label: string;
        share: number;
        terms: readonly string[];
        posts: readonly string[];
      }[];
    }
  | {
      readonly type: 'mood';
      readonly posts: number;
      readonly positive: number;
      readonly negative: number;
      readonly score: number;
      readonly low: number;
      readonly high: number;
      readonly ends: readonly {
        text: string;
        score: number;
        label: 'positive' | 'negative' | 'neutral';
        evidence: readonly { text: string; negated: boolean }[];
      }[];
    }
  | { readonly type: 'cloud'; readonly svg: string }
  | { readonly type: 'report'; readonly report: Report }
  | {
      readonly type: 'error';
      readonly message: string;
      /** Whether there was nothing to read, or nothing that can be used. */
      readonly empty: boolean;
    }
  | { readonly type: 'done'; readonly ms: number }
);
