import { type Verb, verb, withCommonOptions } from '../../cli/verb';
import type { CalendarOptions } from './calendar';

export const calendarVerb: Verb = (program, { io, end }) => {
  const command = verb(program, {
    name: 'calendar',
    description: 'writes iCalendar feeds: one per person, rotation and pipeline',
    example: 'watchbill calendar --out feeds',
  })
    .requiredOption('--out <dir>', 'folder for the feeds, and nothing else')
    .option('--person <id>', "only this person's feed; others stay as they are");
  withCommonOptions(command, 'now').action((options: CalendarOptions) => {
    const { calendar }: typeof import('./calendar') = require('./calendar');
    end(calendar(options, io));
  });
};
