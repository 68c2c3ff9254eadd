import { describe, expect, it } from 'vitest';
import { Tokenizer } from '../../src/tokenizer/index.js';

const tokenizer = Tokenizer.loadSync();
const canonicals = (text: string): string[] =>
  tokenizer.segment(text).flatMap(({ term }) => (term === undefined ? [] : [term.canonical]));

describe('terms as they are called in Taiwan', () => {
  it.each([
    ['人工智慧', 'AI'],
    ['推動人工智慧產業', 'AI'],
    ['生成式人工智慧', 'generative AI'],
    ['通用人工智慧', 'AGI'],
    ['資料中心', 'data center'],
    ['資料標註', 'data labeling'],
    ['神經網路', 'neural network'],
    ['類神經網路', 'neural network'],
    ['卷積神經網路', 'convolutional neural network'],
    ['量子電腦', 'quantum computer'],
    ['大型語言模型', 'LLM'],
    ['開放原始碼', 'open source'],
    ['電腦視覺', 'computer vision'],
    ['語音辨識', 'speech recognition'],
    ['AI晶片', 'AI chip'],
    ['位元組跳動', 'ByteDance'],
    ['人工智能', 'AI'],
    ['數據中心', 'data center'],
    ['機器學習', 'machine learning'],
  ])('%s is %s', (text, canonical) => {
    expect(canonicals(text)).toContain(canonical);
  });
});

describe('the next version of a model of the dictionary', () => {
  it.each([
    'Boltz-3',
    'Chronos-3',
    'ColBERTv3',
    'CosyVoice 4',
    'Inflection-3',
    'INTELLECT-4',
    'InternVideo3',
    'Kosmos-3',
    'OmniGen3',
    'Ovis3',
    'Tripo 4.0',
    'Vidi3',
  ])('%s', (name) => {
    expect(tokenizer.segment(name)).toMatchObject([{ term: { canonical: name, guessed: true } }]);
  });

  it.each(['Chronos was a god', 'the evo 8 car', 'vidi vici', 'the mochi 2 of us'])(
    'an ordinary word is no family: %s',
    (text) => {
      expect(canonicals(text)).not.toContainEqual(expect.stringMatching(/^(?:Chronos|Evo|Vidi|Mochi)/u));
    },
  );
});

