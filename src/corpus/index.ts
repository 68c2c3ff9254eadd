export { type Collection, type CollectOptions, collectPosts, mostRejects } from './collect-posts.js';
export { type DateOptions, type ParsedDate, parseDate } from './date.js';
export { type Encoding, encodings } from './decode.js';
export { type FieldName, type FieldOptions, fieldNames } from './fields.js';
export { type FoldOptions, foldCopies } from './fold/fold-copies.js';
export type { FoldedPost } from './fold/folded-post.js';
export { type Format, formats } from './format.js';
export type { Platform } from './platform.js';
export { checkPosts, type Engagement, type Post } from './post.js';
export type { ReadOptions, ReadResult } from './post-reader.js';
export { type NamedSource, type PostInput, readBatches, readPosts } from './read-posts.js';
export { type Reject, type RejectReason, rejectReasons } from './rejects.js';
export type { PostSource } from './source.js';
export { describeTally, type Tally } from './tally.js';
export { TimeZone } from './time-zone.js';
export {
  dayWindow,
  selectWindow,
  type Window,
  type Windowed,
  type WindowOptions,
  windowOfPosts,
} from './window.js';
