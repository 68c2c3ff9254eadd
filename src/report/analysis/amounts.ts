import type { AmountRole, Story } from '../../entities/index.js';
import type { Quantity } from '../../tokenizer/index.js';
import type { FactAmount } from './fact.js';

/** What an amount measures, in Chinese. */
const roleNames = new Map<AmountRole, string>([
  ['funding', '融资额'],
  ['valuation', '估值'],
  ['market_cap', '市值'],
  ['revenue', '收入'],
  ['profit', '利润'],
  ['loss', '亏损'],
  ['investment', '投资额'],
  ['price', '价格'],
  ['acquisition', '收购价'],
  ['fine', '罚款'],
  ['cost', '成本'],
  ['users', '用户'],
  ['staff', '人数'],
  ['stake', '持股'],
  ['capacity', '规模'],
  ['parameters', '参数'],
  ['context', '上下文'],
]);

/** The numbers of a story that tell a reader something, each as most posts write it. */
export function amountsOf(story: Story): FactAmount[] {
  const amounts: FactAmount[] = [];
  for (const amount of story.amounts) {
    const [variant] = amount.variants;
    const role = roleNames.get(amount.role) ?? '';
    // A number that no one says the meaning of tells a reader nothing, unless it is money.
    if (variant === undefined || (role === '' && amount.type !== 'money')) continue;
    const quantity: Quantity = {
      value: variant.value,
      type: amount.type as Quantity['type'],
      ...(amount.currency === undefined ? {} : { currency: amount.currency }),
      ...(amount.unit === undefined ? {} : { unit: amount.unit }),
    };
    amounts.push({
      role: amount.role === 'staff' && amount.type === 'percent' ? '占员工' : role,
      quantity,
      text: variant.text,
      posts: variant.posts,
    });
  }
  return amounts;
}
