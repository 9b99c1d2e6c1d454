import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { synthesizedStacks } from '../../../src/verbs/synth/synthesizedStacks';
import { XYZ_TECH } from '../../xyzTech';
import { filesBelow, ownFolder, written } from './folder';

const { root } = ownFolder();
const SITE = 'https://oncall.xyz-tech.example/watch';
const THREE_OFFICES = join(__dirname, '../../../examples/three-offices');
const AS_OF = '2026-11-23T00:00:00+08:00';

jest.setTimeout(60_000);

/** Data with the address of its site. */
function withSite(data: string, name: string): string {
  const folder = join(root, name);
  cpSync(data, folder, { recursive: true });
  const file = join(folder, 'organization.yaml');
  writeFileSync(file, `siteUrl: ${SITE}\n${readFileSync(file, 'utf8')}`);
  return folder;
}

/** Every text in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What a page reads of a link of ours: its path below the site, and its anchor. */
const LINK = new RegExp(`${SITE.replaceAll('.', '\\.')}/([\\w./-]*\\w)(?:#([\\w-]+))?`, 'g');

// XYZ Tech: 16 monitors, 5 catalog entries, 3 services; three offices: 3 monitors of two pipelines and 1 of one in office hours.
test.each([
  ['xyz-tech', XYZ_TECH, ['datadog_monitor', 'datadog_software_catalog', 'pagerduty_service'], 16],
  ['three-offices', THREE_OFFICES, ['datadog_monitor', 'datadog_software_catalog', 'pagerduty_service'], 3],
])(
  '%s: each deployed link leads to a page of the site, and to an anchor in it',
  async (name, from, types, leastMonitors) => {
    const data = withSite(from, name);
    const out = join(root, `${name}-site`);
    expect((await written(out, '--data', data, '--as-of', AS_OF)).code).toBe(0);
    const site = filesBelow(out);
    const stacks = synthesizedStacks({ data, asOf: AS_OF }) as {
      resource: Record<string, Record<string, unknown>>;
    }[];
    let monitors = 0;
    for (const type of types) {
      const resources = stacks.flatMap(({ resource }) => Object.entries(resource[type] ?? {}));
      expect([type, resources.length]).not.toEqual([type, 0]);
      for (const [address, resource] of resources) {
        const links = textsIn(resource).flatMap((text) => [...text.matchAll(LINK)]);
        expect([address, links.length]).not.toEqual([address, 0]);
        if (type === 'datadog_monitor') {
          monitors += 1;
          expect([address, links.some(([, , anchor]) => anchor !== undefined)]).toEqual([address, true]);
        }
        for (const [link, path = '', anchor] of links) {
          const page = site.get(path);
          if (page === undefined) throw new Error(`${type} ${address}: ${link} is no page`);
          if (anchor !== undefined && !page.includes(` id="${anchor}"`))
            throw new Error(`${type} ${address}: ${link} has no such anchor`);
        }
      }
    }
    expect(monitors).toBeGreaterThanOrEqual(leastMonitors);
  },
);

test('the links of calendar events lead there, too', async () => {
  const data = withSite(XYZ_TECH, 'calendars');
  const out = join(root, 'calendars-site');
  await written(out, '--data', data, '--as-of', AS_OF);
  const site = filesBelow(out);
  // Lines of iCalendar are folded.
  const feeds = [...site].flatMap(([path, text]) =>
    path.endsWith('.ics') ? [text.replace(/\r?\n[ \t]/g, '')] : [],
  );
  const links = feeds.flatMap((text) => [...text.matchAll(LINK)]);
  expect(links.length).toBeGreaterThan(0);
  for (const [, path = ''] of links) expect([...site.keys()]).toContain(path);
});
