import { answersOnly, type LogIn, whyUnreachable } from '../../../src/deployment';

const method = (type: string, isUsable = true) => ({ id: type, type, isUsable });
const high = (contactMethod: string) => ({ urgency: 'high', contactMethod });
const low = (contactMethod: string) => ({ urgency: 'low', contactMethod });

function logIn(
  contactMethods: LogIn['contactMethods'],
  notificationRules: LogIn['notificationRules'],
  role = 'limited_user',
): LogIn {
  return { id: 'P1', email: 'a@b.example', name: 'A', role, contactMethods, notificationRules };
}

test.each<[string, LogIn | undefined, string | undefined]>([
  ['no such log-in', undefined, 'log-in'],
  ['a phone with a rule', logIn([method('phone')], [high('phone')]), undefined],
  ['an SMS with a rule', logIn([method('sms')], [high('sms')]), undefined],
  ['the app with a rule', logIn([method('push_notification')], [high('push_notification')]), undefined],
  ['WhatsApp with a rule', logIn([method('whatsapp')], [high('whatsapp')]), undefined],
  [
    'a phone beside an SMS that no rule uses',
    logIn([method('phone'), method('sms')], [high('phone')]),
    undefined,
  ],
  ['a mail alone', logIn([method('email')], [high('email')]), 'contact-methods'],
  ['nothing at all', logIn([], []), 'contact-methods'],
  ['a phone that PagerDuty blocks', logIn([method('phone', false)], [high('phone')]), 'contact-methods'],
  [
    'a blocked phone beside the app, which no rule uses',
    logIn([method('phone', false), method('push_notification')], [high('phone')]),
    'notification-rules',
  ],
  ['a phone without a rule', logIn([method('phone')], []), 'notification-rules'],
  ['a phone for low urgency', logIn([method('phone')], [low('phone')]), 'notification-rules'],
  [
    'a phone, and a mail for high urgency',
    logIn([method('phone'), method('email')], [high('email'), low('phone')]),
    'notification-rules',
  ],
  ['a kind that nobody knows', logIn([method('pager')], [high('pager')]), 'contact-methods'],
])('%s', (_, given, expected) => {
  expect(whyUnreachable(given)).toBe(expected);
});

test.each<[string, string | undefined]>([
  ['owner', undefined],
  ['admin', undefined],
  ['user', undefined],
  ['limited_user', undefined],
  ['observer', undefined],
  ['restricted_access', undefined],
  ['read_only_user', 'role'],
  ['read_only_limited_user', 'role'],
])('the role %s', (role, expected) => {
  expect(whyUnreachable(logIn([method('phone')], [high('phone')], role))).toBe(expected);
});

test.each([
  ['observer', true],
  ['restricted_access', true],
  ['limited_user', false],
  ['read_only_user', false],
])('the role %s can answer pages but nothing else: %s', (role, expected) => {
  expect(answersOnly({ role })).toBe(expected);
});
