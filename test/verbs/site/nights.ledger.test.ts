import { watchbill } from '../../cli/run';
import { filesBelow, ownFolder } from './folder';

const { out } = ownFolder();

jest.setTimeout(60_000);

test('the rehearsed night of a rule is that of watchbill rehearse; it names who covers, and never why', async () => {
  const asOf = ['--as-of', '2026-12-06'];
  expect((await watchbill(['site', '--out', out, ...asOf])).code).toBe(0);
  const page = filesBelow(out).get('pipelines/aggregate-growth.html') ?? '';
  const { out: json } = await watchbill(['rehearse', 'aggregate-growth', 'runs-too-long', '--json', ...asOf]);
  const [{ firesAt, notified, recoversAt }] = JSON.parse(json).rules;
  const [, section = ''] = /<section id="runs-too-long"([\s\S]*?)<\/section>/.exec(page) ?? [];
  const [, told = ''] = /<desc[^>]*>([\s\S]*?)<\/desc>/.exec(section) ?? [];
  // Spencer is away that night.
  expect(notified.map(({ name }: { name: string }) => name)).toEqual(['Accounts desk', 'Choo']);
  expect(told).toContain('Choo (covers Spencer)');
  for (const at of [firesAt, ...notified.map(({ at }: { at: string }) => at), recoversAt]) {
    expect(told).toContain(at.slice(11, 16));
  }
  for (const text of filesBelow(out).values()) expect(text).not.toMatch(/: leave|on leave/);
});
