import { isHan } from '../../text/han.js';
import type { Entity } from '../entity.js';
import type { Event } from '../events/event.js';
import { firstFrom } from './first-from.js';

/** What any feature is called. */
const generic = /功能|服务|模式|工具|产品|平台|系统|能力|版本?|新|全|大?模型|一?[款项个]|正式/gu;

/** Deeds by which something new is there; what is planned, or opened to others, everyone calls by other words. */
const launches = new Set(['发布', '上线']);

/** Of what is released, what is said of it in Han, without names: 购物研究 of ChatGPT 购物研究功能. */
export function featureOf({ action, modality, object }: Event, entities: readonly Entity[]): string {
  if (!launches.has(action) || modality !== 'statement' || object === undefined) return '';
  let rest = '';
  let past = object.start;
  for (let at = firstFrom(entities, object.start); at < entities.length; at++) {
    const { start, end } = entities[at] as Entity;
    if (end > object.end) break;
    rest += `${object.text.slice(past - object.start, Math.max(past, start) - object.start)} `;
    past = end;
  }
  rest += object.text.slice(past - object.start);
  return rest.replace(generic, ' ').trim();
}

/** Whether both say what is released in Han, and no two characters of the one stand together in the text of the other. */
export function areOtherFeatures(a: string, text: string, b: string, otherText: string): boolean {
  return tells(a) && tells(b) && !speaksOf(otherText, a) && !speaksOf(text, b);
}

function tells(feature: string): boolean {
  return feature.length >= 2 && isHan(feature);
}

function speaksOf(text: string, feature: string): boolean {
  for (let at = 0; at + 1 < feature.length; at++) if (text.includes(feature.slice(at, at + 2))) return true;
  return false;
}
