import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadCatalogOrThrow } from '../../src/catalog';
import { changedData } from '../catalog/changedData';
import { byAddress, monitors, onCall } from '../stacks/xyzTech';

const text = readFileSync(join(__dirname, '../../docs/paging.md'), 'utf8');

/** A change of XYZ Tech's data, and what is deployed then. */
const EXAMPLE =
  /^```yaml change data\/(\S+)\n([\s\S]*?)^```\n\n(?:[^#`][^\n]*\n\n)?```json deployed\n([\s\S]*?)^```$/gm;
const examples = [...text.matchAll(EXAMPLE)].map(([, path = '', yaml = '', json = '']) => ({
  path,
  change: parse(yaml) as { replace?: string; with: string },
  deployed: JSON.parse(json) as Record<string, object>,
}));

test('no block is without its pair', () => {
  expect(text.match(/^```(yaml change|json deployed)/gm)).toHaveLength(2 * examples.length);
});

test.each(examples)('$path: $change.with', ({ path, change, deployed }) => {
  const catalog = loadCatalogOrThrow(changedData({ path, ...change }), 'data');
  const objects = new Map([...byAddress(onCall(catalog)), ...byAddress(monitors(catalog))]);
  for (const [address, expected] of Object.entries(deployed)) {
    expect([address, objects.get(address)]).toEqual([address, expect.objectContaining(expected)]);
  }
});
