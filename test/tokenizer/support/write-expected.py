"""Writes ../expected.jsonl: what Python's jieba 0.42.1 makes of our own sentences, one JSON object a line."""
import json
import logging
import pathlib

import jieba
import jieba.posseg

jieba.setLogLevel(logging.ERROR)
here = pathlib.Path(__file__).parent.parent
with open(here / "expected.jsonl", "w", encoding="utf-8") as out:
    for text in json.loads((here / "sentences.json").read_text("utf-8")):
        answer = {
            "text": text,
            "cut": jieba.lcut(text),
            "cutPlain": jieba.lcut(text, HMM=False),
            "cutAll": jieba.lcut(text, cut_all=True),
            "search": jieba.lcut_for_search(text),
            "searchPlain": jieba.lcut_for_search(text, HMM=False),
            "tokenize": list(jieba.tokenize(text)),
            "tokenizeSearch": list(jieba.tokenize(text, mode="search")),
            "tag": [[p.word, p.flag] for p in jieba.posseg.cut(text)],
            "tagPlain": [[p.word, p.flag] for p in jieba.posseg.cut(text, HMM=False)],
        }
        out.write(json.dumps(answer, ensure_ascii=True) + "\n")
