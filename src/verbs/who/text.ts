import type { Temporal } from 'temporal-polyfill';
import { type Catalog, hasHours, type Owner } from '../../catalog';
import { reasonText } from '../../cli/reason';
import { zoneOf } from '../../roster';
import { tableText } from '../../text/table';
import { wrapped } from '../../text/wrapped';
import { shortTimeText, timeText } from '../../time/localTime';
import type { Answer } from './answers';
import { maintenanceText } from './maintenance';
import { quietText } from './quietRules';

/** For people: a table of duties, then whom steps reach by name, maintenance, and quiet rules. */
export function whoText(answers: readonly Answer[], catalog: Catalog, at: Temporal.Instant): string {
  const { timeZone, duties } = catalog.organization;
  const hasDuties = duties.length > 1;
  const rows = answers.flatMap((answer) =>
    dutyRows(answer, catalog, at).map(([duty, ...cells]) => [
      answer.pipeline.id,
      ...(hasDuties ? [duty] : []),
      ...cells,
    ]),
  );
  const head = ['pipeline', ...(hasDuties ? ['duty'] : []), 'on call', 'until', 'next'];
  const table = tableText(head, rows);
  const lines = [
    ...answers.flatMap(personLines),
    ...answers.flatMap(({ pipeline }) => maintenanceText(pipeline, catalog, at)),
    ...answers.flatMap(({ pipeline }) => quietText(pipeline)),
  ];
  return `At ${timeText(at, timeZone)} (${timeZone})\n${table}${lines.join('')}`;
}

/** Whom each step that pages a person by name reaches: them, or their stand-in. */
function personLines({ levels, pipeline }: Answer): string[] {
  return levels.flatMap((level, index) =>
    level.flatMap(({ target, watch }) => {
      if (watch === undefined || target.kind !== 'person') return [];
      const reason = reasonText(watch);
      return wrapped(
        `${pipeline.id}: step ${index + 1} reaches ${watch.onDuty.name}${reason === '' ? '' : `, ${reason}`}`,
      );
    }),
  );
}

type DutyRow = readonly [duty: string, onDuty: string, until: string, next: string];

/** A row per rotation in which somebody is on call, and per duty in which nobody is. */
function dutyRows({ pipeline, duties }: Answer, { organization }: Catalog, at: Temporal.Instant): DutyRow[] {
  if (duties.length === 0) {
    return [['', `mail to ${ownerName(pipeline.primary)}, ${ownerName(pipeline.secondary)}`, '', '']];
  }
  const ids = [...new Set(duties.map(({ rotation }) => rotation.duty))];
  return ids.flatMap((id): DutyRow[] => {
    const own = duties.filter(({ rotation }) => rotation.duty === id);
    const running = own.filter(({ shift }) => shift !== undefined);
    if (running.length === 0) {
      const isWaiting = !own.some(({ rotation }) => hasHours(rotation));
      const next = own.flatMap((each) => each.next?.name ?? [])[0] ?? 'nobody';
      return [[id, isWaiting ? 'nobody yet' : 'nobody: outside its hours', '', next]];
    }
    return running.flatMap(({ rotation, shift, next }): DutyRow[] => {
      if (shift === undefined) return [];
      const reason = reasonText(shift);
      const zone = zoneOf(rotation, organization);
      const until = shortTimeText(shift.until, zone, at);
      return [
        [
          id,
          `${shift.onDuty.name}${reason === '' ? '' : `, ${reason}`}`,
          zone === organization.timeZone ? until : `${until} (${zone})`,
          next?.name ?? 'nobody',
        ],
      ];
    });
  });
}

function ownerName(owner: Owner): string {
  return owner.kind === 'person' ? owner.person.name : owner.team.name;
}
