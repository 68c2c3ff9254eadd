"""Answers, on standard output, what scikit-learn's TfidfVectorizer gives for the requests on standard input.

A request is {"documents": [[token, ...], ...], "options": {...}} with the names of redian's TfIdfOptions; an answer is
{"terms", "idf", "starts", "columns", "values"}, or {"error"} where scikit-learn refuses.
"""
import json
import sys

from sklearn.feature_extraction.text import TfidfVectorizer


def answer(documents, options):
    # JSON does not tell 1 from 1.0: up to 1 it is a share, as in redian.
    most = options.get("maxDf", 1)
    vectorizer = TfidfVectorizer(
        analyzer="word",
        tokenizer=lambda document: document,
        preprocessor=lambda document: document,
        token_pattern=None,
        lowercase=False,
        smooth_idf=options.get("smoothIdf", True),
        sublinear_tf=options.get("sublinearTf", False),
        min_df=options.get("minDf", 1),
        max_df=float(most) if most <= 1 else most,
        ngram_range=tuple(options.get("ngrams", [1, 1])),
        norm=None if options.get("norm", "l2") == "none" else options.get("norm", "l2"),
    )
    try:
        matrix = vectorizer.fit_transform(documents)
    except ValueError as error:
        return {"error": str(error)}
    matrix.sort_indices()
    return {
        "terms": list(vectorizer.get_feature_names_out()),
        "idf": vectorizer.idf_.tolist(),
        "starts": matrix.indptr.tolist(),
        "columns": matrix.indices.tolist(),
        "values": matrix.data.tolist(),
    }


print(json.dumps([answer(**request) for request in json.load(sys.stdin)], ensure_ascii=False))
