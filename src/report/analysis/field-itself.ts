import type { DocumentCounts } from '../../counting/document-counts.js';

/** What more posts than this share name is what they are all about, and tells none of them from another. */
export const FIELD_ITSELF = 0.2;
/** The same for posts of no field in particular, where much may be said of one event. */
const FIELD_OF_GENERAL = 0.5;
const LEAST_TO_TELL = 20;

/** True of a term that so many posts hold that it stands for the field. */
export function isFieldItself(term: string, counts: DocumentCounts, ofField: boolean): boolean {
  const share = ofField ? FIELD_ITSELF : FIELD_OF_GENERAL;
  return counts.documents >= LEAST_TO_TELL && counts.count(term) > share * counts.documents;
}
