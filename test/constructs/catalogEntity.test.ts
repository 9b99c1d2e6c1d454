import { parse } from 'yaml';
import { CatalogEntity, type CatalogEntityProps } from '../../src/constructs';
import { only, synthesized } from './synthesized';

const entity = (props: Partial<CatalogEntityProps>) =>
  String(
    only(
      synthesized(
        (stack) =>
          new CatalogEntity(stack, 'x', { name: 'profit', displayName: 'Profit', owner: 'ba', ...props }),
      ),
      'datadog_software_catalog',
    )['entity'],
  );

test("owner, contacts and links, as Datadog's entity model has them", () => {
  expect(
    parse(
      entity({
        additionalOwners: [{ name: 'de', type: 'secondary' }],
        contacts: [{ name: 'BA desk', email: 'ba@xyz.example' }],
        links: [{ name: 'Runbook', type: 'runbook', url: 'https://x.example/profit.md' }],
        tags: ['managed-by:watchbill'],
        description: 'What it is',
      }),
    ),
  ).toEqual({
    apiVersion: 'v3',
    kind: 'service',
    metadata: {
      name: 'profit',
      displayName: 'Profit',
      description: 'What it is',
      owner: 'ba',
      additionalOwners: [{ name: 'de', type: 'secondary' }],
      contacts: [{ name: 'BA desk', type: 'email', contact: 'ba@xyz.example' }],
      links: [{ name: 'Runbook', type: 'runbook', url: 'https://x.example/profit.md' }],
      tags: ['managed-by:watchbill'],
    },
  });
});

test('what is empty is left out, or every plan would differ; text cannot become structure', () => {
  expect(entity({})).toBe(
    'apiVersion: v3\nkind: service\nmetadata:\n    displayName: Profit\n    name: profit\n    owner: ba\n',
  );
  const nasty = 'a: b\n  - c # "d" ${e}';
  const text = entity({ displayName: nasty });
  expect(parse(text.replaceAll('$${', () => '${')).metadata.displayName).toBe(nasty);
});

test('words that older YAML takes for a value are quoted, as Go writes them: an id may be one', () => {
  const text = entity({ name: 'on', displayName: '12:30', owner: 'no' });
  expect(text).toBe(
    'apiVersion: v3\nkind: service\nmetadata:\n    displayName: "12:30"\n    name: "on"\n    owner: "no"\n',
  );
  expect(parse(text, { version: '1.1' }).metadata).toEqual({ name: 'on', displayName: '12:30', owner: 'no' });
});

test.each<[Parameters<typeof entity>[0], string]>([
  [{ name: '' }, "'name' ('') must have 1 to 255 characters"],
  [{ owner: ' ' }, "'owner' (' ') must have 1 to 255 characters"],
  [{ displayName: ' ' }, "'displayName' (' ') must not be empty"],
  [
    { links: [{ name: 'Runbook', type: 'runbook', url: 'runbooks/profit.md' }] },
    "'links': 'url' ('runbooks/profit.md') must be an http or https address",
  ],
  [
    { links: [{ name: 'Runbook', type: 'runbook', url: 'javascript:alert(1)' }] },
    "'links': 'url' ('javascript:alert(1)') must be an http or https address",
  ],
])('%j is refused', (props, message) => {
  expect(() => entity(props)).toThrow(message);
});

test.each(['http://x.example', 'https://x.example/profit.md'])('the address %s is taken', (url) => {
  expect(entity({ links: [{ name: 'Runbook', type: 'runbook', url }] })).toContain(`url: ${url}\n`);
});

test('one of a scheme that only looks like it is refused', () => {
  const links = (url: string) => ({ links: [{ name: 'Runbook', type: 'runbook' as const, url }] });
  for (const url of ['xhttps://x.example', 'httpsx://x.example']) {
    expect(() => entity(links(url))).toThrow(`'links': 'url' ('${url}') must be an http or https address`);
  }
});
