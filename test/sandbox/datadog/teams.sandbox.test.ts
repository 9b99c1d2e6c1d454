import { datadogAccount, refused } from './account';

const team = (attributes: object) => ({ data: { type: 'team', attributes } });
const DE = { handle: 'de', name: 'Data Engineering', description: 'The team.' };

test('a team is made, read, changed and deleted', async () => {
  const { call, datadog } = datadogAccount();
  const made = await call('POST', '/v2/team', team(DE));
  const id = datadog.teams[0]?.id;
  expect(made).toMatchObject({
    status: 201,
    body: { data: { type: 'team', id, attributes: { ...DE, summary: 'The team.', user_count: 0 } } },
  });
  expect((await call('GET', `/v2/team/${id}`)).body).toEqual(made.body);
  const changed = await call('PATCH', `/v2/team/${id}`, team({ ...DE, name: 'Data' }));
  expect(changed).toMatchObject({ status: 200, body: { data: { attributes: { name: 'Data' } } } });
  expect((await call('DELETE', `/v2/team/${id}`)).status).toBe(204);
  expect(await call('GET', `/v2/team/${id}`)).toEqual(refused(404, `Team ${id} not found`));
});

test('name and handle are used once', async () => {
  const { call, datadog } = datadogAccount();
  await call('POST', '/v2/team', team(DE));
  const conflict = refused(409, 'Team name and handle must be unique');
  expect(await call('POST', '/v2/team', team({ ...DE, handle: 'other' }))).toEqual(conflict);
  expect(await call('POST', '/v2/team', team({ ...DE, name: 'Other' }))).toEqual(conflict);
  await call('POST', '/v2/team', team({ handle: 'ba', name: 'Business Analytics' }));
  const id = datadog.teams[1]?.id;
  expect(await call('PATCH', `/v2/team/${id}`, team({ ...DE, handle: 'ba' }))).toEqual(conflict);
  const own = team({ handle: 'ba', name: 'Business Analytics' });
  expect((await call('PATCH', `/v2/team/${id}`, own)).status).toBe(200);
});

test.each(['DE', 'd e', 'de_', 'dé'])('the handle %s is refused', async (handle) => {
  const { call } = datadogAccount();
  expect((await call('POST', '/v2/team', team({ ...DE, handle }))).status).toBe(400);
});

test('teams are found by a word and by page', async () => {
  const { call } = datadogAccount();
  for (const handle of ['a', 'b', 'c'])
    await call('POST', '/v2/team', team({ handle, name: `Team ${handle}` }));
  const handles = async (query: string) =>
    (
      (await call('GET', `/v2/team?${query}`)).body as { data: { attributes: { handle: string } }[] }
    ).data.map(({ attributes }) => attributes.handle);
  expect(await handles('')).toEqual(['a', 'b', 'c']);
  expect(await handles('filter%5Bkeyword%5D=Team%20b')).toEqual(['b']);
  expect(await handles('page%5Bsize%5D=2&page%5Bnumber%5D=1')).toEqual(['c']);
});
