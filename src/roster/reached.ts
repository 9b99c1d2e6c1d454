import type { Responder, Target } from '../catalog';
import type { Watch } from './shift';

/** Who a target of an escalation step reaches at an instant. */
export interface Reached {
  /** What the step names. */
  readonly target: Target;
  /** Who is paged. */
  readonly responder: Responder;
  /** Why, and until when; {@link NEVER} forever. @default - a desk, which is never away */
  readonly watch?: Watch<Responder>;
}
