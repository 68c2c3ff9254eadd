export type { TrainVectorsOptions, WordPair, WordTable } from '../vectors/index.js';
export { trainWordVectors, WordVectors } from '../vectors/index.js';
export type { ClusterMethod, ClusterOptions } from './cluster-topics.js';
export { clusterTopics, suggestTopicCount } from './cluster-topics.js';
export type { Topic, TopicDocument, TopicTerm } from './topic.js';
export type {
  FadedTopic,
  RememberedTopic,
  TopicHistoryState,
  TopicStatus,
  TopicStep,
} from './topic-history.js';
export { TopicHistory } from './topic-history.js';
export type { TopicAssignment } from './topic-model.js';
export { TopicModel } from './topic-model.js';
export type { TopicCounts, TopicModelState, TopicSuggestion, TopicVectors } from './topic-state.js';
export type { TopicsOverTime } from './topics-over-time.js';
export { topicsOverTime } from './topics-over-time.js';
