import {
  type EscalationStep,
  type EscalationTarget,
  isHeld,
  type Organization,
  type Owner,
  type Paging,
  type Pipeline,
  urgencyOf,
} from '../catalog';
import { counted } from '../text/counted';
import { inertCut } from './inert';
import { NAME_LENGTH } from './names';

/** Both owners by name. */
export function ownersLine(pipeline: Pipeline): string {
  return `Owners: ${ownerName(pipeline.primary)} (primary), ${ownerName(pipeline.secondary)} (secondary)`;
}

/**
 * Who is notified, and who is next in line. A message does not change with the roster, so
 * nobody in a rotation is named.
 * @param rule @default - a rule without keys of its own
 * @example
 * // Paged until somebody acknowledges: Business Analytics desk (15 min), then the person on duty (30 min), repeated 2 times. Who is on duty now: npx watchbill who aggregate-profit
 */
export function respondersLine(pipeline: Pipeline, organization: Organization, rule: Paging = {}): string {
  if (pipeline.coverage === 'office-hours') {
    return `Nobody is paged: both owners get a mail, and it is repaired in office hours (${hoursWords(pipeline, organization)}).`;
  }
  const held = isHeld(pipeline, rule)
    ? ` It waits for office hours (${hoursWords(pipeline, organization)}).`
    : '';
  return `${pagedWords(pipeline, rule)}${held} Who is on duty now: npx watchbill who ${pipeline.id}`;
}

/** PagerDuty escalates no incident of low urgency. */
function pagedWords(pipeline: Pipeline, rule: Paging): string {
  const { steps, repeat } = pipeline.escalation;
  if (urgencyOf(pipeline, rule) === 'low') {
    const first = steps[0]?.notify.map((target) => targetWords(target, pipeline)).join(' and ');
    return `Low urgency: PagerDuty notifies ${first}, and nobody else.`;
  }
  const line = steps.map((step) => stepWords(step, pipeline)).join(', then ');
  return `Paged until somebody acknowledges: ${line}${repeatWords(repeat)}.`;
}

/** The office hours of a pipeline, with their zone if it is not the organization's. */
function hoursWords(pipeline: Pipeline, organization: Organization): string {
  const { from, until } = (pipeline.office ?? organization).officeHours;
  const zone = pipeline.office === undefined ? '' : ` ${pipeline.office.timeZone}`;
  const hours = [from, until].map((time) => time.toString({ smallestUnit: 'minute' })).join(' to ');
  return `${hours}${zone}`;
}

function stepWords({ notify, waits }: EscalationStep, pipeline: Pipeline): string {
  const reached = notify.map((target) => targetWords(target, pipeline)).join(' and ');
  return `${reached} (${waits.total('minutes')} min)`;
}

function targetWords(target: EscalationTarget, pipeline: Pipeline): string {
  if (target.kind === 'owner') return reachedName(pipeline[target.word]);
  if (target.kind !== 'duty') return reachedName(target);
  return target.word === 'on-duty' ? 'the person on duty' : `the person on duty (${target.word})`;
}

function repeatWords(repeat: number): string {
  return repeat === 0 ? '' : `, repeated ${repeat === 1 ? 'once' : counted(repeat, 'time')}`;
}

function ownerName(owner: Owner): string {
  return inertCut(owner.kind === 'person' ? owner.person.name : owner.team.name, NAME_LENGTH);
}

/** PagerDuty reaches a team through its desk, and a person or, while they are away, their cover. */
function reachedName(owner: Owner): string {
  if (owner.kind === 'person') return `${ownerName(owner)} or a stand-in`;
  return owner.team.desk === undefined ? ownerName(owner) : inertCut(owner.team.desk.name, NAME_LENGTH);
}
