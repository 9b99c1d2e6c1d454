import { alertUrl, inert, pipelineUrl } from '../../alerts';
import { respondersLine } from '../../alerts/responders';
import { type Catalog, type Pipeline, pagingWords, type Rotation } from '../../catalog';
import { hasSeveralZones, type RotationRoster, type Shift, zoneOf } from '../../roster';
import { rangeText } from '../../time/localTime';
import type { ShiftEvent } from './feed';
import { Uids } from './uid';

/**
 * The shifts of a rotation as events. They name who covers for whom and never why somebody is
 * away, because anybody may subscribe.
 * @param planned from the start of a turn, see `planningWindow`; and whether the last shift goes on
 *   beyond it
 */
export function eventsOf(
  catalog: Catalog,
  rotation: Rotation,
  { shifts, goesOn }: Pick<RotationRoster, 'shifts'> & { readonly goesOn: boolean },
): readonly ShiftEvent[] {
  const { organization } = catalog;
  const timeZone = zoneOf(rotation, organization);
  const uids = new Uids({ ...organization, timeZone }, rotation.id);
  const hasDuties = organization.duties.length > 1;
  const hasZones = hasSeveralZones(catalog);
  const pipelines = catalog.pipelines.filter(({ id }) => rotation.pipelines.includes(id));
  const about = pipelines.map((pipeline) => pipelineText(pipeline, catalog)).join('\n\n');
  const url = onlyRunbook(pipelines, catalog);
  const last = shifts.at(-1);
  return shifts.map((shift) => {
    const { from, until, onDuty, rostered } = shift;
    return {
      from,
      until,
      onDuty,
      rostered,
      uid: uids.next(shift),
      summary: eventTitle(shift, rotation, hasDuties),
      description: [
        ...(hasZones ? [`${rangeText(shift, timeZone)} (${timeZone})`] : []),
        ...(hasDuties ? [`Duty: ${rotation.duty}`] : []),
        ...remarks(shift, goesOn && shift === last),
        about,
      ].join('\n\n'),
      ...(url === undefined ? {} : { url }),
    };
  });
}

/** With the duty where there are several. */
function eventTitle({ onDuty, rostered, reason }: Shift, rotation: Rotation, hasDuties: boolean): string {
  const cover = reason === 'cover' ? ` covers ${inert(rostered.name)}` : '';
  const clash = reason === 'clash' ? ', CLASH' : '';
  const duty = hasDuties ? ` as ${rotation.duty}` : '';
  return `On call${duty}: ${inert(rotation.name)} (${inert(onDuty.name)}${cover}${clash})`;
}

function remarks({ reason }: Shift, isCut: boolean): string[] {
  return [
    ...(reason === 'clash' ? ['CLASH: everybody is away. Agree on a stand-in, and add it to the data.'] : []),
    ...(isCut ? ['The plan ends here; the shift continues.'] : []),
  ];
}

/** Who is paged, and where to read what to do: the runbook, then one line per rule. */
function pipelineText(pipeline: Pipeline, { organization }: Catalog): string {
  const { runbook } = pipeline;
  const name = inert(pipeline.name);
  const responders = respondersLine(pipeline, organization);
  if (runbook === undefined) return `${name}\n${responders}`;
  const rules = runbook.alerts.map((rule) => {
    const { title, slug } = rule.section;
    const paging = pagingWords(pipeline, rule);
    const how = paging === '' ? '' : ` (${paging})`;
    return `- ${inert(title)}${how}: ${alertUrl(organization, pipeline, slug)}`;
  });
  return [name, responders, `Runbook: ${pipelineUrl(organization, pipeline)}`, ...rules].join('\n');
}

function onlyRunbook(pipelines: readonly Pipeline[], { organization }: Catalog): string | undefined {
  const [only, ...others] = pipelines;
  if (only?.runbook === undefined || others.length > 0) return undefined;
  return pipelineUrl(organization, only);
}
