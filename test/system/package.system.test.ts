import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';
import manifest from '../../package.json';
import { installAtStranger, type Stranger } from './stranger';

jest.setTimeout(300_000);

type Resources = Record<string, Record<string, Record<string, unknown>>>;

const PROJECT = resolve(__dirname, '../..');
const TSC = join(PROJECT, 'node_modules/typescript/bin/tsc');
const ENTRIES = Object.keys(manifest.exports).map((path) => path.replace('.', 'watchbill'));
const CODE = ENTRIES.filter((entry) => !entry.includes('*') && !entry.endsWith('.json'));
const WITH_CDKTF = ['watchbill', 'watchbill/constructs', 'watchbill/stacks'];
/** Compiled code, apart from the command, which is one bundled file. */
const COMPILED = /^dist\/(scripts|src|stacks)\/.*\.js$/;
/** What only the command runs is in that file alone. */
const IN_COMMAND =
  /^dist\/src\/(main\.|pictures\/|sandbox\/|verbs\/(index\.|completion\/|explain\/|sandbox\/|site\/))/;

let stranger: Stranger;
beforeAll(() => {
  stranger = installAtStranger();
});
afterAll(() => stranger?.remove());

describe('the tarball', () => {
  test('holds the command, the compiled code with its types, and the papers', () => {
    expect(stranger.files).toEqual(
      expect.arrayContaining([
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        '.github/workflows/nightly.yml',
        'bin/buildState.js',
        'bin/compiled.js',
        'bin/watchbill-ci.js',
        'bin/watchbill.js',
        'dist/LICENSES.txt',
        'dist/scripts/ci/nightly.js',
        'dist/src/constructs/index.d.ts',
        'dist/src/index.js',
        'dist/stacks/onCallStack.js',
        'dist/synthesis.js',
        'dist/watchbill.js',
        `dist/pglite-${manifest.dependencies['@electric-sql/pglite']}.tar.gz`,
        'docs/deploy.md',
        'docs/diagnostics.md',
        'package.json',
      ]),
    );
    const code = stranger.files.filter((file) => COMPILED.test(file));
    expect(code.filter((file) => !stranger.files.includes(file.replace(/js$/, 'd.ts')))).toEqual([]);
  });

  test('holds nothing else: no tests, no sources, no data of anybody, no secrets', () => {
    const allowed = [
      /^(CHANGELOG|README)\.md$|^LICENSE$|^package\.json$/,
      /^bin\/(buildState|compiled|watchbill|watchbill-ci)\.js$/,
      /^dist\/(LICENSES\.txt|pglite-[\d.]+\.tar\.gz|synthesis\.js|temporal\.d\.ts|watchbill\.js)$/,
      /^dist\/(scripts\/ci|src|stacks)\/[\w/]+(\.d\.ts|\.js)$/,
      /^docs\/([\w-]+\/)*[\w-]+\.(md|svg|png)$/,
      /^schemas\/[\w.-]+\.json$/,
      /^\.github\/(dependabot|workflows\/[\w-]+)\.yml$/,
    ];
    const others = stranger.files.filter((file) => !allowed.some((pattern) => pattern.test(file)));
    expect(others).toEqual([]);
  });

  test('holds every source once, every page and every schema', () => {
    const modules = ['scripts/ci', 'src', 'stacks']
      .flatMap((folder) =>
        readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
          .filter((file) => file.endsWith('.ts'))
          .map((file) => `dist/${folder}/${file.replace(/ts$/, 'js')}`),
      )
      .filter((file) => !IN_COMMAND.test(file));
    const docs = readdirSync(join(PROJECT, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.\w+$/.test(file))
      .map((file) => `docs/${file}`);
    expect(stranger.files.filter((file) => file.startsWith('docs/')).sort()).toEqual(docs.sort());
    expect(stranger.files.filter((file) => COMPILED.test(file))).toEqual(modules.sort());
    expect(stranger.files.filter((file) => file.startsWith('schemas/'))).toEqual(
      readdirSync(join(PROJECT, 'schemas'))
        .map((file) => `schemas/${file}`)
        .sort(),
    );
  });
});

describe('what the package needs', () => {
  const { dependencies, peerDependencies } = manifest;

  test('every module finds what it asks for, and nothing is asked for in vain', () => {
    const declared = [...Object.keys(dependencies), ...Object.keys(peerDependencies)];
    const installed = join(stranger.app, 'node_modules/watchbill');
    const code = stranger.files.filter(
      (file) => COMPILED.test(file) || /^dist\/(synthesis|watchbill)\.js$/.test(file),
    );
    const asked = code.flatMap((file) => {
      const text = readFileSync(join(installed, file), 'utf8');
      return [...text.matchAll(/\brequire\(["']([^"'.][^"']*)["']\)/g)].map((match) => match[1] ?? '');
    });
    const packages = asked
      // What two packages would write into a file of code, which fastify never asks for.
      .filter((name) => !isBuiltin(name) && !/^(ajv|fast-json-stringify)\b/.test(name))
      .map((name) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    expect([...new Set(packages)].sort()).toEqual(declared.sort());
  });

  test('each dependency has a reason in ARCHITECTURE.md', () => {
    const [, libraries = ''] = readFileSync(join(PROJECT, 'ARCHITECTURE.md'), 'utf8').split('## Libraries');
    const named = libraries
      .split('\n')
      .flatMap((row) => (/^\|([^|]+)\|/.exec(row)?.[1] ?? '').split(','))
      .map((name) => name.trim());
    const all = [...Object.keys(dependencies), ...Object.keys(peerDependencies)];
    expect(all.filter((name) => !named.includes(name))).toEqual([]);
  });

  test('what is inside the command has its license in the package', () => {
    const text = readFileSync(join(stranger.app, 'node_modules/watchbill/dist/LICENSES.txt'), 'utf8');
    for (const name of ['commander', 'fastify', 'light-my-request', 'zod']) {
      const [, license = ''] = text.split(new RegExp(`^${name} [\\d.]+ \\(.*\\)$`, 'm'));
      expect([name, license.slice(0, 300)]).toEqual([name, expect.stringMatching(/Copyright/)]);
    }
    // It brings no text of its license, which asks for where its source is.
    expect(text).toMatch(/^cdktf [\d.]+ \(MPL-2\.0\)\nSource: https:\/\/github\.com\//m);
  });
});

describe('the entries', () => {
  test('each resolves and exports something, and only stacks and constructs load cdktf', () => {
    // What one has loaded is forgotten before the next.
    const script = `const found = {};
for (const entry of ${JSON.stringify(CODE)}) {
  const names = Object.keys(require(entry));
  const after = Object.keys(require.cache);
  found[entry] = { exports: names.length > 0, cdktf: after.some((path) => /cdktf/.test(path)) };
  for (const path of after) if (/cdktf/.test(path) || path.includes('/watchbill/')) delete require.cache[path];
}
console.log(JSON.stringify(found));`;
    const found: Record<string, { exports: boolean; cdktf: boolean }> = JSON.parse(
      stranger.node('-e', script),
    );
    expect(Object.keys(found)).toEqual(CODE);
    expect(CODE.filter((entry) => found[entry]?.exports !== true)).toEqual([]);
    expect(CODE.filter((entry) => found[entry]?.cdktf === true)).toEqual(WITH_CDKTF);
  });

  test('every one with types says where they are', () => {
    const types = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [] : [target.types],
    );
    expect(types).toHaveLength(CODE.length);
    for (const file of types)
      expect(existsSync(join(stranger.app, 'node_modules/watchbill', file))).toBe(true);
  });

  test('types resolve wherever they are asked for, and the manifest is sound', () => {
    const passes = (tool: string, ...args: string[]) => {
      const program = join(PROJECT, 'node_modules/.bin', tool);
      const { status, stdout } = spawnSync(program, args, {
        encoding: 'utf8',
        env: { ...process.env, CI: '1' },
      });
      return { status, stdout };
    };
    expect(passes('attw', stranger.tarball, '--profile', 'node16', '--format', 'ascii')).toEqual({
      status: 0,
      stdout: expect.stringContaining('"watchbill/stacks"'),
    });
    expect(passes('publint', stranger.tarball, '--strict')).toEqual({
      status: 0,
      stdout: expect.stringContaining('All good!'),
    });
  });

  test.each([
    ['node16', 'node16', ['cts', 'mts']],
    ['preserve', 'bundler', ['ts']],
  ])(
    'each compiles under strict: module %s, resolution %s, in %j',
    (module, moduleResolution, extensions) => {
      const lines = CODE.map((entry, at) => `import * as entry${at} from '${entry}';\nentry${at};\n`);
      const files = extensions.map((extension) => `every.${extension}`);
      for (const file of files) writeFileSync(join(stranger.app, file), lines.join(''));
      const options = {
        module,
        moduleResolution,
        target: 'es2023',
        strict: true,
        noEmit: true,
        types: ['node'],
      };
      const config = join(stranger.app, `tsconfig.${moduleResolution}.json`);
      writeFileSync(config, JSON.stringify({ compilerOptions: options, files }));
      expect(stranger.node(TSC, '-p', config)).toBe('');
    },
  );

  test('package.json and the schemas can be asked for', () => {
    const files = [
      'package.json',
      ...readdirSync(join(PROJECT, 'schemas')).map((schema) => `schemas/${schema}`),
    ];
    const types = `${JSON.stringify(files)}.map((file) => typeof require('watchbill/' + file)).join(' ')`;
    expect(stranger.node('-p', types)).toBe(`${files.map(() => 'object').join(' ')}\n`);
  });

  test('the command helps, and explains codes from the page in the package', () => {
    expect(stranger.npx('watchbill', '--help')).toContain('Usage: watchbill');
    expect(stranger.npx('watchbill', 'explain', 'DATA001')).toMatch(/^DATA001: unknown key\n/);
  });
});

describe("the stranger's app", () => {
  let resource: Resources;
  let users: Record<string, { email: string }>;
  beforeAll(() => {
    stranger.nodeWithoutPath('app.js');
    const json = JSON.parse(readFileSync(join(stranger.app, 'cdktf.out/stacks/clicks/cdk.tf.json'), 'utf8'));
    resource = json.resource;
    users = json.data.pagerduty_user;
  });
  const only = (type: string) => {
    const all = Object.entries(resource[type] ?? {});
    expect(all).toHaveLength(1);
    const [address, attributes] = all[0] ?? [];
    return { id: `\${${type}.${address}.id}`, attributes };
  };
  const user = (name: string) => {
    const [address] = Object.entries(users).find(([, { email }]) => email === `${name}@clicks.example`) ?? [];
    return `\${data.pagerduty_user.${address}.id}`;
  };

  test('has a schedule of a rotation and a cover', () => {
    expect(only('pagerduty_schedule').attributes).toMatchObject({
      name: 'Clicks on call',
      description: 'Managed by Watchbill',
      time_zone: 'Asia/Tokyo',
      layer: [
        {
          name: 'Rotation from 2026-01-05',
          start: '2026-01-05T09:00:00+09:00',
          rotation_virtual_start: '2026-01-05T09:00:00+09:00',
          rotation_turn_length_seconds: 604800,
          users: [user('ana'), user('ben'), user('cho')],
        },
        {
          name: 'Cover: Ana for Cho',
          start: '2026-12-01T00:00:00+09:00',
          end: '2026-12-02T00:00:00+09:00',
          rotation_virtual_start: '2026-12-01T00:00:00+09:00',
          rotation_turn_length_seconds: 604800,
          users: [user('ana')],
        },
      ],
    });
  });

  test('has a service that escalates, with its handle in Datadog', () => {
    const policy = only('pagerduty_escalation_policy');
    expect(policy.attributes).toMatchObject({
      num_loops: 1,
      rule: [
        { escalation_delay_in_minutes: 10, target: [{ type: 'user_reference', id: user('ben') }] },
        {
          escalation_delay_in_minutes: 20,
          target: [{ type: 'schedule_reference', id: only('pagerduty_schedule').id }],
        },
      ],
    });
    expect(only('pagerduty_service').attributes).toMatchObject({
      name: 'Clicks',
      escalation_policy: policy.id,
      acknowledgement_timeout: '2700',
      auto_resolve_timeout: 'null',
    });
    expect(only('datadog_integration_pagerduty_service_object').attributes).toMatchObject({
      service_name: 'clicks',
      service_key: only('pagerduty_service_integration').id.replace('.id}', '.integration_key}'),
    });
    expect(only('pagerduty_business_service').attributes).toMatchObject({ team: only('pagerduty_team').id });
    expect(Object.keys(resource['pagerduty_team_membership'] ?? {})).toHaveLength(3);
  });

  test('has a monitor, a catalogue entry and a downtime outside office hours', () => {
    expect(only('datadog_monitor').attributes).toMatchObject({
      query: 'max(last_5m):max:clicks.lag_hours{*} > 16',
      monitor_thresholds: { critical: '16' },
      message: 'Follow https://clicks.example/runbook, with $${HOME} and all. @pagerduty-clicks',
      priority: '2',
      require_full_window: false,
    });
    expect(only('datadog_software_catalog').attributes).toMatchObject({
      entity:
        'apiVersion: v3\nkind: service\nmetadata:\n    displayName: Clicks\n    name: clicks\n    owner: clicks\n',
    });
    // Monday to Wednesday 16:00 to 10:00; Thursday 16:00 to Monday 10:00 is three days and 18 hours.
    const downtimes = Object.values(resource['datadog_downtime_schedule'] ?? {});
    expect(downtimes).toHaveLength(2);
    expect(downtimes.find((each) => 'recurring_schedule' in each)).toMatchObject({
      recurring_schedule: {
        timezone: 'Asia/Tokyo',
        recurrence: [
          { rrule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE', duration: '18h', start: '2026-11-23T16:00:00' },
          { rrule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=TH', duration: '90h', start: '2026-11-26T16:00:00' },
        ],
      },
    });
    // As of an hour before office hours: what holds until they begin.
    expect(downtimes.find((each) => 'one_time_schedule' in each)).toMatchObject({
      one_time_schedule: { end: '2026-11-23T01:00:00Z' },
    });
  });

  test('compiles under strict against the types, and is paged by whom the roster names', () => {
    stranger.node(TSC, '-p', '.');
    // 23 November is 46 weeks after 5 January: the second of three begins.
    expect(JSON.parse(stranger.node('compiled/typed.js'))).toEqual({
      roster: [
        '2026-11-23T09:00 ben rotation',
        '2026-11-30T09:00 cho rotation',
        '2026-12-01T00:00 ana cover',
        '2026-12-02T00:00 cho rotation',
      ],
      paged: [
        '2026-11-23T09:00 ben@clicks.example',
        '2026-11-30T09:00 cho@clicks.example',
        '2026-12-01T00:00 ana@clicks.example',
        '2026-12-02T00:00 cho@clicks.example',
      ],
      layerUsers: ['ana', 'ben', 'cho'],
      threshold: '0.0000001',
      sunday: 7,
      onePackage: true,
    });
  });
});
