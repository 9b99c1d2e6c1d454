import type { Case } from './case';

/** What is told by src/catalog/yaml/parseYaml.ts. */
export const CASES: readonly Case[] = [
  [
    'a bracket that is not closed',
    [{ path: 'leave.yaml', with: 'a: [\n' }],
    [
      'YAML001 leave.yaml:2:1 | check this line and the one above it: quotes, brackets, colons and indentation',
    ],
  ],
  [
    'a tab',
    [{ path: 'pipelines.yaml', with: 'aggregate-profit:\n\tname: x\n' }],
    ['YAML003 pipelines.yaml:2:1 | indent with spaces; most editors can convert tabs'],
  ],
  [
    'an anchor',
    [{ path: 'pipelines.yaml', with: 'x: &a 1\n' }],
    [
      'YAML004 pipelines.yaml:1:4 | write the value out where it is used; quote a text that starts with & or *',
    ],
  ],
  [
    'an alias',
    [{ path: 'pipelines.yaml', with: 'y: *x\n' }],
    [
      'YAML004 pipelines.yaml:1:4 | write the value out where it is used; quote a text that starts with & or *',
    ],
  ],
  [
    'a tag',
    [{ path: 'leave.yaml', with: '!!seq []\n' }],
    ['YAML004 leave.yaml:1:1 | remove the tag, or quote the text'],
  ],
  [
    'a merge key',
    [{ path: 'pipelines.yaml', with: '<<: {}\n' }],
    ['YAML004 pipelines.yaml:1:1 "<<" | write the keys out'],
  ],
  [
    'two documents',
    [{ path: 'leave.yaml', with: '[]\n---\n[]\n' }],
    ['YAML004 leave.yaml:2:1 | remove the line ---, or what follows it'],
  ],
  [
    'a directive',
    [{ path: 'leave.yaml', with: '%YAML 1.1\n---\n[]\n' }],
    ['YAML004 leave.yaml:1:1 | remove the line'],
  ],
  [
    'a list as a key',
    [{ path: 'leave.yaml', with: '? [a]\n: 1\n' }],
    ['YAML004 leave.yaml:1:3 | write one word before the colon; quote text that has braces'],
  ],
  [
    'nested too deeply',
    [{ path: 'leave.yaml', with: '['.repeat(100000) }],
    ['YAML004 leave.yaml:1:51 | write plain maps and lists, a few levels deep'],
  ],
  [
    'indented too deeply',
    [{ path: 'leave.yaml', with: `${'- '.repeat(5000)}a` }],
    ['YAML004 leave.yaml:1:1 | write plain maps and lists, a few levels deep'],
  ],
  [
    'an alias bomb',
    [{ path: 'leave.yaml', with: '- &a [x, x]\n- &b [*a, *a]\n' }],
    [
      'YAML004 leave.yaml:1:3 | write the value out where it is used; quote a text that starts with & or *',
      'YAML004 leave.yaml:2:3 | write the value out where it is used; quote a text that starts with & or *',
      'YAML004 leave.yaml:2:7 | write the value out where it is used; quote a text that starts with & or *',
      'YAML004 leave.yaml:2:11 | write the value out where it is used; quote a text that starts with & or *',
    ],
  ],
  [
    'text that begins with @',
    [{ path: 'pipelines.yaml', with: 'x: @all\n' }],
    [
      'YAML001 pipelines.yaml:1:4 | check this line and the one above it: quotes, brackets, colons and indentation',
    ],
  ],
  [
    'a key twice',
    [
      {
        path: 'pipelines.yaml',
        replace: 'secondary: choo\n',
        with: 'secondary: choo\nunit-profit-experiments:\n  name: x\n',
      },
    ],
    ['YAML002 pipelines.yaml:14:1 "unit-profit-experiments" | keep one of the two, or rename the second'],
  ],
  [
    'a key named __proto__',
    [{ path: 'pipelines.yaml', replace: 'secondary: choo\n', with: 'secondary: choo\n  __proto__: 1\n' }],
    ['DATA001 pipelines.yaml:14:3 "__proto__" | remove it, or give it another name'],
  ],
];
