import { readFileSync } from 'node:fs';

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

test('a package is loaded once for all suites, a module of ours by each', () => {
  const ours = jest.requireActual<object>('../../src/time/span');
  let [again, zod]: unknown[] = [];
  jest.isolateModules(() => {
    again = jest.requireActual('../../src/time/span');
    zod = jest.requireActual('zod');
  });
  expect(again).not.toBe(ours);
  expect(Object.keys(again as object)).toEqual(Object.keys(ours));
  expect(zod).toBe(jest.requireActual('zod'));
});

test('where a package is mocked, all packages are of jest, so that they see it too', () => {
  const before = jest.requireActual('zod');
  jest.doMock('picocolors', () => 'mocked');
  expect(require('picocolors')).toBe('mocked');
  expect(jest.requireActual('zod')).not.toBe(before);
});
