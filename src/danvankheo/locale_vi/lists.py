"""Lists of words written as text, so that a list of hundreds stays readable."""


def listed(text: str) -> frozenset[str]:
    """Return the phrases between semicolons.

    >>> sorted(listed("hộ; hộ gia đình"))
    ['hộ', 'hộ gia đình']
    """
    return frozenset(" ".join(phrase.split()) for phrase in text.split(";"))


def words_of(text: str) -> frozenset[str]:
    """Return the words between blanks.

    >>> sorted(words_of("căn ngôi"))
    ['căn', 'ngôi']
    """
    return frozenset(text.split())
