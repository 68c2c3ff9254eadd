export type { Entity, EntityCategory } from './entity.js';
export { amountKey, isAmount } from './entity.js';
export type { EntityCount, EntityCountsState, EntityPair } from './entity-counts.js';
export { EntityCounts } from './entity-counts.js';
export { EventLexicon } from './event-lexicon.js';
export type { AmountRole, Event, EventAmount, EventArgument, EventType, Modality } from './events/event.js';
export type { EventOptions } from './events/extract-events.js';
export { extractEvents } from './events/extract-events.js';
export { extractEntities } from './extract-entities.js';
export { joinEvents } from './stories/join-events.js';
export type {
  AmountVariant,
  EventPost,
  JoinOptions,
  Story,
  StoryAmount,
  StorySentence,
} from './stories/story.js';
