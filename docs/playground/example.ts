/** Posts to begin with, one a line. */
export const examplePosts = `英伟达发布 Orchestrator-8B，8B 参数超越 GPT-5，效率提升 2.5 倍，太强了 🚀
Nvidia 的 Orchestrator-8B 开放权重了，小模型当调度员这个思路很妙 #AI大模型#
网传 Meta 要买谷歌的 TPU，金额数十亿美元，$NVDA 跌了 3%
Meta 真要换 TPU 的话，英伟达的定价权就悬了
Meta is in talks to spend billions on Google TPUs https://t.co/x9
阿里开源 Z-Image-Turbo，6B 参数，8 步出图，16G 显存就能跑
Z-Image-Turbo 中文字渲染太稳了，本地跑起来很香[doge]
DeepSeek 开源 DeepSeekMath-V2，IMO 2025 金牌水平
DeepSeekMath-V2 的“生成-验证-元验证”循环值得学
ChatGPT 最近质量下降太明显了，退订了 😡
ChatGPT 又在测试广告，坚决反对
Claude Opus 4.5 在 SWE-bench Verified 上 80.9%，价格还降到三分之一
用 Claude Opus 4.5 写了一天代码，省下两天工作量
软银、甲骨文、CoreWeave 为 OpenAI 的数据中心背上近1000亿美元债务
OpenAI 的账怎么看都是泡沫，2030 年前还差 2070 亿美元`;
