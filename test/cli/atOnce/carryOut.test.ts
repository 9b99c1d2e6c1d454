import { readFileSync, writeFileSync } from 'node:fs';
import { type Change, carryOut, EditedData } from '../../../src/cli/atOnce';
import { changedData } from '../folder';

const ADDED = '- { pipelines: [aggregate-profit], from: 2026-11-24T22:40, until: 2026-11-25T00:41 }\n';

function opened(): EditedData {
  const data = EditedData.open(
    changedData('leave.yaml', (text) => text),
    'leave.yaml',
  );
  if (!(data instanceof EditedData)) throw new Error('XYZ Tech has no errors');
  return data;
}

/** Carries a change out, and notes in which order the file and the vendor are as they should be. */
async function carried(data: EditedData, change: Partial<Change> = {}) {
  const before = readFileSync(data.path, 'utf8');
  const order: string[] = [];
  const noted = (what: string) => {
    order.push(`${what}: file ${readFileSync(data.path, 'utf8') === before ? 'old' : 'new'}`);
  };
  const outcome = await carryOut(
    {
      data,
      text: `${data.text}# more\n`,
      cancel: false,
      verify: async () => noted('verify'),
      ...change,
      atVendor: async (isInterrupted, problems) => {
        noted('vendor');
        return change.atVendor?.(isInterrupted, problems) ?? true;
      },
    },
    { onInterrupt: () => () => order.push('given back') },
  );
  return { outcome, order };
}

test('a change is written before the vendor is asked, and verified at the end', async () => {
  const { outcome, order } = await carried(opened());
  expect(outcome).toEqual({ fileDone: true, vendorDone: true, problems: [] });
  expect(order).toEqual(['vendor: file new', 'verify: file new', 'given back']);
});

test('a cancellation is written after the vendor is done', async () => {
  const { outcome, order } = await carried(opened(), { cancel: true });
  expect(outcome).toEqual({ fileDone: true, vendorDone: true, problems: [] });
  expect(order).toEqual(['vendor: file old', 'verify: file new', 'given back']);
});

test.each([true, false])(
  'what the vendor did not do is told; the file stays if cancel is %s',
  async (cancel) => {
    const data = opened();
    const { outcome, order } = await carried(data, {
      cancel,
      atVendor: async (_, problems) => {
        problems.push('refused');
        return false;
      },
    });
    expect(outcome).toEqual({ fileDone: !cancel, vendorDone: false, problems: ['refused'] });
    expect(order).toEqual([cancel ? 'vendor: file old' : 'vendor: file new', 'given back']);
    expect(readFileSync(data.path, 'utf8').endsWith('# more\n')).toBe(!cancel);
  },
);

test.each([true, false])(
  'somebody else changed the file: neither it nor the vendor is touched (cancel: %s)',
  async (cancel) => {
    const data = opened();
    writeFileSync(data.path, ADDED);
    const { outcome, order } = await carried(data, { cancel });
    expect(outcome).toEqual({
      fileDone: false,
      vendorDone: false,
      problems: [`somebody else has changed ${data.path} in the meantime`],
    });
    expect(order).toEqual(['given back']);
    expect(readFileSync(data.path, 'utf8')).toBe(ADDED);
  },
);

test.each([
  ['before all is done', false, ['interrupted']],
  ['after all is done', true, []],
])('interrupted %s', async (_, done, problems) => {
  let interrupt = () => {};
  const outcome = await carryOut(
    {
      data: opened(),
      text: '[]\n',
      cancel: false,
      atVendor: async (isInterrupted) => {
        expect(isInterrupted()).toBe(false);
        interrupt();
        expect(isInterrupted()).toBe(true);
        return done;
      },
    },
    {
      onInterrupt: (listener) => {
        interrupt = listener;
        return () => {};
      },
    },
  );
  expect(outcome).toEqual({ fileDone: true, vendorDone: done, problems });
});
