/** When a monitor fires: an aggregation of a gauge's points, compared with a number. */
export interface Condition {
  /**
   * How the points of the window become one value: `min` with `>` and `max`
   * with `<` fire when every point is beyond the threshold, the other way round
   * when one point is enough.
   */
  readonly aggregation: 'min' | 'max';
  /** Datadog's evaluation window. */
  readonly window: 'last_5m' | 'last_15m';
  /** How series that report at once become one. */
  readonly space: 'min' | 'max';
  /**
   * Whether the sign of the gauge is disregarded.
   * @default false
   */
  readonly absolute?: boolean;
  readonly comparison: '>' | '>=' | '<';
  /** The number of both the query and the critical threshold. */
  readonly critical: number;
}

/** What one monitor of a rule watches, and how it speaks of it; message and tags are made elsewhere. */
export interface Signal {
  /** What tells it from the rule's other signals: nothing, the metric, or the metric and the bound. */
  readonly path: readonly string[];
  /** @default - the rule has no metrics */
  readonly metric?: string;
  /** The same in words, for the monitor's name where a rule has several signals; not inert. */
  readonly label: string;
  readonly condition: Condition;
  /** What happened, a whole sentence; inert, `{{value}}` apart. */
  readonly happened: string;
  /** What is true again after recovery: follows `Recovered: `, with a full stop; inert. */
  readonly recovered: string;
}
