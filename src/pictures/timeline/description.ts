import { overlap } from '../../time/span';
import type { Looks } from '../people';
import type { TimeScale } from '../timeScale';
import { holidaysIn } from './bands';
import type { Timeline, TimelineOffice } from './model';
import { runs, runText } from './runs';
import { stretches } from './stretches';

/** All that the timeline shows, in sentences. */
export function descriptionOf(timeline: Timeline, scale: TimeScale, looks: Looks): string {
  return timeline.offices.map((office) => officeText(office, scale, looks)).join(' ');
}

function officeText(office: TimelineOffice, scale: TimeScale, looks: Looks): string {
  const { timeZone } = office;
  const rows = office.rows.map(({ name, shifts }) => {
    const shown = stretches(shifts, timeZone).filter((shift) => overlap(shift, scale.span));
    const texts = runs(shown, scale).map((run) => runText(run, looks, timeZone));
    return `${name}: ${texts.length === 0 ? 'nobody' : texts.join('; ')}.`;
  });
  const holidays = holidaysIn(scale, office).map(({ name, date }) => `${name} on ${date}`);
  const off = holidays.length === 0 ? [] : [`Holidays: ${holidays.join(', ')}.`];
  return [`Times of ${timeZone}.`, ...rows, ...off].join(' ');
}
