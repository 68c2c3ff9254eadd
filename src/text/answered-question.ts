/** The mark of a question that whoever asks answers at once: 为什么聊微反应堆？因为数据中心缺电. */
export const answeredQuestion = /[?？]\s*(?:因为|答案是|原因(?:是|很简单)|Because\b)/u;
