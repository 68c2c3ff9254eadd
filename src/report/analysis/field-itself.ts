import type { DocumentCounts } from '../../counting/document-counts.js';

/** What more posts than this share name is what they are all about, and tells none of them from another. */
export const FIELD_ITSELF = 0.2;
const LEAST_TO_TELL = 20;

/** True of a term that so many posts hold that it stands for the field. */
export function isFieldItself(term: string, counts: DocumentCounts): boolean {
  return counts.documents >= LEAST_TO_TELL && counts.count(term) > FIELD_ITSELF * counts.documents;
}
