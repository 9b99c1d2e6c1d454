import { DeploymentError } from '../../../src/deployment';
import { type Occasion, recipientsOf } from '../../../src/rehearsal';
import { monitor } from './fixture';

const told = (message: string, occasion: Occasion = 'alert') => {
  const { services, emails } = recipientsOf(monitor({ message }), occasion);
  return [...services, ...emails];
};

const BLOCKS = `{{#is_alert}}@pagerduty-a{{/is_alert}}
{{#is_no_data}} @pagerduty-b {{/is_no_data}}
{{#is_recovery}}
@pagerduty-c
{{/is_recovery}}
@desk@xyz-tech.example`;

test.each<[Occasion, string]>([
  ['alert', 'a'],
  ['no data', 'b'],
  ['recovery', 'c'],
])('on %s its own block speaks, and what is in none', (occasion, service) => {
  expect(recipientsOf(monitor({ message: BLOCKS }), occasion)).toEqual({
    services: [service],
    emails: ['desk@xyz-tech.example'],
    channels: [],
  });
});

test.each([
  ['on a line of its own', 'late\n@pagerduty-growth\nnow', ['growth']],
  ['between blanks and tabs', 'late @pagerduty-growth\tnow', ['growth']],
  ['alone', '@pagerduty-a_B-9', ['a_B-9']],
  ['several', '@pagerduty-a @pagerduty-b\r\n@x.y+z@mail.example', ['a', 'b', 'x.y+z@mail.example']],
  ['twice, told once', '@pagerduty-a @pagerduty-a @q@x.example @q@x.example', ['a', 'q@x.example']],
  ['none', 'nobody', []],
  ['an address in prose is no handle', 'write to ba-desk@xyz-tech.example', []],
])('handles: %s', (_, message, expected) => {
  expect(told(message)).toEqual(expected);
});

test('values notify nobody, and single braces are text', () => {
  const message =
    "{{value}} over {{threshold}} since {{local_time 'last_triggered_at' 'Asia/Kuala_Lumpur'}} {ok} @pagerduty-a";
  expect(told(message)).toEqual(['a']);
});

test.each(["sean.o'brien@xyz-tech.example", 'olga@xn--80akhbyknj4f.xn--p1ai', 'a+b/c@xyz-tech.example'])(
  'mail to %s',
  (email) => {
    expect(recipientsOf(monitor({ message: `broken @${email}` }), 'alert').emails).toEqual([email]);
  },
);

test.each([
  ['a person', 'ask @thiru today', '@thiru'],
  ['a channel of an integration that is not known', '@zulip-data', '@zulip-data'],
  ['a channel without a name', '@slack- data', '@slack-'],
  ['everybody', 'tell @all', '@all'],
  ['a full stop', 'tell @pagerduty-growth.', '@pagerduty-growth.'],
  ['a comma after a mail', '@ba@xyz-tech.example, please', '@ba@xyz-tech.example,'],
  ['a parenthesis', '(@pagerduty-growth)', '@pagerduty-growth)'],
  ['quotation marks', '"@pagerduty-growth"', '@pagerduty-growth"'],
  ['a service without a name', '@pagerduty- growth', '@pagerduty-'],
  ['no word', 'at @ once', '@'],
])('a handle that is not known is an error: %s', (_, message, value) => {
  expect(() => told(message)).toThrow(DeploymentError);
  expect(() => told(message)).toThrow(
    `datadog_monitor.lag message: the rehearsal does not recognize this handle: ${JSON.stringify(value)}`,
  );
});

test.each([
  ['a block', '{{#is_warning}}@pagerduty-a{{/is_warning}}'],
  ['a block of renotifications', '{{#is_renotify}}@pagerduty-a{{/is_renotify}}'],
  ['a block of a word that objects know', '{{#constructor}}@pagerduty-a{{/constructor}}'],
])('a block that is not known is an error: %s', (_, message) => {
  expect(() => told(message)).toThrow(DeploymentError);
  expect(() => told(`Late. ${message} @pagerduty-b`)).toThrow(
    `datadog_monitor.lag message: the rehearsal does not recognize this block: "${message}"`,
  );
});

test.each([
  [
    'a block with a condition',
    '{{#is_match "pipeline.name" "growth"}}@pagerduty-a{{/is_match}}',
    '{{#is_match "pipeline.name" "growth"}}',
  ],
  ['a block of all but one', '{{^is_alert}}@pagerduty-a{{/is_alert}}', '{{^is_alert}}'],
  [
    'a block within another',
    '{{#is_alert}}{{#is_no_data}}@pagerduty-a{{/is_no_data}}{{/is_alert}}',
    '{{#is_no_data}}',
  ],
  ['a block that is not closed', '{{#is_alert}}@pagerduty-a', '{{#is_alert}}'],
  ['a block that is not opened', '@pagerduty-a{{/is_alert}}', '{{/is_alert}}'],
  ['a block that another one closes', '{{#is_alert}}@pagerduty-a{{/is_recovery}}', '{{#is_alert}}'],
  ['a value', '{{host.name}}', '{{host.name}}'],
  ['a handle that is made from a tag', '@pagerduty-{{pipeline.name}}', '{{pipeline.name}}'],
  ['another time', "{{local_time 'first_triggered_at'}}", "{{local_time 'first_triggered_at'}}"],
  ['a brace that is not closed', '{{value', '{{'],
])('a template that is not known is an error: %s', (_, message, value) => {
  expect(() => told(message)).toThrow(DeploymentError);
  expect(() => told(message)).toThrow(
    `datadog_monitor.lag message: the rehearsal does not recognize this template variable: ${JSON.stringify(value)}`,
  );
});

test('channels are posted to, each once, beside the rest', () => {
  const message = '@pagerduty-a @slack-data-alerts @teams-x\n@webhook-log @opsgenie-a_b @slack-data-alerts';
  expect(recipientsOf(monitor({ message }), 'alert')).toEqual({
    services: ['a'],
    emails: [],
    channels: ['slack-data-alerts', 'teams-x', 'webhook-log', 'opsgenie-a_b'],
  });
});
