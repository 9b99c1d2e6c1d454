import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import {
  type ApprovedPlan,
  readApprovedPlan,
  writeApprovedPlan,
} from '../../../../src/verbs/deploy/expected/approvedPlan';

const folder = mkdtempSync(join(tmpdir(), 'watchbill-approved-'));
const FILE = join(folder, 'plan.json');
afterAll(() => rmSync(folder, { recursive: true }));

const PLAN: ApprovedPlan = {
  commit: 'c0ffee'.padEnd(40, '0'),
  asOf: Temporal.Instant.from('2026-11-26T05:05:06Z'),
  stacks: [
    {
      stack: 'on-call',
      changes: [
        {
          address: 'x.a',
          type: 'x',
          action: 'update',
          object: 'x a',
          text: ['from b'],
          digest: 'a'.repeat(64),
        },
      ],
      imports: [{ address: 'x.b', id: 'P1' }],
    },
  ],
};

test.each([PLAN, { asOf: PLAN.asOf }])('what is written is what is read: %#', (plan) => {
  writeApprovedPlan(FILE, plan);
  const read = readApprovedPlan(FILE);
  expect({ ...read, asOf: String(read.asOf) }).toEqual({ ...plan, asOf: '2026-11-26T05:05:06Z' });
});

test.each([
  ['', 'it is malformed'],
  ['[]', 'it is malformed'],
  ['{"format":2}', 'format is malformed'],
  ['{"format":1,"commit":null,"asOf":"yesterday","stacks":null}', 'it is malformed'],
  ['{"format":1,"commit":null,"asOf":"2026-11-26T05:05:06Z","stacks":[{}]}', 'stacks.0.stack is malformed'],
])('%s is refused', (text, why) => {
  writeFileSync(FILE, text);
  expect(() => readApprovedPlan(FILE)).toThrow(`is not a plan that was approved: ${why}\n`);
});

test('a file that is not there is refused by its name', () => {
  expect(() => readApprovedPlan(join(folder, 'none.json'))).toThrow(
    /^DEPL005: ".*none\.json" .*there is no such file\n/,
  );
});

test('the file is read by others: it says what is in it by its own keys', () => {
  writeApprovedPlan(FILE, PLAN);
  expect(Object.keys(JSON.parse(readFileSync(FILE, 'utf8')))).toEqual(['format', 'commit', 'asOf', 'stacks']);
});
