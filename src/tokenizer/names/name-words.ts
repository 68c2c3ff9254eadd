import { WordSet } from '../../text/word-set.js';

/** Behind the dot of names that are no links. */
export const DOTTED_ENDINGS = new WordSet('ai io com app dev js net org tv xyz co md sh today');
/** What products are sold as. */
export const TIERS = new WordSet('plus pro max ultra');
/** What a release is called before it is one, or for how long it is kept: iOS 27.1 beta 2, Ubuntu 26.04 LTS. */
export const STAGES = new WordSet('alpha beta rc lts preview');
/** What stands behind the version of a model for its size: 2.5 Flash, Arrow 1.1 Max. */
export const VERSION_TIERS = new WordSet(
  'Flash Pro Ultra Max Mini Nano Turbo Lite Opus Sonnet Haiku Preview Instant Codex',
);
/** What devices are sold as besides. */
export const DEVICE_TIERS = new WordSet(
  'plus pro max ultra air mini se fold flip lite ti super elite xl xt xtx',
);
/** Lines of chips and machines whose members have numbers: 酷睿 Ultra 7 356H, DGX GB200. */
export const CHIP_LINES = new WordSet(
  'Core Ultra|RTX|GeForce RTX|DGX|Dimensity|Exynos|Kirin|Ryzen|Snapdragon|Ascend|Xring|EPYC|Threadripper|Xeon|Xeon 6|Ryzen AI|Ryzen AI Max',
  '|',
);
/** What stands between the numbers of a chip: 8 Elite Gen 5, AI Max+ PRO 495. */
export const CHIP_TIERS = new WordSet('ai max pro elite gen ultra plus x hx platinum gold silver');
/** Lines of devices whose members have a number behind a space: AirPods Pro 2, iPad Air 5. */
export const CONSUMER_LINES = new WordSet(
  'Samsung Galaxy|iPhone Air|iPhone SE|iPhone Fold|HomePod|AirPods|AirPods Pro|AirPods Max|iPad|iPad Pro|iPad Air|iPad mini|Apple Watch|Apple Vision Pro|Mac mini|MacBook Air|MacBook Pro|Surface|Kindle|Quest|Raspberry Pi|Galaxy Watch|Mi Band|Saros|PlayStation',
  '|',
);
/** Makers with whose name the names of their devices begin: Redmi K40, iQOO 10. */
export const BRANDS = new WordSet(
  'Redmi|iQOO|OnePlus|realme|Honor|HONOR|OPPO|vivo|nubia|Meizu|Nothing|Nreal|XREAL|Insta360|DJI|Roborock|Dreame|NIO|XPeng|' +
    'Li Auto|Leapmotor|Zeekr|Lynk & Co|Denza|Deepal|Avatr|AITO|Stelato|Luxeed|Maextro|Shangjie|IM Motors|Voyah|ONVO|BMW|' +
    'Audi|Mercedes-Benz|Unitree|Haval|Roewe|GAC Aion|Aion|Hongqi|Tank',
  '|',
);
/** Lines between the maker and the number: OPPO Find X8, OnePlus Ace 5. */
export const DEVICE_LINES = new WordSet(
  'Find Reno Ace Magic Note Turbo Buds Watch Pad Phone Neo Air Mini Osmo Mavic GT X',
);
/** Words that make another product of one: Qwen Studio, Codex App Server, Google Maps Platform. */
export const PRODUCT_PARTS = new WordSet(
  'Studio Platform Server Cloud Desktop Mobile Workspace Hub Store Console Playground Connect Extension App Marketplace CLI Search Labs',
);
/** Behind a hyphen they say what a thing has to do with the name, and are no part of it: GPT-5-based. */
export const RELATIONS = new WordSet(
  'based powered like level style class driven enabled generated backed only era made led native free ready first ' +
    'compatible related inspired focused friendly centric specific pilled style themed owned developed assisted ' +
    'aware written infused',
);
/** Han behind a whole number that say what is counted, where a name does not go on: Kimi 3 月, Gemini 2 亿. */
export const COUNTERS = '月年日号倍亿万千百个名次款人天小时分岁元美台张条篇家种位项周点秒成股季多余大招步';
/** Capitalized words beside names that are no part of them. */
export const ABBREVIATIONS = new WordSet(
  'CEO CTO CFO COO CMO CPO VP IPO EPS EBITDA Q1 Q2 Q3 Q4 API GPU CPU NPU PC TV VR AR XR UI UX PPT PDF HN US USA UK EU IT HR PR',
);
/** Behind a number they say that it belongs to a name: Composer 2 模型, nova 13 系列. */
export const THINGS = new WordSet(
  '模型 系列 手机 芯片 处理 平台 框架 耳机 手表 平板 显卡 智能 版本 正式 预览 测试 发布 上线 开源 亮相 上市',
);
/** Words that stand behind a product's name for a part of it that has no name of its own. */
export const PLAIN_PARTS = new WordSet(
  'App APP Apps Web Star Stars Issue Issues Repo Pod Bot Model Models Skill Skills Prompt Provider Key KEY Token Tokens Plugin IDE Code Infra Coworkers Coding Native Safety',
);
/** Behind a company's name they say what kind of company it is. */
export const LEGAL_FORMS = new WordSet(
  'Group Inc Corp Corporation Company Ltd Limited LLC SE AG SA NV Holdings Holding Platforms Technologies Technology',
);
/** Behind the name of a maker, AI is part of the name where one of these follows: MiniMax AI 开源. */
export const DOING = '发推宣开上获完启';
/** Common nouns that are part of a product's name behind its maker's: Runway Agent. */
export const AGENTS = new WordSet('Agent Agents MCP');
/** Words that titles write small as well. */
export const SMALL_WORDS = new WordSet(
  'a an the of and or to in on for with by as at from is are vs but nor so via per into over up if it be not',
);
/** Words that have a capital because a sentence begins with them, or because they name a people, a time or a place. */
export const COMMON_CAPITALS = new WordSet(
  'The An In On At By For From How Why What When Who Which Where Whose This That These Those It Its His Her Our My Your ' +
    'We You They He She Is Are Was Were Am Be Do Does Did Can Could Should Would Will May Might Must Has Have Had If As And ' +
    'But Or Nor Not No Yes New Inside After Before While During Every All Any Some Many More Most Much Less Show Ask Tell ' +
    'Get Use Using Let Lets Meet Here There Introducing Announcing Running Building Making Sources Source Report Reports ' +
    'Exclusive Also Just Only With Without Over Under Now Today Yesterday Tomorrow Tonight Like Than Then So Because Since ' +
    'Until Though Although Another Other Both Each Few First Last Next Old Big Best Top Two Three Four Five Six Seven Eight ' +
    'Nine Ten One Half Several Please Thanks Thank Hello Hi Hey Dear Ok Okay Well Very Really Finally Meanwhile However ' +
    'Maybe Perhaps Even Still Again Never Always Ever Once Chinese American British European Japanese Korean German French ' +
    'Indian Russian Israeli Western Asian African Former Senior Chief President Minister Prime Judge Senator Sen Rep Gov Mr ' +
    'Mrs Ms Dr Sir Professor Prof January February March April May June July August September October November December ' +
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed ' +
    'Thu Fri Sat Sun Part Chapter Day Week Month Year Series Season Episode Vol Version Breaking Update Watch Read Why Try ' +
    'Join Learn Check Look See Via Re ' +
    'Amazing Awesome Great Good Nice Love Follow Click Download Subscribe',
);
/** Who somebody is, in front of the name, and no part of it: Mayor Zohran Mamdani. */
export const ROLES = new WordSet(
  'Mayor Governor Gov Senator Sen Congressman Congresswoman Representative Rep President Chancellor Premier Minister Secretary ' +
    'Ambassador Commissioner Attorney General Judge Justice Prosecutor Sheriff Officer Detective Captain Colonel Lieutenant ' +
    'Sergeant Admiral Commander Mr Mrs Ms Dr Doctor Prof Professor Sir Dame Rev Reverend Archbishop Bishop Cardinal Rabbi ' +
    'Imam CEO CFO CTO COO CMO CPO VP Chairman Chairwoman Chair Chairperson Director Founder Cofounder Co-founder Executive ' +
    'Writer Author Novelist Poet Journalist Reporter Editor Columnist Correspondent Anchor Host Comedian Actor Actress Singer ' +
    'Rapper Musician Composer Filmmaker Artist Designer Architect Engineer Scientist Researcher Physicist Economist Analyst ' +
    'Strategist Investor Billionaire Lawyer Activist Spokesman Spokeswoman Spokesperson Coach Manager Guard ' +
    'Quarterback Pitcher Striker Goalkeeper Midfielder Defender Winger Rookie Veteran Champion Astronaut Developer',
);
/** What a company or a product does. */
export const ACTS = new WordSet(
  'is was has had will can to and uses lets just says said raises raised launches launched announces announced unveils ' +
    'unveiled releases released introduces acquires acquired hits gets got plans wants helps builds adds makes offers brings',
);
/** Common nouns with which the name of a product may begin: AI Workspace, Agent Toolkit for AWS. */
export const HEADS = new WordSet('AI Agent');
/** Who keeps models on the hubs, by the very name, before a slash and the model's. */
export const HUB_OWNERS = new WordSet(
  'Qwen deepseek-ai meta-llama moonshotai zai-org THUDM mistralai google openai microsoft nvidia MiniMaxAI tencent baidu ' +
    'ByteDance-Seed ByteDance stepfun-ai internlm OpenGVLab black-forest-labs stabilityai HuggingFaceTB HuggingFaceH4 ' +
    'ibm-granite allenai XiaomiMiMo meituan-longcat inclusionAI Wan-AI unsloth bartowski TheBloke mlx-community ' +
    'lmstudio-community ggml-org RedHatAI baichuan-inc 01-ai CohereLabs CohereForAI tiiuae facebook xai-org openbmb Skywork ' +
    'rednote-hilab PaddlePaddle ai21labs NousResearch LiquidAI BAAI apple Salesforce Lightricks FunAudioLLM Tongyi-MAI ' +
    'AIDC-AI Kwai-Kolors OpenBMB upstage LGAI-EXAONE bigcode databricks Snowflake jinaai amazon servicenow arcee-ai ' +
    'PrimeIntellect tngtech cognitivecomputations lmsys',
);