describe('a capital O with a digit', () => {
  const names = (text: string): string[] =>
    tokenizer.segment(text).flatMap(({ term }) => (term?.category === 'model' ? [term.canonical] : []));

  it.each([
    ['GPT-4o和O1对比', ['GPT-4o', 'o1']],
    ['O3模型的推理', ['o3']],
    ['OpenAI的O1', ['o1']],
    ['o3上线', ['o3']],
    ['o4mini免费', ['o4-mini']],
    ['O2O平台', []],
    ['o2o电商', []],
    ['臭氧O3浓度', []],
    ['SO2、CO、O3', []],
    ['O1A签证', []],
    ['小米玄戒O3芯片', []],
    ['坚果O1S首发', []],
  ])('is a model only beside others: %s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe('a name of two characters within the name of a person', () => {
  const words = (text: string): string[] => tokenizer.segment(text).map((token) => token.text);

  it.each([
    ['李沐宸回应', '李沐宸'],
    ['徐卓一夺冠', '徐卓一'],
    ['唐杰忠相声', '唐杰忠'],
    ['周明华院士', '周明华'],
    ['王兴东去世', '王兴东'],
    ['马云飞回应', '马云飞'],
    ['馬雲飛回應', '馬雲飛'],
    ['李小鹏夺金', '李小鹏'],
    ['夏小鹏教练', '夏小鹏'],
  ])('is no name of its own: %s', (text, name) => {
    expect(words(text)).toContain(name);
    expect(canonicals(text)).toEqual([]);
  });

  it.each([
    ['李沐宣布', 'Li Mu'],
    ['雷军说', 'Lei Jun'],
    ['马云飞往杭州', 'Jack Ma'],
    ['雷军称不选', 'Lei Jun'],
    ['小鹏发布新车', 'XPeng'],
    ['办了张农行的卡', 'Agricultural Bank of China'],
    ['向华为提供产品', 'Huawei'],
    ['何小鹏表示', 'He Xiaopeng'],
  ])('is one beside other words: %s', (text, canonical) => {
    expect(canonicals(text)).toContain(canonical);
  });
});

describe('a family of models without a version', () => {
  it.each([
    ['智谱的GLM很强', 'GLM'],
    ['谷歌更新后的Veo模型', 'Veo'],
    ['DALL·E 画的', 'DALL-E'],
    ['Mixtral开源', 'Mixtral'],
    ['书生·浦语', 'InternLM'],
    ['腾讯发布混元大模型', 'Tencent Hunyuan'],
    ['百度文心一言', 'ERNIE Bot'],
    ['a new QwQ model', 'QwQ'],
    ['阿里QwQ发布', 'QwQ'],
    ['自定义GPTs', 'GPTs'],
  ])('is a name: %s', (text, canonical) => {
    expect(canonicals(text)).toContain(canonical);
  });

  it.each(['好可爱QwQ', 'no veo nada', 'la imagen es buena'])('is none: %s', (text) => {
    expect(canonicals(text)).toEqual([]);
  });
});

describe('the next member of a line of chips or devices', () => {
  it.each([
    ['i9-14900K处理器', 'Core i9-14900K'],
    ['酷睿i5-13600KF', 'Core i5-13600KF'],
    ['Ultra 7 265K跑分', 'Core Ultra 7 265K'],
    ['Ryzen 7 9800X3D', 'Ryzen 7 9800X3D'],
    ['EPYC 9965', 'EPYC 9965'],
    ['Threadripper 9980X', 'Threadripper 9980X'],
    ['至强6980P', 'Xeon 6980P'],
    ['Pixel 13 Pro XL', 'Pixel 13 Pro XL'],
    ['Apple Watch Series 13', 'Apple Watch Series 13'],
    ['HomePod 3', 'HomePod 3'],
    ['荣耀600 Pro', 'Honor 600 Pro'],
    ['荣耀Magic9', 'Honor Magic9'],
    ['红米 Note 17', 'Redmi Note 17'],
    ['一加17发布', 'OnePlus 17'],
    ['小米17S Pro', 'Xiaomi 17S Pro'],
    ['Vera Rubin NVL288', 'Vera Rubin NVL288'],
    ['TPU v9', 'TPU v9'],
    ['ConnectX-10', 'ConnectX-10'],
    ['HBM5', 'HBM5'],
    ['ElevenLabs v4', 'Eleven v4'],
    ['Galaxy Z Fold 9', 'Galaxy Z Fold9'],
    ['AMD MI600X', 'MI600X'],
    ['苹果A23 Pro芯片', 'Apple A23 Pro'],
    ['Mate 100 Pro Max', 'Mate 100 Pro Max'],
    ['Find N6折叠屏', 'OPPO Find N6'],
    ['Magic 9 Pro', 'Honor Magic9 Pro'],
    ['鸿蒙7', 'HarmonyOS 7'],
    ['思元690', 'MLU690'],
    ['昆仑芯M300点亮', 'Kunlun M300'],
    ['仰望U9X', 'Yangwang U9X'],
    ['殲-20首飛', '歼-20'],
    ['東風-5C', '东风-5C'],
  ])('%s is %s', (text, canonical) => {
    expect(canonicals(text)).toContain(canonical);
  });

  it.each([
    '王者荣耀',
    '荣耀100年',
    '五一加班',
    '一加一等于二',
    '红米粥',
    'a pixel 3 wide',
    'the galaxy is big',
    'i7的车',
    'Magic 8 Ball',
    'Reno 911',
    'my mate 20 years ago',
    '佳能R5 2600元',
    '苹果A股',
    '苹果M系列',
    '安卓10大手机',
  ])('none is named in %s', (text) => {
    const things = tokenizer.segment(text).filter(({ term }) => term?.guessed === true);
    expect(things).toEqual([]);
  });
});

describe('people and companies as they are called in Taiwan', () => {
  it.each([
    ['祖克柏宣布', 'Mark Zuckerberg'],
    ['山姆·阿特曼', 'Sam Altman'],
    ['普丁訪問', 'Vladimir Putin'],
    ['澤倫斯基表示', 'Volodymyr Zelensky'],
    ['馬克宏', 'Emmanuel Macron'],
    ['賈伯斯', 'Steve Jobs'],
    ['比爾·蓋茲', 'Bill Gates'],
    ['贝佐斯', 'Jeff Bezos'],
    ['杰夫·贝佐斯', 'Jeff Bezos'],
    ['said Bezos', 'Jeff Bezos'],
    ['鴻海', 'Foxconn'],
    ['賓士', 'Mercedes-Benz'],
    ['艾司摩爾', 'ASML'],
    ['戴尔', 'Dell'],
    ['惠普', 'HP'],
  ])('%s is %s', (text, canonical) => {
    expect(canonicals(text)).toContain(canonical);
  });
});
