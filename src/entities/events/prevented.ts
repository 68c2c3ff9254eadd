import type { EventType } from './event.js';
import { holdsAmount, isNamed, type Unit } from './unit.js';

/** What comes by degrees: nearly doubles, 几乎追平 say how far it came. */
const gradual = new Set<EventType>([
  'stock_move',
  'coin_move',
  'usage_growth',
  'price_change',
  'benchmark',
  'outage',
  'quality_complaint',
]);

/** 几乎发布了所有新品: nearly all. */
const everything = /^(?:所有|全部|整个|全|每|一切|半数|一半|全体|all|every|everything|everyone|entire|half)/u;

/** Words between 险些 and its verb. */
const adverb = /^(?:就|便|要|被|遭|让|把|将|会|又|been|be|ha[sd]|have|was|[a-z]+ly)$/u;

/** True if the trigger at unit `at` almost happened: 微软险些收购了雅虎, Apple nearly bought Tesla. */
export function isNearly(units: readonly Unit[], at: number): boolean {
  if (units[at]?.triggers.some(({ type }) => gradual.has(type))) return false;
  if (units.slice(at + 1, at + 4).some(({ lower }) => everything.test(lower))) return false;
  for (let before = at - 1; before >= 0; before--) {
    const unit = units[before] as Unit;
    if (unit.cues.has('nearly')) return !holdsAmount(units[before + 1] as Unit);
    if (!isNamed(unit) && !unit.cues.has('light') && !adverb.test(unit.lower)) return false;
  }
  return false;
}

/** What is to be stopped is not stopped yet: 试图阻止, 起诉阻止. */
const wanted =
  /^(?:试图|企图|意图|起诉|申请|请求|要求|呼吁|敦促|寻求|主张|建议|拟|欲|想|打算|计划|考虑|或|可能|可|将|能否|是否|有权|为了?)$/u;
/** Nor what could not be: 未能阻止, 阻止不了. */
const inVain = /^(?:未|没|没有|未能|无法|不能|难以|不会|无力|不|不再|放弃|停止|撤回|撤销|解除|取消)$/u;

/** 叫停, 反对. */
export function isPrevention({ cues }: Unit): boolean {
  return cues.has('stops') || cues.has('contests');
}

const undergoes = /^(?:被|遭|遭到|惨遭|突遭)$/u;
const denied = /^(?:否认|辟谣|打假)$/u;

/** True if the clause ends with what stopped or denied the deed: 收购 Arm 遭欧盟否决, 被叫停. A suit that is dismissed was brought. */
export function isStoppedBehind(units: readonly Unit[], at: number): boolean {
  const end = units.at(-1)?.text === '了' ? units.length - 2 : units.length - 1;
  const last = units[end];
  if (last === undefined || end <= at) return false;
  const isBrought = units[at]?.triggers.some(({ type }) => type === 'lawsuit') === true;
  const isStopped =
    !isBrought &&
    (last.cues.has('stops') || /^(?:驳回|拒绝|回绝|[被遭](?:叫停|否决|驳回))$/u.test(last.text));
  if (isStopped && /^[被遭]/u.test(last.text)) return true;
  if (!isStopped && !denied.test(last.text)) return false;
  return units.slice(at + 1, end).some(({ text }) => undergoes.test(text));
}

/** How the deed of another is kept from being done. */
type Prevention = 'stopped' | 'contested';

/** What another does against the deed of the trigger at unit `at`: 叫停微软收购动视暴雪, 反对特斯拉收购 SolarCity. */
export function preventionOf(units: readonly Unit[], at: number): Prevention | undefined {
  for (let before = at - 1; before >= 0 && at - before <= 10; before--) {
    const unit = units[before] as Unit;
    if (isPrevention(unit)) {
      // 微软叫停收购: one's own.
      if (!units.slice(before + 1, at).some(isNamed)) {
        return before === at - 1 && /^[叫喊]停/u.test(unit.text) ? 'stopped' : undefined;
      }
      const near = units.slice(Math.max(0, before - 3), before);
      if (near.some(({ text }) => inVain.test(text))) return undefined;
      const isDone = unit.cues.has('stops') && !near.some(({ text }) => wanted.test(text));
      return isDone ? 'stopped' : 'contested';
    }
    if (unit.triggers.length > 0) return undefined;
  }
  return undefined;
}
