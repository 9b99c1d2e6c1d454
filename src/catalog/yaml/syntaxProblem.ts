import type { YAMLError } from 'yaml';
import type { Problem } from '../problems';

/**
 * A syntax error of the parser in words for people.
 * @param line the line of the error: the parser reports tabs in several ways
 */
export function syntaxProblem(error: YAMLError, line: string): Problem {
  if (error.code === 'TAB_AS_INDENT' || /^ *\t/.test(line)) {
    return {
      code: 'YAML003',
      message: 'this line is indented with a tab',
      wayOut: 'indent with spaces; most editors can convert tabs',
    };
  }
  if (error.code === 'MULTIPLE_DOCS') {
    return {
      code: 'YAML004',
      message: 'more than one document in a file',
      wayOut: 'remove the line ---, or what follows it',
    };
  }
  if (error.code === 'NON_STRING_KEY') {
    return {
      code: 'YAML004',
      message: 'a key must be a single word',
      wayOut: 'write one word before the colon; quote text that has braces',
    };
  }
  return {
    code: 'YAML001',
    message: `not valid YAML (${error.message.replace(/\s+/g, ' ')})`,
    wayOut: 'check this line and the one above it: quotes, brackets, colons and indentation',
  };
}
