import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const SRC = resolve(__dirname, '../../src');
const ENTRIES = ['catalog', 'roster', 'alerts', 'constructs', 'deployment', 'rehearsal'];

/** The files whose exports a package user can import, with the names that are exported on. */
function exported(entry: string): [path: string, names: readonly string[] | 'all'][] {
  const lines = readFileSync(entry, 'utf8').matchAll(/^export (?:type )?(\*|\{[^}]*\}) from '(.+)';$/gm);
  return [...lines].flatMap(([, what = '', from = '']): ReturnType<typeof exported> => {
    const base = resolve(dirname(entry), from);
    if (!from.startsWith('.')) return [];
    if (!existsSync(`${base}.ts`)) return exported(join(base, 'index.ts'));
    const names = what.match(/\w+/g)?.filter((word) => word !== 'type');
    return [[`${base}.ts`, what === '*' ? 'all' : (names ?? [])]];
  });
}

/** What a file declares, each with the comment before it and, of an interface, its members. */
const DECLARED =
  /^(?<comment>(?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?)export (?:abstract |async )?(?<kind>interface|class|function|const|type) (?<name>\w+)(?<body>[^\n]*(?:\n(?!\}|export|\/\*\*)[^\n]*)*)/gm;
const MEMBER =
  /^(?<comment>(?: {2}\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?) {2}readonly (?<name>\w+)(?<optional>\??):/gm;

function problemsIn(path: string, names: readonly string[] | 'all'): string[] {
  return [...readFileSync(path, 'utf8').matchAll(DECLARED)].flatMap(({ groups = {} }) => {
    const { name = '', kind, comment, body = '' } = groups;
    if (names !== 'all' && !names.includes(name)) return [];
    const place = `${path.slice(SRC.length + 1)} ${name}`;
    const members = kind !== 'interface' ? [] : [...body.matchAll(MEMBER)];
    return [
      ...(comment === '' ? [place] : []),
      ...members.flatMap(({ groups: member = {} }) => {
        // What tells the members of a union apart is said by the interface.
        if (member['comment'] === '' && member['name'] !== 'kind') return [`${place}.${member['name']}`];
        const isUnsaid = member['optional'] === '?' && !member['comment']?.includes('@default');
        return isUnsaid ? [`${place}.${member['name']} @default`] : [];
      }),
    ];
  });
}

test.each(ENTRIES)(
  'what watchbill/%s exports says what it is, and what an optional member defaults to',
  (entry) => {
    const files = exported(join(SRC, entry, 'index.ts'));
    expect(files.length).toBeGreaterThan(4);
    expect(files.flatMap(([path, names]) => problemsIn(path, names))).toEqual([]);
  },
);
