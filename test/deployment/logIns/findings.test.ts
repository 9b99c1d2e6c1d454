import type { LogIn } from '../../../src/deployment';
import { logInFindings } from '../../../src/deployment/logIns/findings';

const EMAIL = 'spencer@xyz-tech.example';
const LOG_IN: LogIn = {
  id: 'P1',
  email: EMAIL,
  name: 'Spencer',
  role: 'limited_user',
  contactMethods: [
    { id: 'E', type: 'email', isUsable: true },
    { id: 'M', type: 'phone', isUsable: true },
  ],
  notificationRules: [{ urgency: 'high', contactMethod: 'M' }],
};
const found = (changed: Partial<LogIn>, name: string | undefined = 'Spencer') =>
  logInFindings(EMAIL, name, { ...LOG_IN, ...changed }).map(
    ({ what, isNote, text }) => `${isNote ? 'note ' : ''}${what}: ${text}`,
  );

test('nothing, where a phone rings and the name is the same', () => {
  expect(found({})).toEqual([]);
});

test('another name, no phone and the role of an observer, each for itself', () => {
  expect(
    found({ name: 'Mallory', role: 'observer', contactMethods: LOG_IN.contactMethods.slice(0, 1) }),
  ).toEqual([
    'contact-methods: nothing would wake them: they have only e-mail in PagerDuty',
    'renamed: is called "Mallory" in PagerDuty: this log-in may belong to somebody else',
    'note role: has the role "observer" in PagerDuty: can answer pages, but cannot hand over to anybody',
  ]);
});

test('a longer name is good to know, and that of a log-in that the data does not know is none of ours', () => {
  expect(found({ name: 'Spencer Tan' })).toEqual(['note renamed: is called "Spencer Tan" in PagerDuty']);
  expect(logInFindings(EMAIL, undefined, { ...LOG_IN, name: 'Mallory' })).toEqual([]);
});

test('what is wrong of contact methods is said', () => {
  expect(found({ contactMethods: [] })).toEqual([
    'contact-methods: nothing would wake them: they have no contact method in PagerDuty',
  ]);
  expect(found({ contactMethods: [{ id: 'M', type: 'phone', isUsable: false }] })).toEqual([
    'contact-methods: nothing would wake them: they have only disabled or blocked phones in PagerDuty',
  ]);
  expect(found({ notificationRules: [] })).toEqual([
    'notification-rules: nothing would wake them: none of their high-urgency notification rules uses a phone',
  ]);
});

test('a log-in that is not there, and a stakeholder', () => {
  expect(logInFindings(EMAIL, 'Spencer', undefined)).toMatchObject([
    {
      what: 'log-in',
      expected: EMAIL,
      text: `nobody is paged: PagerDuty has no user with the log-in ${EMAIL}`,
    },
  ]);
  expect(found({ role: 'read_only_user' })).toEqual([
    'role: cannot be on call: they are a stakeholder in PagerDuty ("read_only_user")',
  ]);
});

describe('the way out, and what was found', () => {
  const whole = (changes: Partial<LogIn> | undefined) =>
    logInFindings(EMAIL, 'Spencer', changes && { ...LOG_IN, ...changes }).map(
      ({ what, text: _, ...rest }) => [what, rest],
    );

  test('of what would not wake them', () => {
    expect(whole(undefined)).toEqual([
      [
        'log-in',
        {
          isNote: false,
          expected: EMAIL,
          wayOut: 'have them log in to PagerDuty once, or correct the e-mail in organization.yaml',
        },
      ],
    ]);
    expect(whole({ contactMethods: [] })).toEqual([
      [
        'contact-methods',
        {
          isNote: false,
          found: 'no contact method',
          wayOut:
            'have them add a phone number or the app in PagerDuty (My Profile, Contact Information); a deploy cannot',
        },
      ],
    ]);
    expect(whole({ notificationRules: [] })).toEqual([
      [
        'notification-rules',
        {
          isNote: false,
          wayOut:
            'have them add a high-urgency rule for their phone in PagerDuty (My Profile, Notification Rules); a deploy cannot',
        },
      ],
    ]);
  });

  test('of roles and names', () => {
    expect(whole({ role: 'read_only_user' })).toEqual([
      [
        'role',
        {
          isNote: false,
          found: 'read_only_user',
          wayOut:
            'give them a role in PagerDuty that can answer incidents, e.g. Responder; a deploy does not change roles',
        },
      ],
    ]);
    expect(whole({ role: 'observer' })).toEqual([['role', { isNote: true, found: 'observer' }]]);
    expect(whole({ name: 'Mallory' })).toEqual([
      [
        'renamed',
        {
          isNote: false,
          expected: 'Spencer',
          found: 'Mallory',
          wayOut: `find out who uses ${EMAIL}, and correct the name there or in organization.yaml`,
        },
      ],
    ]);
  });
});
