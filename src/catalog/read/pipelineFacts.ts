import type { Escalation } from '../model/escalation';
import type { NamedOffice } from '../model/office';
import type { Owner } from '../model/owner';
import type { Paging } from '../model/paging';
import type { Pipeline } from '../model/pipeline';

/** A pipeline without its rotations and its runbook; a part with a problem is undefined. */
export interface PipelineFacts
  extends Pick<Pipeline, 'id' | 'name' | 'coverage' | 'channels' | 'source'>,
    Paging {
  readonly primary: Owner | undefined;
  readonly secondary: Owner | undefined;
  readonly escalation: Escalation | undefined;
  readonly office?: NamedOffice;
}
