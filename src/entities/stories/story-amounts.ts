import { compareStrings } from '../../base/compare.js';
import { moneyRoles } from '../events/amounts.js';
import type { AmountRole, EventAmount, EventType } from '../events/event.js';
import { isClose } from './amounts-agree.js';
import type { Group } from './group.js';
import type { AmountVariant, EventPost, StoryAmount } from './story.js';

/** Two ways of writing one value, such as 5 亿 and 500 million, differ by no more than this share. */
const ROUNDING = 0.005;

/**
 * The amounts of a story: those of its events of one type by role, kind and currency, with the values that posts give for
 * each, most posts first. Money without a currency is the amount of its role that has the same value.
 */
export function storyAmounts(group: Group, type: EventType): StoryAmount[] {
  const groups = new Map<string, Variants>();
  const bare: { amount: EventAmount; post: EventPost }[] = [];
  const put = (key: string, amount: EventAmount, post: EventPost): void => {
    const entry = groups.get(key) ?? { sample: amount, values: [] };
    groups.set(key, entry);
    addVariant(entry, amount, post);
  };
  for (const { event, post } of group.reports) {
    if (event === undefined || event.type !== type) continue;
    for (const amount of event.amounts) {
      if (lacksCurrency(amount)) bare.push({ amount, post });
      else {
        // 1,100 人 and 1,100 employees are one amount.
        const unit = amount.role === 'other' || amount.role === 'capacity' ? (amount.unit ?? '') : '';
        put(`${amount.role}|${amount.type}|${amount.currency ?? ''}|${unit}`, amount, post);
      }
    }
  }
  for (const { amount, post } of bare) {
    const entry = [...groups.values()].find(
      ({ sample, values }) =>
        sample.role === amount.role && values.some(({ value }) => isClose(value, amount.value, ROUNDING)),
    );
    if (entry === undefined) put(`${amount.role}|money||`, amount, post);
    else addVariant(entry, amount, post);
  }
  const amounts: (StoryAmount & { readonly posts: number })[] = [];
  for (const { sample, values } of groups.values()) {
    const variants: AmountVariant[] = values
      .map(({ value, text, posts }) => ({ value, text, posts: posts.size }))
      .sort((a, b) => b.posts - a.posts || b.value - a.value);
    amounts.push({
      role: sample.role,
      type: lacksCurrency(sample) ? 'money' : sample.type,
      ...(sample.currency === undefined ? {} : { currency: sample.currency }),
      ...(sample.unit === undefined ? {} : { unit: sample.unit }),
      variants,
      posts: variants.reduce((sum, variant) => sum + variant.posts, 0),
    });
  }
  return amounts
    .sort(
      (a, b) =>
        b.posts - a.posts ||
        compareStrings(a.role, b.role) ||
        compareStrings(a.type, b.type) ||
        compareStrings(a.currency ?? '', b.currency ?? ''),
    )
    .map(({ posts: _, ...amount }) => amount);
}

interface Variants {
  readonly sample: EventAmount;
  readonly values: { value: number; text: string; posts: Set<EventPost> }[];
}

function addVariant(entry: Variants, amount: EventAmount, post: EventPost): void {
  const close = entry.values.find((other) => isClose(other.value, amount.value, ROUNDING));
  if (close === undefined)
    entry.values.push({ value: amount.value, text: amount.text, posts: new Set([post]) });
  else close.posts.add(post);
}

/** Roles of which a bare number is money all the same: 500 亿 of a funding, but not a price of 500. */
const bareMoneyRoles: ReadonlySet<AmountRole> = new Set(
  [...moneyRoles].filter((role) => role !== 'price' && role !== 'fine' && role !== 'cost'),
);

/** Whether an amount is money whose currency goes without saying. */
function lacksCurrency(amount: EventAmount): boolean {
  return (
    amount.currency === undefined &&
    (amount.type === 'money' || (amount.type === 'count' && bareMoneyRoles.has(amount.role)))
  );
}
