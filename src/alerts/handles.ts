import { type Owner, type Paging, type Pipeline, pagerDutyHandle, responderOf, urgencyOf } from '../catalog';

/**
 * Who Datadog notifies of a rule: PagerDuty for an on-call pipeline, at the rule's urgency; both
 * owners by mail for an office-hours pipeline.
 * @throws Error if an owner of an office-hours pipeline has no e-mail, which the
 * catalog refuses (PIPE005)
 * @example
 * // ['@pagerduty-aggregate-profit'], ['@aidil@xyz-tech.example', '@spencer@xyz-tech.example']
 */
export function handlesOf(pipeline: Pipeline, rule: Paging): readonly string[] {
  if (pipeline.coverage === 'on-call') {
    return [`@pagerduty-${pagerDutyHandle(pipeline, urgencyOf(pipeline, rule))}`];
  }
  return [pipeline.primary, pipeline.secondary].map((owner) => `@${emailOf(owner, pipeline)}`);
}

function emailOf(owner: Owner, pipeline: Pipeline): string {
  const email = responderOf(owner)?.email;
  if (email === undefined) {
    throw new Error(`pipeline ${pipeline.id} has an owner without an e-mail, so nobody would get its mail`);
  }
  return email;
}
