import type { Responder, Target } from '../catalog';
import type { Watch } from './shift';

/** Who a target of an escalation step reaches at a moment. */
export interface Reached {
  readonly target: Target;
  readonly responder: Responder;
  /** Until when that is so, {@link NEVER} for good, and why. @default - a desk, which is always there */
  readonly watch?: Watch<Responder>;
}
