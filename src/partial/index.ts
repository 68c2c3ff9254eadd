export { buildPartialReport, type PartialReportOptions } from './build-partial-report.js';
export { type MapOptions, mapPosts } from './map-posts.js';
export { mergePartials, Partial } from './partial.js';
export { packPartial, partialToLine, unpackPartial } from './partial-bytes.js';
export { partialsIn, readPartials } from './partial-stream.js';
export { type PreparedPartial, prepareReport } from './prepare-report.js';
export { DEFAULT_SAMPLE, type PartialSettings } from './settings.js';
export { type BatchCounter, type BatchCounts, TermCounter, type TextBatch } from './term-counter.js';
export type { BatchDay, DayCounts } from './term-counts.js';
