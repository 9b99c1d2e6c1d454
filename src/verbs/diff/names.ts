import type { Catalog } from '../../catalog';
import { DisplayNames, type NameChange, type ShapeChange, type ShiftChange, stepName } from './changes';

/** Display names by id, preferring the new data's. */
export class Names {
  private readonly display: DisplayNames;

  constructor(
    private readonly after: Catalog,
    private readonly before: Catalog | undefined,
  ) {
    this.display = new DisplayNames(before === undefined ? [after] : [after, before]);
  }

  /** A person's, with the id if the other side has somebody of a similar name. */
  person(person: { readonly id: string; readonly name: string } | undefined): string {
    return person === undefined ? 'nobody' : this.display.of(person);
  }

  /** A pipeline's. */
  pipeline(id: string): string {
    return this.find(id, ({ pipelines }) => pipelines)?.name ?? id;
  }

  /** A rotation's title, with its duty where there are several. */
  rotationTitle({ rotation, duty }: Pick<ShiftChange, 'rotation' | 'duty'>): string {
    const hasDuties = this.after.organization.duties.length > 1;
    return `${this.rotation(rotation)}${duty !== undefined && hasDuties ? `, ${duty}` : ''}`;
  }

  /** A rotation's, or a pipeline's with the word of its step. */
  rotation(id: string): string {
    const step = stepName(id, this.after.pipelines);
    return step ?? this.find(id, ({ rotations }) => rotations)?.name ?? id;
  }

  /** A person's or a team's. */
  owner(id: string): string {
    const owner = this.find(id, ({ people, teams }) => [...people, ...teams]);
    return owner === undefined ? id : this.display.of(owner);
  }

  private find(
    id: string,
    of: (catalog: Catalog) => readonly { id: string; name: string }[],
  ): { readonly id: string; readonly name: string } | undefined {
    const known = [...of(this.after), ...(this.before === undefined ? [] : of(this.before))];
    return known.find((each) => each.id === id);
  }
}

/**
 * Whose office, duty, hours, hand-off or turn it is.
 * @example
 * shapedText(change, names) // 'London afternoons, hours'
 */
export function shapedText({ what, id, key }: ShapeChange, names: Names): string {
  const name = { rotation: names.rotation(id), person: names.owner(id), pipeline: names.pipeline(id) }[what];
  return `${name}, ${key === 'handOff' ? 'hand-off' : key}`;
}

/** Whose name it is, and what has this name at the vendors. */
export function namedText({ what, id }: NameChange, after: Catalog): string {
  const isOnCall = after.pipelines.find((pipeline) => pipeline.id === id)?.coverage === 'on-call';
  const uses = {
    pipeline: isOnCall
      ? 'its service and escalation policy in PagerDuty, its monitors'
      : 'its monitors in Datadog',
    rotation: 'its schedule in PagerDuty',
    team: 'its team in PagerDuty and Datadog',
    desk: 'in what people read',
    person: 'in what people read',
  };
  return `${what} ${id}: ${uses[what]}`;
}
