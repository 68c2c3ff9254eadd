export { type DateOptions, type ParsedDate, parseDate } from './date.js';
export type { Encoding, PostSource } from './decode.js';
export { type FieldName, type FieldOptions, fieldNames } from './fields.js';
export { type FoldedPost, type FoldOptions, foldCopies } from './fold/fold-copies.js';
export { type Format, formats } from './format.js';
export { checkPosts, type Engagement, type Post } from './post.js';
export {
  type Collection,
  type CollectOptions,
  collectPosts,
  describeTally,
  mostRejects,
  type NamedSource,
  type PostInput,
  type ReadOptions,
  type ReadResult,
  readBatches,
  readPosts,
  type Tally,
} from './read-posts.js';
export type { Platform } from './records.js';
export { type Reject, type RejectReason, rejectReasons } from './rejects.js';
export { TimeZone } from './time-zone.js';
export {
  dayWindow,
  selectWindow,
  type Window,
  type Windowed,
  type WindowOptions,
  windowOfPosts,
} from './window.js';
