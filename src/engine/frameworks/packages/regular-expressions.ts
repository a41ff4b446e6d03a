/** Regular expressions that are kept. */
export const REGULAR_EXPRESSIONS = `
import re


class Pattern:
    def __init__(self, pattern):
        self.pattern = pattern

    def match(self, string):
        return re.match(self.pattern, string)

    def search(self, string):
        return re.search(self.pattern, string)

    def fullmatch(self, string):
        return re.fullmatch(self.pattern, string)


def compile(pattern):
    return Pattern(pattern)
`;
