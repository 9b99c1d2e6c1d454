import { parse } from 'yaml';
import { datadogAccount } from './account';

const ENTITY = `apiVersion: v3
kind: service
metadata:
  name: aggregate-profit
  displayName: Aggregate profit
  owner: ba
  links:
    - { name: Runbook, type: runbook, url: https://example.com/runbook }
  contacts:
    - { name: Desk, type: email, contact: desk@example.com }
  tags: [managed-by:watchbill]
`;
const REF = 'service:default/aggregate-profit';
const READ = `/v2/catalog/entity?include=raw_schema&filter[ref]=${REF}`;

test('an entity is made, read as it was sent, taken over and deleted', async () => {
  const { call, datadog } = datadogAccount();
  const made = await call('POST', '/v2/catalog/entity', ENTITY);
  const { metadata } = parse(ENTITY);
  expect(made).toMatchObject({
    status: 202,
    body: {
      data: [{ type: 'entity', attributes: { kind: 'service', name: 'aggregate-profit', owner: 'ba' } }],
      included: [
        {
          type: 'schema',
          attributes: { schema: { kind: 'service', metadata: { ...metadata, namespace: 'default' } } },
        },
      ],
    },
  });
  const raw = async () => {
    const { body } = await call('GET', READ);
    const { included } = body as { included: { type: string; attributes: { rawSchema: string } }[] };
    return included.map(({ attributes }) => Buffer.from(attributes.rawSchema, 'base64').toString());
  };
  expect(await raw()).toEqual([ENTITY]);
  const renamed = ENTITY.replace('Aggregate profit', 'Profit');
  expect((await call('POST', '/v2/catalog/entity', renamed)).status).toBe(202);
  expect(await raw()).toEqual([renamed]);
  expect(datadog.entities).toHaveLength(1);
  expect((await call('DELETE', `/v2/catalog/entity/${REF}`)).status).toBe(204);
  expect(await call('GET', READ)).toMatchObject({ status: 200, body: { data: [], meta: { count: 0 } } });
  expect(await call('DELETE', `/v2/catalog/entity/${REF}`)).toMatchObject({
    status: 404,
    body: { errors: [{ status: '404', title: 'Not Found' }] },
  });
});

test.each([
  ['no YAML', ENTITY.replace('kind: service', 'kind: [')],
  ['no mapping', 'entity'],
  ['another schema', ENTITY.replace('v3', 'v2.2')],
  ['an unknown kind', ENTITY.replace('kind: service', 'kind: banana')],
  ['no name', ENTITY.replace('  name: aggregate-profit\n', '')],
  ['a name with a blank', ENTITY.replace('aggregate-profit', 'aggregate profit')],
  ['an unknown key', `${ENTITY}owner: ba\n`],
  ['an unknown key of the metadata', ENTITY.replace('owner:', 'owners:')],
  ['a link without an address', ENTITY.replace('https://example.com/runbook', 'runbook')],
  ['a contact that is none', ENTITY.replace('desk@example.com', 'desk')],
  ['two documents', `${ENTITY}---\n${ENTITY}`],
  ['nothing', ''],
])('%s is refused', async (_, entity) => {
  const { call, datadog } = datadogAccount();
  expect(await call('POST', '/v2/catalog/entity', entity)).toMatchObject({
    status: 400,
    body: {
      errors: [{ status: '400', title: 'Bad Request', detail: expect.stringMatching(/^Invalid entity: /) }],
    },
  });
  expect(datadog.entities).toEqual([]);
});
