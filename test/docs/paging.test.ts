import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadCatalogOrThrow } from '../../src/catalog';
import { changedData } from '../catalog/changedData';
import { byAddress, monitors, onCall } from '../stacks/xyzTech';

const text = readFileSync(join(__dirname, '../../docs/paging.md'), 'utf8');

/** A change of XYZ Tech's data, and what is deployed then. */
const EXAMPLE =
  /^```yaml change data\/(\S+)\n([\s\S]*?)^```\n\n(?:[^#`][^\n]*\n\n)?```json (deployed|message \S+)\n([\s\S]*?)^```$/gm;
const examples = [...text.matchAll(EXAMPLE)].map(([, path = '', yaml = '', kind = '', json = '']) => ({
  path,
  change: parse(yaml) as { replace?: string; with: string },
  kind,
  told: JSON.parse(json),
}));

test('no block is without its pair', () => {
  expect(text.match(/^```(yaml change|json deployed|json message)/gm)).toHaveLength(2 * examples.length);
});

test.each(examples)('$path: $change.with', ({ path, change, kind, told }) => {
  const catalog = loadCatalogOrThrow(changedData({ path, ...change }), 'data');
  const objects = new Map([...byAddress(onCall(catalog)), ...byAddress(monitors(catalog))]);
  const [, monitor] = kind.split(' ');
  if (monitor !== undefined) {
    const { message } = objects.get(`datadog_monitor.${monitor}`) as { message: string };
    expect(message.match(/^@.*$/gm)).toEqual([...told, ...told, ...told]);
    return;
  }
  for (const [address, expected] of Object.entries(told as Record<string, object>)) {
    expect([address, objects.get(address)]).toEqual([address, expect.objectContaining(expected)]);
  }
});
