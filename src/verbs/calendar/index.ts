import { type Verb, verb, withCommonOptions } from '../../cli/verb';
import type { CalendarOptions } from './calendar';

export const calendarVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'calendar',
    description: 'iCalendar feeds to subscribe to: one a person, a rotation, a pipeline',
    example: 'watchbill calendar --out feeds',
    note: 'Without --as-of it is now: events are stamped with it.',
  })
    .requiredOption('--out <dir>', 'folder of the feeds, and of nothing else')
    .option('--person <id>', "only this person's feed; the others stay as they are");
  withCommonOptions(command).action((options: CalendarOptions) => {
    const { calendar }: typeof import('./calendar') = require('./calendar');
    end(calendar(options, io));
  });
};
