import { startsWithHan } from '../../text/han.js';
import type { EntityCategory } from '../entity.js';
import type { Trigger } from '../event-lexicon.js';
import { governor } from './subjects.js';
import { isPlain, type Unit } from './unit.js';

const doers: ReadonlySet<EntityCategory> = new Set(['company', 'organization', 'person', 'place', 'product']);

/** Who speaks of a deed or lets another do it. 宣布 and 否认 say what one does oneself. */
const lets =
  /^(?:称|说|表示|指出|认为|透露|指|曝|爆料|质疑|批准|同意|允许|准许|放行|支持|反对|喊|见证|看到|目睹|盼|盼望|祝|祝福|恭喜|等|帮|助|帮助|协助)$/u;

/** 称吉, 称苏 of 称苏纳克, 喊赖 of 喊赖清德: a country or a name in the word that says so. */
const saysOf = /^喊[\u3400-\u9fff]$|^称[美英俄日韩德法印乌以伊吉朝加澳台欧苏巴]$/u;

/** Someone of what is named, who does it for himself, and what else is not the whole of it. */
const someone =
  /(?:员工|飞行员|乘务员|当事人|老师|教师|教授|研究生|男主|女主|选手|车主|业主|店主|店员|粉丝|官旗|旗舰店|专卖店|加盟店|家族|信托|议员|村民|镇政府|村委会|实控|实控人|嫌疑人|(?:广告|宣传|主办|承办|施工|家属|肇事|校|店)方|受害人|受害者|弟弟|前夫|前妻)$/u;

/** Who of a house is punished, and not the house. */
const officer = /^(?!因).*(?:总监|董事|高管|经理|[局校院]长|主播)$/u;

/** What a person is called behind his name. */
const title = /(?:老师|教授|选手)$/u;

/** What makes another of a name right before it: 福特号, 中通快递员, 三星镇, Rookie队, 腾讯视频战队. */
const suffix = /^(?:[号员群镇县村山湖河街寺坡氏]|[\u3400-\u9fff]{0,2}(?<!团)队)$/u;

function isGoverned(units: readonly Unit[], at: number): boolean {
  const prep = units[governor(units, at)];
  return prep !== undefined && !lets.test(prep.text);
}

/** What opens a phrase of its own before the verb: 帮助 does not, nor 被 in 兰博基尼被踩车主称不和解. */
function isGoverning({ text, cues }: Unit, rest: readonly Unit[]): boolean {
  if (!cues.has('prep') && !cues.has('cause')) return false;
  return !lets.test(text) && !(text === '被' && rest.some((unit) => unit.cues.has('speech')));
}

/** True if what stands between the subject and the verb does it: 欧盟批准微软收购, 普京称俄罗斯研制, 问界事故车主起诉. */
export function isAnothers(units: readonly Unit[], subject: number, at: number, trigger: Trigger): boolean {
  const name = units[subject];
  const next = units[subject + 1];
  if (name === undefined || next === undefined || subject + 1 >= at) return false;
  if (startsWithHan(next.text) && next.start === name.end && isPlain(next) && suffix.test(next.text))
    return true;
  const isPerson = name.entity?.category === 'person';
  const isPunished = trigger.type === 'regulation' && /^[被遭]/u.test(trigger.phrase);
  let isLet = false;
  for (let index = subject + 1; index < at; index++) {
    const unit = units[index] as Unit;
    // 清华就女教授被树砸身亡致歉: what it is for.
    if (!isLet && isGoverning(unit, units.slice(index, at))) return false;
    if (saysOf.test(unit.text) || (isPunished && !isPerson && officer.test(unit.text))) return true;
    if (isPlain(unit) && someone.test(unit.text) && !(isPerson && title.test(unit.text))) return true;
    if (lets.test(unit.text)) isLet = true;
    else if (
      isLet &&
      unit.entity !== undefined &&
      doers.has(unit.entity.category) &&
      !isGoverned(units, index)
    )
      return true;
  }
  return false;
}
