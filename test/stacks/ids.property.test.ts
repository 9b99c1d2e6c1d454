import fc from 'fast-check';
import { loadCatalog, loadCatalogOrThrow } from '../../src/catalog';
import { readTerraformJson } from '../../src/deployment';
import { checkPagePaths } from '../../src/verbs/rehearse/pagePathCheck';
import { dataWithIds, type Ids } from './dataWithIds';
import { AS_OF, byAddress, monitors, onCall } from './xyzTech';

/** Words that mean something to cdktf, Terraform or YAML. */
const WORDS =
  'prototype node then resource data module provider lifecycle count for-each depends-on terraform self each path ' +
  'local var stack desk service entity null true yes no on off nan inf e1 x0 length default tf-token';

/** Those, and what JavaScript's objects know, as an id would be written: `to-string`. */
const RESERVED = [
  ...WORDS.split(' '),
  ...[Object.prototype, Array.prototype, Function.prototype].flatMap((one) =>
    Object.getOwnPropertyNames(one).map((word) =>
      word.replaceAll('_', '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    ),
  ),
];

/** Neighbours: what one id's join with another could be taken for. */
const ALIKE = ['a', 'a1', 'a-1', 'ab', 'a-b', 'a-b-c', 'b', 'b-c', 'a'.repeat(60), `${'a-'.repeat(29)}bb`];

/** Mostly ids that are accepted; the rest shows that the refusal holds. */
const id = fc.oneof(
  { weight: 50, arbitrary: fc.constantFrom(...RESERVED, ...ALIKE) },
  { weight: 49, arbitrary: fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8}){0,3}$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('__proto__', 'a--b', 'a__b', 'a.b', 'a/b', 'A', '1', 'a'.repeat(61)),
  },
);
const metric = id.map((text) => text.replaceAll('-', '_'));

/** Ids of different kinds may be equal; those of teams and people differ. */
const ids: fc.Arbitrary<Ids> = fc
  .record({
    owners: fc.uniqueArray(id, { minLength: 4, maxLength: 4 }),
    pipelines: fc.uniqueArray(id, { minLength: 2, maxLength: 2 }),
    rotation: id,
    alerts: fc.uniqueArray(id, { minLength: 2, maxLength: 2 }),
    metrics: fc.uniqueArray(metric, { minLength: 2, maxLength: 2 }),
    holiday: id,
  })
  .map(({ owners, pipelines, alerts, metrics, ...rest }) => {
    const [crew = '', desk = '', first = '', second = ''] = owners;
    const [onCallId = '', officeHours = ''] = pipelines;
    const pair = ([one = '', other = '']: readonly string[]) => [one, other] as const;
    return {
      ...{ ...rest, crew, desk, people: [first, second] as const, onCall: onCallId, officeHours },
      ...{ alerts: pair(alerts), metrics: pair(metrics) },
    };
  });

/** 3 users, a vendor, 2 teams with 3 members, a schedule, a policy, 2 services with their link, an integration, a handle. */
const ON_CALL = 16;
/** 2 teams, 2 entries, a failure, 2 bounds of 2 metrics, 2 missing metrics; 2 downtimes, what replaces one, and a bridge. */
const MONITORS = 15;

test('what check accepts, synthesis takes, each object at an address of its own, and reads back true', () => {
  let accepted = 0;
  fc.assert(
    fc.property(ids, (each) => {
      const { catalog } = loadCatalog(dataWithIds(each), 'data');
      if (catalog === undefined) return;
      accepted += 1;
      const stacks = [onCall(catalog), monitors(catalog)];
      expect(stacks.map((stack) => byAddress(stack).size)).toEqual([ON_CALL, MONITORS]);
      const deployment = readTerraformJson(stacks);
      expect(deployment.handles.map(({ name }) => name)).toEqual([each.onCall]);
      expect(deployment.schedules.map(({ key }) => key)).toEqual([`pagerduty_schedule.${each.rotation}`]);
      expect(checkPagePaths(catalog, deployment, AS_OF).map(({ disagreements }) => disagreements)).toEqual([
        [],
      ]);
    }),
    { numRuns: 60 },
  );
  expect(accepted).toBeGreaterThan(30);
});

test('constructor is an id: its address is its own, and what it stands for', () => {
  const every = (name: string): Ids => ({
    ...{ crew: name, desk: 'desk', people: ['ann', 'ben'], onCall: name, officeHours: 'office' },
    ...{ rotation: name, alerts: [name, 'figure'], metrics: [name, 'other'], holiday: name },
  });
  const text = (name: string) => {
    const catalog = loadCatalogOrThrow(dataWithIds(every(name)), 'data');
    return JSON.stringify([onCall(catalog), monitors(catalog)]);
  };
  const other = text('constructox').replaceAll('constructox', 'constructor');
  expect(JSON.parse(text('constructor'))).toEqual(JSON.parse(other));
});
