import { Temporal } from 'temporal-polyfill';
import { readApi, readLogIns } from '../../../src/deployment';
import { pagedLogIns } from '../../../src/rehearsal';
import { Account, MADE, WANTED } from './account';

let account: Account;
beforeEach(async () => {
  account = await Account.open();
});
afterEach(() => account.sandbox.stop());

test('log-ins in any case, with what they are reached by', async () => {
  const { contactMethods } = account.sandbox.state.pagerduty;
  const phone = contactMethods.find(
    (each) => each.user === account.ids['Thiru'] && each.type.startsWith('p'),
  );
  Object.assign(phone ?? {}, { blacklisted: true });
  const found = await readLogIns(account.pagerDuty, ['THIRU@xyz.example', 'nobody@xyz.example']);
  expect([...found.keys()]).toEqual(['thiru@xyz.example', 'nobody@xyz.example']);
  expect(found.get('nobody@xyz.example')).toBeUndefined();
  expect(found.get('thiru@xyz.example')).toMatchObject({
    id: account.ids['Thiru'],
    email: 'thiru@xyz.example',
    name: 'Thiru',
    role: 'user',
    contactMethods: [
      { type: 'email', isUsable: true },
      { id: phone?.id, type: 'phone', isUsable: false },
    ],
    notificationRules: [{ urgency: 'high', contactMethod: phone?.id }, { urgency: 'low' }],
  });
});

test('a log-in whose e-mail contains another one is another one', async () => {
  await account.pagerDuty.post('/users', { user: { name: 'Other', email: 'not-thiru@xyz.example' } });
  account.sandbox.state.pagerduty.users.reverse();
  const found = await readLogIns(account.pagerDuty, ['thiru@xyz.example']);
  expect(found.get('thiru@xyz.example')?.name).toBe('Thiru');
});

test('an answer without contact methods is not understood, and not taken for none', async () => {
  const withoutMethods = {
    get: async () => ({}),
    list: async () => [{ id: 'P1', name: 'A', email: 'a@xyz.example', role: 'user', notification_rules: [] }],
  };
  await expect(readLogIns(withoutMethods, ['a@xyz.example'])).rejects.toThrow(
    'user P1 contact_methods: missing',
  );
});

test('who can be paged: users of policies, and of layers of their schedules that have not ended', async () => {
  const deployment = await readApi(account, WANTED, new Map([['profit', account.ids['service'] ?? null]]));
  expect([...pagedLogIns(deployment, MADE)].sort()).toEqual([
    'aidil@xyz.example',
    'desk@xyz.example',
    'thiru@xyz.example',
  ]);
  const [growth] = deployment.schedules;
  const [base, cover] = growth?.layers ?? [];
  const ended = Temporal.Instant.from('2026-12-01T00:00:00Z');
  const schedules = [
    { ...growth, layers: [{ ...base, users: ['AIDIL@xyz.example'], end: ended }, cover] },
  ] as typeof deployment.schedules;
  expect([...pagedLogIns({ ...deployment, schedules }, MADE)]).toContain('aidil@xyz.example');
  expect([...pagedLogIns({ ...deployment, schedules }, ended)]).toEqual([
    'desk@xyz.example',
    'thiru@xyz.example',
  ]);
  expect([...pagedLogIns(deployment, MADE, [])]).toEqual([]);
});
