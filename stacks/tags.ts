import { Construct, PagerdutyTag } from '../src/constructs/seam';

/** PagerDuty tags that several objects share, each made when first asked for. */
export class Tags {
  private readonly scope: Construct;
  private readonly byId = new Map<string, PagerdutyTag>();

  constructor(stack: Construct) {
    this.scope = new Construct(stack, 'Tags');
  }

  /** The tag `key:value`. */
  of(key: string, value: string): PagerdutyTag {
    const id = `${key}-${value}`;
    const tag = this.byId.get(id) ?? new PagerdutyTag(this.scope, id, { label: `${key}:${value}` });
    this.byId.set(id, tag);
    return tag;
  }
}
