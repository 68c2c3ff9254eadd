export { type ClusterWorker, type ClusterWorkerOptions, startClusterWorker } from './cluster-worker.js';
export type { ClusterOptions } from './connect.js';
export type { FailedShard, ShardReading } from './jobs.js';
export { type RunOptions, type RunProgress, type RunResult, runShards } from './run-shards.js';
