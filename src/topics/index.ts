export type { ClusterOptions, Topic, TopicDocument, TopicModel, TopicTerm } from './cluster-topics.js';
export { clusterTopics, suggestTopicCount } from './cluster-topics.js';
