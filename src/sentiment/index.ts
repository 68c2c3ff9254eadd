export type { SentimentEvidence } from './evidence.js';
export type { Mood, ScoredPost } from './mood.js';
export { moodBy, moodOf } from './mood.js';
export type { MoodCountsState, MoodSums } from './mood-counts.js';
export { MoodCounts } from './mood-counts.js';
export type { SentimentResult } from './sentiment.js';
export { Sentiment } from './sentiment.js';
