"""Answers requests, one JSON object a line, with what Python's jieba gives. Needs jieba 0.42.1."""
import json
import logging
import sys

import jieba
import jieba.posseg
from jieba import finalseg

jieba.setLogLevel(logging.ERROR)


def fresh():
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ = dict(FREQ)
    tokenizer.total = TOTAL
    tokenizer.initialized = True
    finalseg.Force_Split_Words.clear()
    tagger = jieba.posseg.POSTokenizer.__new__(jieba.posseg.POSTokenizer)
    tagger.tokenizer = tokenizer
    tagger.word_tag_tab = dict(TAGS)
    return tokenizer, tagger


def tag(tagger, text, hmm):
    try:
        return [[p.word, p.flag] for p in tagger.cut(text, HMM=hmm)]
    except Exception as error:
        return str(error)


FREQ, TOTAL = jieba.Tokenizer.gen_pfdict(jieba.get_module_res("dict.txt"))
TAGS = jieba.posseg.dt.word_tag_tab
tokenizer, tagger = fresh()
for line in sys.stdin:
    request = json.loads(line)
    op = request["op"]
    answer = None
    if op == "fresh":
        tokenizer, tagger = fresh()
    elif op == "add":
        tokenizer.add_word(request["word"], request.get("frequency"), request.get("tag"))
        answer = [tokenizer.FREQ[request["word"]], tokenizer.total]
    elif op == "delete":
        tokenizer.del_word(request["word"])
    elif op == "suggest":
        segment = request["segment"]
        answer = tokenizer.suggest_freq(segment if isinstance(segment, str) else tuple(segment), request["tune"])
    elif op == "userdict":
        with open(request["path"], "rb") as file:
            tokenizer.load_userdict(file)
    elif op == "cut":
        text = request["text"]
        answer = {
            "cut": tokenizer.lcut(text),
            "cutPlain": tokenizer.lcut(text, HMM=False),
            "cutAll": tokenizer.lcut(text, cut_all=True),
            "search": tokenizer.lcut_for_search(text),
            "searchPlain": tokenizer.lcut_for_search(text, HMM=False),
            "tokenize": list(tokenizer.tokenize(text)),
            "tokenizeSearch": list(tokenizer.tokenize(text, mode="search")),
            "tag": tag(tagger, text, True),
            "tagPlain": tag(tagger, text, False),
        }
    print(json.dumps(answer))
