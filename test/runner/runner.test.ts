import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const { kept }: { kept: (objects: object[], leave?: string[]) => () => void } = require('./kept.js');

/** What a call throws. */
function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
}

test('what was changed, added or deleted is put back, and a getter is not asked', () => {
  let asked = 0;
  const lazy = {
    enumerable: true,
    configurable: true,
    get() {
      asked += 1;
      return 1;
    },
  };
  const symbol = Symbol('added');
  const [first, second]: Record<string | symbol, unknown>[] = [
    Object.defineProperty({ same: 1, changed: 1, deleted: 1 }, 'lazy', lazy),
    { other: undefined, left: 1 },
  ];
  const putBack = kept([first ?? {}, second ?? {}], ['left']);
  Object.assign(first ?? {}, { changed: 2, added: 2, [symbol]: 2 });
  delete first?.['deleted'];
  Object.defineProperty(first, 'lazy', { value: 2, configurable: true });
  delete second?.['other'];
  Object.assign(second ?? {}, { left: 2 });
  putBack();
  expect(
    Reflect.ownKeys(first ?? {})
      .map(String)
      .sort(),
  ).toEqual(['changed', 'deleted', 'lazy', 'same']);
  expect(first).toMatchObject({ same: 1, changed: 1, deleted: 1 });
  expect([asked, first?.['lazy'], asked]).toEqual([0, 1, 1]);
  expect(second).toStrictEqual({ other: undefined, left: 2 });
});

test("Node's errors are errors, and its values of our classes", () => {
  expect(thrownBy(() => readFileSync('/nowhere/at/all'))).toBeInstanceOf(Error);
  expect(Object.getPrototypeOf(JSON.parse('[]'))).toBe(Array.prototype);
});

/** Modules that jest keeps for this suite alone; what Node keeps is not among them. */
const ownModules = () => Object.keys(require.cache).filter((path) => /\/(src|node_modules)\//.test(path));

test('packages and modules of ours are loaded once for all suites, unless one isolates them', () => {
  const [ours, zod] = [jest.requireActual('../../src/text/table'), jest.requireActual('zod')];
  expect(ownModules()).toEqual([]);
  let [again, zodAgain]: unknown[] = [];
  jest.isolateModules(() => {
    again = jest.requireActual('../../src/text/table');
    zodAgain = jest.requireActual('zod');
  });
  expect(again).not.toBe(ours);
  expect(Object.keys(again as object)).toEqual(Object.keys(ours as object));
  expect(zodAgain).toBe(zod);
});

test('where something is mocked, modules of ours are of jest, so that they see it', () => {
  const before = jest.requireActual('../../src/text/table');
  jest.doMock('../../src/text/columns', () => ({ columnsOf: () => 4711, WIDTH: 80 }));
  const after = jest.requireActual<typeof import('../../src/text/table')>('../../src/text/table');
  expect(after).not.toBe(before);
  expect(ownModules()).toEqual([expect.stringMatching(/src\/text\/table\.ts$/)]);
});

test('where a package is mocked, all packages are of jest, so that they see it too', () => {
  const before = jest.requireActual('zod');
  jest.doMock('picocolors', () => 'mocked');
  expect(require('picocolors')).toBe('mocked');
  expect(jest.requireActual('zod')).not.toBe(before);
});

test('all that modules of ours keep is what they have worked out, by what it follows from: suites share it', () => {
  const root = join(__dirname, '../..');
  const keeps =
    /^(?:export )?(?:(?:let|var) (\w+)|const (\w+)(?:: [^=]+)? = (?:new (?:Weak)?(?:Map|Set)(?:<.*>)?\(\)|\[\]|\{\}))/gm;
  const kept = ['src', 'stacks'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) =>
        [...readFileSync(join(root, folder, name), 'utf8').matchAll(keeps)].map(
          ([, variable, constant]) => `${folder}/${name} ${variable ?? constant}`,
        ),
      ),
  );
  expect(kept.sort()).toEqual([
    'src/catalog/markdown/sectionParts.ts known',
    'src/catalog/offices.ts own',
    'src/constructs/officeHoursPlan.ts remembered',
    'src/pictures/people.ts known',
    'src/pictures/ticks.ts known',
    'src/pictures/timeline/stretches.ts known',
    'src/roster/holidayCalendar.ts known',
    // Nobody adds to it.
    'src/roster/rosterOf.ts NONE',
    'src/time/zoneOffsets.ts zones',
  ]);
});
