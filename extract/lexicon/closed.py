"""The closed classes of English: words of grammar, which no list of a user's adds to.

Nouns, verbs, adjectives and adverbs are data, in the TOML lists beside; these few hundred words are
the language itself, and every room takes them from here. All of them are in lower case.
"""

# Auxiliaries
BE = frozenset({"be", "is", "are", "am", "was", "were", "been", "being"})
BE_CLITICS = frozenset({"'s", "’s", "'re", "’re", "'m", "’m"})
HAVE = frozenset({"have", "has", "had", "having"})
HAVE_CLITICS = frozenset({"'ve", "’ve", "'d", "’d"})
DO = frozenset({"do", "does", "did", "done", "doing"})
MODALS = frozenset(
    {"can", "could", "may", "might", "must", "shall", "should", "will", "would", "ought", "need"}
)
MODAL_CLITICS = frozenset({"'ll", "’ll", "'d", "’d", "ca", "wo", "sha"})
AUXILIARIES = BE | BE_CLITICS | HAVE | HAVE_CLITICS | DO | MODALS | MODAL_CLITICS
GET = frozenset({"get", "gets", "got", "getting", "gotten"})
"""The auxiliary of "got killed"."""

# Pronouns
I = frozenset({"i", "me", "my", "mine", "myself"})  # noqa: E741
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
YOU = frozenset({"you", "your", "yours", "yourself", "yourselves"})
HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves", "themself"})
PERSONAL = I | WE | YOU | HE | SHE | IT | THEY
SUBJECT_FORMS = frozenset({"i", "we", "you", "he", "she", "it", "they"})
OBJECT_FORMS = frozenset({"me", "us", "him", "her", "them"})
REFLEXIVES = frozenset(
    {"myself", "ourselves", "yourself", "yourselves", "himself", "herself", "itself"}
    | {"themselves", "themself"}
)
POSSESSIVES = frozenset({"my", "our", "your", "his", "her", "its", "their"})
"""Pronouns that stand before a noun."""
POSSESSIVE_ENDINGS = frozenset({"'s", "’s"})
"""What makes an owner of the noun before."""
RECIPROCALS = frozenset({"each other", "one another"})
EXPLETIVES = frozenset({"it", "there"})
"""Subjects that name nobody."""
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
"""Pronouns that a relative clause opens with."""
INTERROGATIVES = frozenset(
    {"who", "whom", "whose", "which", "what", "when", "where", "why", "how", "whether"}
    | {"whoever", "whatever", "whichever", "whenever", "wherever", "however"}
)
INDEFINITES = frozenset(
    {"someone", "somebody", "something", "somewhere", "anyone", "anybody", "anything", "anywhere"}
    | {"everyone", "everybody", "everything", "everywhere", "no one", "nobody", "nothing"}
    | {"nowhere", "none", "one", "ones"}
)

# Determiners
ARTICLES = frozenset({"the", "a", "an"})
DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
QUANTIFIERS = frozenset(
    {"all", "any", "both", "each", "either", "enough", "every", "few", "fewer", "half", "less"}
    | {"many", "more", "most", "much", "neither", "no", "none", "own", "several", "some", "such"}
    | {"another", "other", "others"}
)
DETERMINERS = ARTICLES | DEMONSTRATIVES | POSSESSIVES | QUANTIFIERS

# Negators
NOT = frozenset({"not", "n't", "n’t"})
NEGATORS = NOT | {
    "never",
    "no",
    "nor",
    "neither",
    "none",
    "nobody",
    "nothing",
    "nowhere",
    "without",
}

# Prepositions and particles
ALONG = frozenset({"along", "together"})
"""Before "with" where those behind share in what is told: "killed along with her guard"."""
CHARGED_WITH = frozenset({"for", "of", "over", "with", "in", "to"})
"""Lead from a charge to the act: "sentenced for the bombing", "accused of it", "linked to it"."""
PREPOSITIONS = frozenset(
    {"about", "above", "across", "after", "against", "along", "alongside", "amid", "amidst"}
    | {"among", "amongst", "around", "as", "at", "atop", "before", "behind", "below", "beneath"}
    | {"beside", "besides", "between", "beyond", "by", "despite", "down", "during", "except"}
    | {"for", "from", "in", "inside", "into", "like", "near", "of", "off", "on", "onto", "out"}
    | {"outside", "over", "past", "per", "round", "since", "through", "throughout", "till", "to"}
    | {"toward", "towards", "under", "underneath", "unlike", "until", "up", "upon", "versus"}
    | {"via", "with", "within", "without", "away", "back", "than"}
)

# Conjunctions
COORDINATORS = frozenset({"and", "or", "but", "nor", "&", "plus", "yet", "so"})
SUBORDINATORS = frozenset(
    {"after", "although", "as", "because", "before", "if", "once", "since", "than", "that"}
    | {"though", "till", "unless", "until", "when", "whenever", "where", "whereas", "wherever"}
    | {"whether", "while", "whilst"}
)

# Endings that are parted from their word or belong to a number
CLITIC_LETTERS = ("s", "m", "re", "ve", "ll", "d")
"""What stands behind the apostrophe of a clitic that is a token of its own."""
ORDINAL_ENDINGS = ("st", "nd", "rd", "th", "s")
"""Behind the digits of an ordinal or a decade: "3rd", "1990s"."""

# Signs
DASHES = frozenset({"-", "--", "‐", "‑", "‒", "–", "—", "―"})
BEFORE_OR_AFTER = frozenset({"after", "before", "since", "until", "till"})
"""Subordinators of what took place at another time than what the main clause tells."""
BETWEEN_CLAUSES = frozenset({"–", "—", "--"})
"""Dashes that set off a clause; a hyphen joins words."""