/** Words by which makers name the sizes, uses and stages of a model. Folded. */
export const VARIANTS = new WordSet(
  'instruct chat base pro max mini nano micro ultra flash lite turbo plus preview exp experimental thinking think ' +
    'coder code codex vl vla omni vision visual audio image math reasoner reasoning scout maverick behemoth ' +
    'opus sonnet haiku air next speciale distill embedding embed reranker rerank guard live native deep fast ' +
    'heavy high low medium small large tiny xl xs xxl beta alpha terminus gguf awq gptq mlx int realtime ' +
    'tts asr stt transcribe video edit captioner prover ocr researcher dev ' +
    'klein kontext schnell sft rl dpo moe dense it hd safeguard er spark oss mt robotics',
);

/** Of those the ones that are written in capitals. */
export const LARGE_VARIANTS = new WordSet(
  'xl xs xxl gguf awq gptq mlx tts asr stt ocr sft rl dpo it hd er oss mt vl vla llm qat',
);

/** Of those the ones that are common words: behind a space they need a capital letter. */
export const AMBIGUOUS_VARIANTS = new WordSet(
  'chat base pro max plus think code vision visual image math air next deep fast live native high ' +
    'low medium small large tiny video edit researcher dev it hd spark audio ' +
    'thinking reasoning coder guard beta alpha dense scout realtime int er mt robotics',
);

/** Of the common words the ones that are variants behind a version also where they are written small, in Chinese. */
export const SMALL_VARIANTS = new WordSet('air fast coder thinking reasoning');
