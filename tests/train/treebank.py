"""A few sentences of our own as a treebank has them."""

from train.data import Row

_HUNG = """\
The/DET/DT/1/det army/NOUN/NN/2/nsubj shelled/VERB/VBD/2/ROOT two/NUM/CD/4/nummod \
villages/NOUN/NNS/2/obj ./PUNCT/./2/punct

Three/NUM/CD/1/nummod men/NOUN/NNS/3/nsubj:pass were/AUX/VBD/3/aux:pass hurt/VERB/VBN/3/ROOT \
by/ADP/IN/5/case gunmen/NOUN/NNS/3/obl:agent near/ADP/IN/7/case Vantia/PROPN/NNP/3/obl \
./PUNCT/./3/punct

Vantia/PROPN/NNP/2/nmod:poss 's/PART/POS/0/case mayor/NOUN/NN/5/nsubj is/AUX/VBZ/5/cop \
a/DET/DT/5/det doctor/NOUN/NN/5/ROOT ./PUNCT/./5/punct

He/PRON/PRP/1/nsubj said/VERB/VBD/1/ROOT that/SCONJ/IN/5/mark rebels/NOUN/NNS/5/nsubj \
had/AUX/VBD/5/aux fled/VERB/VBN/1/ccomp and/CCONJ/CC/8/cc not/PART/RB/8/advmod \
returned/VERB/VBN/5/conj

President/NOUN/NN/1/compound Omar/PROPN/NNP/3/nsubj Sy/PROPN/NNP/1/flat \
vowed/VERB/VBD/3/ROOT to/PART/TO/5/mark carry/VERB/VB/3/xcomp out/ADP/RP/5/compound:prt \
Syrian/ADJ/JJ/10/amod and/CCONJ/CC/9/cc Iraqi/ADJ/JJ/7/conj plans/NOUN/NNS/5/obj
"""


def rows() -> list[Row]:
    """The sentences; words are written word/part of speech/tag/head/relation."""
    found = []
    for sentence in _HUNG.strip().split("\n\n"):
        words, upos, xpos, heads, relations = zip(
            *(entry.split("/") for entry in sentence.split()), strict=True
        )
        found.append(
            Row(
                words=list(words),
                upos=list(upos),
                xpos=list(xpos),
                heads=[int(head) for head in heads],
                deprel=list(relations),
            )
        )
    return found
