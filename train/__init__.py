"""Makes the tagger models in `extract/models` from openly licensed treebanks, and the gazetteer.

Nothing at run time imports this.
"""
