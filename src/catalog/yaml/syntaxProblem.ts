import type { YAMLError } from 'yaml';
import type { Problem } from '../problems';

/**
 * A syntax error of the parser in words for people.
 * @param line the line on which it stands: the parser blames a tab in several ways
 */
export function syntaxProblem(error: YAMLError, line: string): Problem {
  if (error.code === 'TAB_AS_INDENT' || /^ *\t/.test(line)) {
    return {
      code: 'YAML003',
      message: 'a tab indents this line',
      wayOut: 'indent with spaces; editors can replace tabs by spaces',
    };
  }
  if (error.code === 'MULTIPLE_DOCS') {
    return {
      code: 'YAML004',
      message: 'a file is one document',
      wayOut: 'remove the line ---, or what follows it',
    };
  }
  if (error.code === 'NON_STRING_KEY') {
    return {
      code: 'YAML004',
      message: 'a key is one word',
      wayOut: 'write one word before the colon; text with braces stands in quotes',
    };
  }
  return {
    code: 'YAML001',
    message: `this is not valid YAML (${error.message.replace(/\s+/g, ' ')})`,
    wayOut: 'look at this line and the one above it: quotes, brackets, colons and indentation',
  };
}
