import fc from 'fast-check';
import { MESSAGE_LENGTH, monitorsOf } from '../../src/alerts';
import { CODE_POINT } from '../codePoint';
import { byPerson, organization, pipeline, rule } from './fixture';

describe('whatever the data says', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.string({ unit: CODE_POINT }),
        fc.constantFrom(
          '@all',
          '@pagerduty-aggregate-profit',
          '{{#is_alert}}',
          '{{/is_alert}}',
          '{{{{raw}}}}',
          '{{value}}',
          '{',
          '}',
          '@',
          '\\',
          '${x}',
          '%{ if }',
          '[a](https://x.example)',
          '\u202e',
          '\n\n',
          ' ',
        ),
      ),
      { maxLength: 8 },
    )
    .map((pieces) => pieces.join(''));
  const adversarial = fc.record({
    section: fc.record({
      title: text,
      slug: text,
      meaning: text,
      firstSteps: fc.array(text, { maxLength: 7 }),
    }),
    metric: text,
    names: fc.tuple(text, text, text),
    onCall: fc.boolean(),
  });
  const TAGS = [
    ...['is_alert', 'is_no_data', 'is_recovery'].flatMap((state) => [`{{#${state}}}`, `{{/${state}}}`]),
    '{{value}}',
    "{{local_time 'last_triggered_at' 'Asia/Kuala_Lumpur'}}",
  ];

  function monitorsFor({ section, metric, names, onCall }: Parameters<typeof check>[0]) {
    const keys = {
      id: 'r',
      kind: 'range',
      metrics: [metric],
      min: 0,
      max: 1,
      failureClass: 'data',
    } as const;
    const [name, primary, secondary] = names;
    return monitorsOf(
      pipeline([rule(keys, section)], {
        name,
        coverage: onCall ? 'on-call' : 'office-hours',
        primary: byPerson('aidil', primary),
        secondary: byPerson('spencer', secondary),
      }),
      organization,
      { failureClassesPage: true },
    );
  }

  function check(data: {
    section: {
      title: string;
      slug: string;
      meaning: string;
      firstSteps: string[];
    };
    metric: string;
    names: [string, string, string];
    onCall: boolean;
  }) {
    const handles = data.onCall
      ? ['@pagerduty-aggregate-profit']
      : ['@aidil@xyz-tech.example', '@spencer@xyz-tech.example'];
    for (const { name, message } of monitorsFor(data)) {
      expect(message.length).toBeLessThanOrEqual(MESSAGE_LENGTH);
      expect(name).not.toMatch(/[@{}]/);
      for (const state of ['is_alert', 'is_no_data', 'is_recovery']) {
        const parts = message.split(new RegExp(`\\{\\{[#/]${state}\\}\\}`));
        expect(parts).toHaveLength(3);
        const lines = (parts[1] ?? '').split('\n');
        expect(lines.filter((line) => line.includes('@'))).toEqual(handles);
      }
      let rest = message;
      for (const known of [...TAGS, ...handles]) {
        rest = rest.replaceAll(known, '');
      }
      expect(rest).not.toMatch(/[@{}]/);
      expect(message).toBe(message.trim());
    }
  }

  test('only our handles notify and only our tags are executed, in each of the three blocks', () => {
    fc.assert(fc.property(adversarial, check), {
      seed: 20261123,
      numRuns: 300,
    });
  });
});
