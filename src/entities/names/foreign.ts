import { hasNameDot, withPlainDots } from '../../text/name-dot.js';
import type { Token } from '../../tokenizer/token.js';
import type { Entity } from '../entity.js';
import { unknownName } from './unknown-name.js';

/** Behind a foreign name these make it the name of something else: 詹姆斯·韦布空间望远镜, 约翰·霍普金斯大学. */
const otherThings =
  /^(?:大学|学院|学校|研究院|研究所|实验室|医院|医学院|基金会|博物馆|美术馆|图书馆|机场|球场|体育场|体育馆|广场|大街|大道|空间|太空|望远镜|奖|奖章|公司|集团|银行|品牌|汽车|号|山|湖|岛|桥|系列|综合征|定律|定理|效应|悖论|猜想)/u;

/** Whether a person's foreign name is part of the name of something else. */
export function isThingNamedAfter(text: string, { text: name, end, category }: Entity): boolean {
  return category === 'person' && hasNameDot(name) && otherThings.test(text.slice(end, end + 3));
}

/** A foreign name with a dot, which nearly always is a person's, at a token; undefined if none is there or it is taken. */
export function foreignPerson(text: string, token: Token, taken: Uint8Array): Entity | undefined {
  const { start, end } = token;
  if (token.kind !== 'word' || taken[start] === 1 || taken[end - 1] === 1 || !hasNameDot(token.text))
    return undefined;
  const named = unknownName(text, start, end, 'person');
  const person = { ...named, canonical: withPlainDots(named.canonical) };
  return isThingNamedAfter(text, person) ? undefined : person;
}
