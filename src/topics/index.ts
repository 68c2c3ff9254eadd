export type { ClusterOptions } from './cluster-topics.js';
export { clusterTopics, suggestTopicCount } from './cluster-topics.js';
export type { Topic, TopicDocument, TopicTerm } from './topic.js';
export type { FadedTopic, TopicHistoryState, TopicStatus, TopicStep } from './topic-history.js';
export { TopicHistory } from './topic-history.js';
export type { TopicAssignment, TopicCounts, TopicModelState, TopicSuggestion } from './topic-model.js';
export { TopicModel } from './topic-model.js';
export type { TopicsOverTime } from './topics-over-time.js';
export { topicsOverTime } from './topics-over-time.js';
