export type { Mood } from './mood.js';
export { moodBy, moodOf } from './mood.js';
export type { SentimentEvidence, SentimentResult } from './sentiment.js';
export { Sentiment } from './sentiment.js';
