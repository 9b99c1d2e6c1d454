import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import { type Catalog, loadCatalogOrThrow, readDataDirectory } from '../../src/catalog';

const ROOT = resolve(__dirname, '../..');

/** What a section of docs/rotations.md says. */
export interface RotationBlocks {
  /** Rotations by id. */
  readonly rotations: Readonly<Record<string, { readonly pipelines: readonly string[] }>>;
  /** Keys of organization.yaml. */
  readonly organization: {
    readonly people?: Readonly<Record<string, object>>;
    readonly duties?: readonly string[];
    readonly escalation?: { readonly steps: readonly { readonly notify: string }[] };
  };
  /** Entries of leave.yaml. */
  readonly leave: readonly object[];
}

/** The blocks of docs/rotations.md by the heading that they stand below. */
export function rotationBlocks(): ReadonlyMap<string, RotationBlocks> {
  const page = readFileSync(join(ROOT, 'docs/rotations.md'), 'utf8');
  const sections = page.split(/^## /m).slice(1);
  return new Map(sections.map((section) => [section.split('\n', 1)[0] ?? '', blocksOf(section)]));
}

function blocksOf(section: string): RotationBlocks {
  const texts = [...section.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
  const of = (file: string) => texts.filter((text) => text.startsWith(`# data/${file}.yaml\n`));
  const all = (file: string) => Object.assign({}, ...of(file).map((text) => parse(text)));
  const rotations = texts.filter((text) => !text.startsWith('# data/'));
  return {
    rotations: Object.assign({}, ...rotations.map((text) => parse(text))),
    organization: all('organization'),
    leave: of('leave').flatMap((text) => parse(text)),
  };
}

/** What a section is about: where its pipelines and people are. */
const XYZ_TECH = 'test/xyz-tech/data';
const THREE_OFFICES = 'examples/three-offices';

/**
 * The data that a section's blocks belong to, with the blocks in it: in the place of all rotations and
 * all leave, beside the people who are there.
 */
export function catalogWith(blocks: RotationBlocks): Catalog {
  const { rotations, leave, organization } = blocks;
  const isOrders = Object.values(rotations).some(({ pipelines }) => pipelines.includes('orders'));
  const files = new Map(readDataDirectory(join(ROOT, isOrders ? THREE_OFFICES : XYZ_TECH)));
  const textOf = (name: string) => Buffer.from(files.get(name) ?? []).toString();
  const write = (name: string, value: unknown) => files.set(name, Buffer.from(stringify(value)));
  const others = isOrders ? ORDERS : INVESTORS;
  write('rotations.yaml', { ...others, ...(organization.duties && BACKUP), ...rotations });
  const own = parse(textOf('organization.yaml'));
  const people = { ...own.people, ...organization.people };
  write('organization.yaml', { ...own, ...organization, people });
  write('leave.yaml', leave);
  const order = organization.escalation?.steps.map(({ notify }) => notify);
  for (const name of order === undefined ? [] : files.keys()) {
    if (!name.startsWith('runbooks/')) continue;
    const said = textOf(name).replace(/^escalation: .*$/m, `escalation: ${JSON.stringify(order)}`);
    files.set(name, Buffer.from(said));
  }
  return loadCatalogOrThrow(files, 'data');
}

/** Who is on call for what the blocks leave out. */
const INVESTORS = {
  others: {
    name: 'Others',
    pipelines: ['aggregate-profit', 'aggregate-engagement'],
    versions: [{ from: '2026-01-05', order: ['aidil', 'choo'] }],
  },
};
const BACKUP = {
  reserve: {
    name: 'Reserve',
    pipelines: ['aggregate-profit', 'aggregate-engagement'],
    duty: 'backup',
    versions: [{ from: '2026-01-05', order: ['choo', 'aidil'] }],
  },
};
const ORDERS = {
  settled: {
    name: 'Settlements',
    pipelines: ['settlements'],
    versions: [{ from: '2026-01-05', order: ['joan', 'imran'] }],
  },
  reserve: {
    name: 'Reserve',
    pipelines: ['orders', 'settlements'],
    duty: 'backup',
    versions: [{ from: '2026-01-05', order: ['clara', 'mike', 'harriet', 'oscar', 'dieter', 'george'] }],
  },
};
