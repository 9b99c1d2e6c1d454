import type { Escalation } from '../model/escalation';
import type { NamedOffice } from '../model/office';
import type { Owner } from '../model/owner';
import type { Pipeline } from '../model/pipeline';

/** A pipeline before its rotation and its runbook are known; parts are undefined where they have a problem. */
export interface PipelineFacts extends Pick<Pipeline, 'id' | 'name' | 'coverage' | 'source'> {
  readonly primary: Owner | undefined;
  readonly secondary: Owner | undefined;
  readonly escalation: Escalation | undefined;
  readonly office?: NamedOffice;
}
