import type { CloudWord } from '../src/cloud/index.js';

/** What a week of AI news in Chinese is about, heaviest first, made up for the gallery. */
const terms = `
大模型 智能体 OpenAI 开源 推理 DeepSeek 人工智能 GPT-5 Claude 世界模型 具身智能 多模态 英伟达 芯片 Gemini 强化学习
Agent 算力 编程 机器人 训练 Anthropic 上下文 视频生成 Qwen 自动驾驶 评测 微调 提示词 阿里云 端侧 智谱 幻觉 Kimi 数据中心
融资 语音 对齐 RAG 思维链 扩散模型 API 开发者 字节跳动 豆包 Transformer 安全 版权 蒸馏 量化 Cursor Grok Llama 数据集
混合专家 注意力 英特尔 华为 昇腾 腾讯 混元 百度 文心一言 知识库 工作流 MCP 插件 浏览器 搜索 代码 工具调用 长文本 基准测试
监管 隐私 就业 教育 医疗 科研 数学 药物发现 蛋白质 气候 游戏 电影 设计 音乐 写作 翻译 办公 客服 电商 金融 制造 农业
Sora Midjourney Copilot Codex Perplexity Mistral xAI MiniMax 月之暗面 阶跃星辰 商汤 科大讯飞 宇树 特斯拉 Optimus 人形机器人
参数 词元 向量 嵌入 检索 缓存 延迟 吞吐 显存 集群 电力 液冷 光模块 先进封装 台积电 三星 存储 HBM TPU GPU
论文 顶会 开放权重 许可证 社区 黑客松 创业 投资 估值 上市 并购 裁员 招聘 人才 合作 发布会 订阅 涨价 免费 预览版
合成数据 奖励模型 偏好优化 自我博弈 规划 记忆 反思 多智能体 群体智能 脑机接口 量子计算 数字人 虚拟现实 智能眼镜 可穿戴 物联网
小模型 本地部署 私有化 提示注入 越狱 水印 深度伪造 可解释性 红队 治理 标准 伦理 就业冲击 生产力 效率 成本 生态 平台`;

/** About 190 words with weights as Zipf has them. */
export const galleryWords: readonly CloudWord[] = [
  ...new Set(terms.split(/\s+/).filter((term) => term !== '')),
].map((text, rank) => ({ text, weight: Math.round(10_000 / (rank + 4)) / 10 }));
