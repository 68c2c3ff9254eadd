import { startsWithHan } from '../../text/han.js';
import type { Entity, EntityCategory } from '../entity.js';
import type { EventArgument } from './event.js';
import { isNamed, productLike, type Unit, weightOf } from './unit.js';

/** The argument that a run of units makes. */
export function argumentOf(text: string, units: readonly Unit[]): EventArgument | undefined {
  const first = units[0];
  const last = units.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const named = units.filter(isNamed).flatMap((unit) => (unit.entity === undefined ? [] : [unit.entity]));
  const head = headOf(units, named);
  const { start, end } = balanced(text, hyphened(text, first.start), last.end);
  return {
    text: text.slice(start, end),
    ...(head === undefined ? {} : { canonical: head.canonical, category: head.category, ...makerOf(head) }),
    names: [...new Set(named.map((entity) => entity.canonical))],
    start,
    end,
  };
}

/** The argument that one entity makes. */
export function entityArgument(entity: Entity): EventArgument {
  return {
    text: entity.text,
    canonical: entity.canonical,
    names: [entity.canonical],
    category: entity.category,
    ...makerOf(entity),
    start: entity.start,
    end: entity.end,
  };
}

/** What is somebody's and acts for itself: 张翰工作室, 四川大学华西医院. */
const organ = /(?:工作室|后援会|粉丝会|医院|学院|研究院|法院|银行|分公司|节目组|剧组|电视台|中心|委员会)$/u;

/** Where a name ends with what is its own behind it: at 医院 in 四川大学华西医院; `at` itself where nothing is. */
export function lastOfOrgan(units: readonly Unit[], at: number, entity: Entity): number {
  for (const end of [at + 1, at + 2]) {
    const part = units.slice(at + 1, end + 1);
    const isOwn = part.every(
      (one, index) =>
        one.entity === undefined &&
        (one.cues.size === 0 || one.text === '公司' || one.text === '官方') &&
        one.start === units[at + index]?.end,
    );
    const closer = part.at(-1)?.text ?? '';
    if (part.length < end - at || !isOwn) return at;
    if (organ.test(closer) || (entity.category === 'person' && /^(?:公司|集团|方|团队)$/u.test(closer)))
      return end;
  }
  return at;
}

/**
 * Who acts, with what makes another of him: the country of a ministry or a court (美国最高法), and the part of an
 * institution or the office of a person that goes by his name.
 */
export function actorArgument(
  text: string,
  units: readonly Unit[],
  at: number,
  entity: Entity,
): EventArgument {
  const unit = units[at];
  if (unit?.entity !== entity) return entityArgument(entity);
  const last = lastOfOrgan(units, at, entity);
  const place = units[at - 1];
  const isAbroad =
    (entity.category === 'organization' || (entity.category === 'company' && !entity.known)) &&
    place?.entity?.category === 'place' &&
    place.end === unit.start &&
    startsWithHan(unit.text) &&
    place.text !== '中国';
  const first = isAbroad ? at - 1 : at;
  const whole = first === last ? undefined : argumentOf(text, units.slice(first, last + 1));
  if (whole === undefined) return entityArgument(entity);
  const { text: surface, names, start, end } = whole;
  return { text: surface, names, start, end };
}

/** The stretch with the other mark of a pair that it holds one of, if that is next to it; without a mark at its edge that has no partner. */
function balanced(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && text.charAt(start).trim() === '') start++;
  while (end > start && text.charAt(end - 1).trim() === '') end--;
  // Z9 Turbo+.
  if (/[A-Za-z0-9]$/u.test(text.slice(start, end)) && text.charAt(end) === '+') end++;
  for (const [open = '', close = ''] of ['「」', '『』', '“”', '《》', '‘’', '()', '（）']) {
    const stretch = text.slice(start, end);
    const more = stretch.split(open).length - stretch.split(close).length;
    if (more > 0) {
      if (text.charAt(end) === close) end++;
      else if (text.charAt(start) === open) start++;
      // 接入 DeepSeek「灰度测试中: what opens and is not closed is another's.
      else if (/[A-Za-z0-9]$/u.test(text.slice(start, start + stretch.lastIndexOf(open))))
        end = start + stretch.lastIndexOf(open);
    } else if (more < 0) {
      if (text.charAt(start - 1) === open) start--;
      else if (text.charAt(end - 1) === close) end--;
    }
  }
  for (const quote of ['"', "'"]) {
    const stretch = text.slice(start, end);
    const open = quote === '"' ? stretch.includes(quote) : /(?:^|\s)'\w/u.test(stretch);
    const isEven = stretch.split(quote).length % 2 === 1;
    if (isEven || (quote === "'" && !open && text.charAt(start - 1) !== quote)) continue;
    if (text.charAt(start - 1) === quote) start--;
    else if (text.charAt(end) === quote) end++;
  }
  return { start, end };
}

/** The start of the word of which `start` is a part behind a hyphen: its first-ever discovery. */
function hyphened(text: string, start: number): number {
  if (text.charAt(start - 1) !== '-' || !/[a-z]/iu.test(text.charAt(start - 2))) return start;
  let at = start - 1;
  while (at > 0 && /[a-z0-9]/iu.test(text.charAt(at - 1))) at--;
  return at;
}

/** Words after a name that leave it the same thing. */
const genericTail =
  /^(?:模型|大模型|系列|版|版本|正式版|预览版|系统|功能|服务|工具|平台|应用|公司|的|新|app|api|model|models|platform|tool|tools|system|family|startup|company)$/u;

/** What qualifies a thing and is not the thing: 德国 AI 实验室 Prior Labs. */
const backdrop = new Set<EntityCategory>(['place', 'concept', 'technique']);

/** The name that stands for the phrase: it opens it, or a product does after its maker. */
function headOf(units: readonly Unit[], all: readonly Entity[]): Entity | undefined {
  const things = all.filter((entity) => !backdrop.has(entity.category));
  const named = things.length > 0 ? things : all.filter((entity) => entity.category === 'place');
  const [first, second] = named;
  if (first === undefined) return undefined;
  const opening = units.findIndex((unit) => unit.entity === first);
  const before = units.slice(0, opening).reduce((sum, unit) => sum + (isNamed(unit) ? 0 : weightOf(unit)), 0);
  if (before > 8) return undefined;
  const after = units[opening + 1];
  if (after?.lower === '的' || after?.lower === '用户') return undefined;
  const owned =
    second !== undefined &&
    (first.category === 'company' || first.category === 'organization') &&
    productLike.has(second.category) &&
    units[opening + 1]?.entity === second;
  const head = owned ? second : first;
  // What else stands behind the name makes another thing of it: 夸克 AI 眼镜 S1 is not 夸克.
  let rest = 0;
  for (const unit of units.slice(units.findIndex((one) => one.entity === head) + 1)) {
    if (/^(?:和|与|及|以及|、|and|&|,)$/u.test(unit.lower)) break;
    if (isNamed(unit)) rest += 3;
    else if (unit.entity === undefined && !genericTail.test(unit.lower)) rest += weightOf(unit);
  }
  return rest >= 2 ? undefined : head;
}

function makerOf(entity: Entity): { maker: string } | undefined {
  const maker = entity.term?.maker;
  return maker === undefined ? undefined : { maker };
}
