import type { Catalog } from '../../catalog';
import { DisplayNames, type NameChange, stepName } from './changes';

/** Display names of ids, those of the new data first. */
export class Names {
  private readonly display: DisplayNames;

  constructor(
    private readonly after: Catalog,
    private readonly before: Catalog | undefined,
  ) {
    this.display = new DisplayNames(before === undefined ? [after] : [after, before]);
  }

  /** Whoever a side names, told apart from others of the other side. */
  person(person: { readonly id: string; readonly name: string } | undefined): string {
    return person === undefined ? 'nobody' : this.display.of(person);
  }

  /** A pipeline's. */
  pipeline(id: string): string {
    return this.find(id, ({ pipelines }) => pipelines)?.name ?? id;
  }

  /** A rotation's, or a pipeline's with what its step says. */
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

/** Whose name it is, and what of a vendor bears it. */
export function namedText({ what, id }: NameChange, after: Catalog): string {
  const isOnCall = after.pipelines.find((pipeline) => pipeline.id === id)?.coverage === 'on-call';
  const bearers = {
    pipeline: isOnCall
      ? 'its service and escalation policy in PagerDuty, its monitors'
      : 'its monitors in Datadog',
    rotation: 'its schedule in PagerDuty',
    team: 'its team in PagerDuty and Datadog',
    desk: 'what people read',
    person: 'what people read',
  };
  return `${what} ${id}: ${bearers[what]}`;
}
