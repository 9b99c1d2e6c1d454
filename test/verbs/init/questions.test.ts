import { join } from 'node:path';
import { loadCatalogOrThrow, readDataDirectory } from '../../../src/catalog';
import { watchbill } from '../../cli/run';
import { emptyFolder, filesIn } from './folder';

/** Somebody who types these lines, and then goes. */
function typist(lines: readonly string[]) {
  const left = [...lines];
  const conversation: string[] = [];
  let closed = 0;
  const prompt = () => ({
    ask: async (question: string) => {
      const answer = left.shift();
      conversation.push(`${question}${answer ?? '(goes)'}`);
      return answer;
    },
    say: (text: string) => conversation.push(text.trimEnd()),
    close: () => {
      closed += 1;
    },
  });
  return { prompt, conversation, ended: () => closed === 1 && left.length === 0 };
}

test('everything is asked; what cannot be taken is told at once, and asked again', async () => {
  const folder = join(emptyFolder(), 'orders');
  const typed = [
    ...['', 'Europe/Berln', 'Europe/Berlin', 'noon', 'friday 16:00'],
    ...['Ada <ada>', '', 'Ada <ada@orders.example>', '', 'Ada <ada@orders.example>', 'Grace', ''],
    ...['Orders & co', '', 'Daily orders', ''],
  ];
  const { prompt, conversation, ended } = typist(typed);
  const { code, err } = await watchbill(['init', folder], {}, { prompt, timeZone: 'Asia/Tokyo' });
  expect([code, err, ended()]).toEqual([0, '', true]);
  expect(conversation).toEqual([
    'Company or team [orders]: ',
    'Time zone [Asia/Tokyo]: Europe/Berln',
    'ORGA001: unknown time zone: "Europe/Berln"\n  did you mean "Europe/Berlin"?',
    'Time zone [Asia/Tokyo]: Europe/Berlin',
    'Hand-off, its day and time [monday 09:00]: noon',
    'not a hand-off: "noon"\n  write a day and a time, e.g. "monday 09:00"',
    'Hand-off, its day and time [monday 09:00]: friday 16:00',
    expect.stringMatching(
      /^People on call, one per line: .*\n {2}an empty line ends \[First Person, Second Person\]: Ada <ada>$/,
    ),
    '  and: ',
    'one person is not enough: each pipeline has two different owners\n  name at least two people',
    expect.stringMatching(/: Ada <ada@orders\.example>$/),
    '  and: ',
    'one person is not enough: each pipeline has two different owners\n  name at least two people',
    expect.stringMatching(/: Ada <ada@orders\.example>$/),
    '  and: Grace',
    '  and: ',
    expect.stringMatching(/^Pipelines on call, one name per line\n.*\[First pipeline\]: Orders & co$/),
    '  and: ',
    expect.stringMatching(/^TEXT004: /),
    expect.stringMatching(/: Daily orders$/),
    '  and: ',
  ]);
  const { organization, people, pipelines } = loadCatalogOrThrow(
    readDataDirectory(join(folder, 'data')),
    'data',
  );
  expect([organization.name, organization.timeZone, organization.handOff.day]).toEqual([
    'orders',
    'Europe/Berlin',
    'friday',
  ]);
  expect(people.map(({ email }) => email)).toEqual(['ada@orders.example', 'grace@example.com']);
  expect(pipelines.map(({ name }) => name)).toEqual(['Daily orders']);
});

test('what was given is not asked, and nothing is where all of it was', async () => {
  const given = ['--name', 'Orders', '--person', 'Ada', '--person', 'Grace', '--pipeline', 'Orders'];
  const some = typist(['', '']);
  const first = await watchbill(['init', join(emptyFolder(), 'new'), ...given], {}, { prompt: some.prompt });
  expect([first.code, some.ended(), some.conversation]).toEqual([
    0,
    true,
    ['Time zone [Etc/UTC]: ', 'Hand-off, its day and time [monday 09:00]: '],
  ]);
  const none = typist([]);
  const rest = ['--time-zone', 'Asia/Tokyo', '--hand-off', 'monday 09:00'];
  const second = await watchbill(
    ['init', join(emptyFolder(), 'new'), ...given, ...rest],
    {},
    { prompt: none.prompt },
  );
  expect([second.code, none.conversation]).toEqual([0, []]);
});

test('a default that cannot be taken is no answer', async () => {
  const { prompt, conversation } = typist(['Orders', '', 'Asia/Kolkata', '', '', '']);
  const { code } = await watchbill(
    ['init', join(emptyFolder(), 'new')],
    {},
    { prompt, timeZone: 'Asia/Calcutta' },
  );
  expect(code).toBe(0);
  expect(conversation.slice(1, 4)).toEqual([
    'Time zone [Asia/Calcutta]: ',
    expect.stringMatching(/^ORGA002: .*"Asia\/Calcutta"\n/),
    'Time zone [Asia/Calcutta]: Asia/Kolkata',
  ]);
});

test.each([0, 1, 3, 5])('whoever goes after %d answers leaves nothing behind', async (count) => {
  const folder = join(emptyFolder(), 'new');
  const { prompt, ended } = typist(['Orders', 'Asia/Tokyo', 'monday 09:00', 'Ada', 'Grace'].slice(0, count));
  const result = await watchbill(['init', folder], {}, { prompt });
  expect(result).toEqual({ code: 2, out: '', err: '\nnothing was written\n' });
  expect([ended(), filesIn(folder)]).toEqual([true, {}]);
});
