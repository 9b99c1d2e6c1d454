import { Temporal } from 'temporal-polyfill';
import { readAccount, readLogIns, readOnCall, readOverrides, withOverrides } from '../../../src/deployment';
import { Answers, type Json, WANTED } from './answers';

const at = (hours: number) => Temporal.Instant.from('2026-12-01T00:00:00Z').add({ hours });
const span = { from: at(0), until: at(24) };
const user = (id: string) => ({ id, type: 'user_reference', summary: id });
const entry = (id: string, from: number, until: number): Json => ({
  id: 'PENTRY',
  start: at(from).toString(),
  end: at(until).toString(),
  user: user(id),
});
const lines = (spans: readonly { from: Temporal.Instant; until: Temporal.Instant; email: string }[]) =>
  spans.map(
    ({ from, until, email }) =>
      `${from.since(at(0)).total('hours')} ${until.since(at(0)).total('hours')} ${email}`,
  );

describe('who is on call, by the rendering of PagerDuty', () => {
  const onCall = (final_schedule: unknown) => {
    const answers = new Answers();
    answers.instead.set('/schedules/PGROWTH', { schedule: { id: 'PGROWTH', final_schedule } });
    return readOnCall(answers.pagerDuty, 'PGROWTH', span).finally(() => {
      expect(answers.asked[0]).toBe(
        '/schedules/PGROWTH {"since":"2026-12-01T00:00:00Z","until":"2026-12-02T00:00:00Z"}',
      );
    });
  };

  test('is clipped to the span', async () => {
    const rendered_schedule_entries = [entry('PAIDIL', -5, 9), entry('PTHIRU', 9, 30)];
    expect(lines(await onCall({ rendered_schedule_entries }))).toEqual([
      '0 9 aidil@xyz.example',
      '9 24 thiru@xyz.example',
    ]);
    expect(await onCall({})).toEqual([]);
  });

  test('names whom PagerDuty no longer has, and what it does not say', async () => {
    await expect(onCall({ rendered_schedule_entries: [entry('PGONE', 0, 9)] })).rejects.toThrow(
      'schedule PGROWTH final_schedule.rendered_schedule_entries[0].user: refers to a user that PagerDuty does not know: "PGONE"',
    );
    await expect(
      onCall({
        rendered_schedule_entries: [{ ...entry('PAIDIL', 0, 9), user: { id: 'PAIDIL', type: 'team' } }],
      }),
    ).rejects.toThrow('user.type: not one of user, user_reference: "team"');
    await expect(onCall(null)).rejects.toThrow('schedule PGROWTH final_schedule: missing');
    const answers = new Answers();
    answers.instead.set('/schedules/PGROWTH', {});
    await expect(readOnCall(answers.pagerDuty, 'PGROWTH', span)).rejects.toThrow(
      'schedule PGROWTH schedule: missing from the answer',
    );
  });
});

describe('overrides', () => {
  const OVERRIDES = '/schedules/PGROWTH/overrides';

  test('are told in order of time, clipped to the span', async () => {
    const answers = new Answers();
    answers.instead.set(OVERRIDES, [entry('PTHIRU', 20, 30), entry('PAIDIL', 3, 4)]);
    expect(lines(await readOverrides(answers.pagerDuty, 'PGROWTH', span))).toEqual([
      '3 4 aidil@xyz.example',
      '20 24 thiru@xyz.example',
    ]);
    expect(answers.asked[0]).toBe(
      '/schedules/PGROWTH/overrides overrides {"since":"2026-12-01T00:00:00Z","until":"2026-12-02T00:00:00Z"}',
    );
    answers.instead.set(OVERRIDES, [{ ...entry('PTHIRU', 20, 30), start: 'soon' }]);
    await expect(readOverrides(answers.pagerDuty, 'PGROWTH', span)).rejects.toThrow(
      'override PENTRY start: not an instant in RFC 3339: "soon"',
    );
  });

  test('are the last layers of their schedule, with whom the rendering has on call in each', async () => {
    const answers = new Answers();
    const { deployment } = await readAccount(answers, WANTED);
    answers.instead.set(OVERRIDES, [entry('PAIDIL', 3, 6)]);
    // Thiru's was made later, and wins for an hour; the rest of the day is no override.
    const rendered_schedule_entries = [
      entry('PTHIRU', 0, 3),
      entry('PAIDIL', 3, 5),
      entry('PTHIRU', 5, 6),
      entry('PAIDIL', 6, 24),
    ];
    answers.instead.set('/schedules/PGROWTH', {
      schedule: { id: 'PGROWTH', final_schedule: { rendered_schedule_entries } },
    });
    const { schedules, escalationPolicies } = await withOverrides(deployment, answers.pagerDuty, span);
    expect(escalationPolicies).toBe(deployment.escalationPolicies);
    const [before, after] = [deployment.schedules[0]?.layers ?? [], schedules[0]?.layers ?? []];
    expect(after.slice(0, before.length)).toEqual(before);
    const hour = (from: number, until: number, email: string) => ({
      name: 'Override',
      start: at(from).toString(),
      end: at(until).toString(),
      rotationVirtualStart: at(from).toString(),
      turnLength: 'PT24H',
      users: [email],
      restrictions: [],
    });
    expect(JSON.parse(JSON.stringify(after.slice(before.length)))).toEqual([
      hour(3, 5, 'aidil@xyz.example'),
      hour(5, 6, 'thiru@xyz.example'),
    ]);
  });
});

describe('log-ins', () => {
  const ASKED = ['Aidil@xyz.example', 'aidil@XYZ.example', 'nobody@xyz.example'];
  const AIDIL: Json = {
    id: 'PAIDIL',
    email: 'Aidil@xyz.example',
    name: 'Aidil',
    role: 'limited_user',
    contact_methods: [
      { id: 'C1', type: 'phone_contact_method' },
      { id: 'C2', type: 'sms_contact_method_reference', enabled: false },
      { id: 'C3', type: 'push_notification_contact_method', enabled: true, blacklisted: true },
      { id: 'C4', type: 'email_contact_method', blacklisted: false },
    ],
    notification_rules: [{ urgency: 'high', contact_method: { id: 'C1' } }],
  };

  test('are found whatever their case, with how PagerDuty reaches whoever is behind them', async () => {
    const answers = new Answers();
    answers.users.splice(0, answers.users.length, { email: 'other.aidil@xyz.example' }, AIDIL);
    const logIns = await readLogIns(answers.pagerDuty, ASKED);
    expect(answers.asked[0]).toBe(
      '/users users {"query":"aidil@xyz.example","include[]":["contact_methods","notification_rules"]}',
    );
    expect([...logIns]).toEqual([
      [
        'aidil@xyz.example',
        {
          id: 'PAIDIL',
          email: 'Aidil@xyz.example',
          name: 'Aidil',
          role: 'limited_user',
          contactMethods: [
            { id: 'C1', type: 'phone', isUsable: true },
            { id: 'C2', type: 'sms', isUsable: false },
            { id: 'C3', type: 'push_notification', isUsable: false },
            { id: 'C4', type: 'email', isUsable: true },
          ],
          notificationRules: [{ urgency: 'high', contactMethod: 'C1' }],
        },
      ],
      ['nobody@xyz.example', undefined],
    ]);
  });

  test.each(['contact_methods', 'notification_rules'])('that come without %s are an error', async (key) => {
    const answers = new Answers();
    answers.users.splice(0, answers.users.length, { ...AIDIL, [key]: null });
    await expect(readLogIns(answers.pagerDuty, ASKED)).rejects.toThrow(`user PAIDIL ${key}: missing`);
  });
});
