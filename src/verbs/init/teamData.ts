import type { Temporal } from 'temporal-polyfill';

/** The time at which turns are handed off, as the data writes it. */
export interface HandOffText {
  readonly day: string;
  readonly at: string;
}

/** Windows of local time, one on each of some days, as the data writes them. */
export interface HoursText {
  /** @default - every day */
  readonly days?: readonly string[];
  readonly from: string;
  readonly until: string;
}

/** The steps of an escalation: the words for who is notified, and how long each step lasts. */
export interface EscalationText {
  readonly steps: readonly { readonly notify: readonly string[]; readonly for: string }[];
  readonly repeat: number;
}

/** The content of a new data folder, before the catalog has checked it. */
export interface TeamData {
  readonly name: string;
  readonly timeZone: string;
  readonly handOff: HandOffText;
  readonly escalation: EscalationText;
  /** @default - the data's default, a single duty */
  readonly duties?: readonly string[];
  /** Places of work in other zones. @default - none */
  readonly offices?: readonly { readonly id: string; readonly name: string; readonly timeZone: string }[];
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly team: string;
    readonly email: string;
    /** @default - the organization's own */
    readonly office?: string;
  }[];
  readonly pipelines: readonly PipelineText[];
  readonly rotations: readonly RotationText[];
  /** Years that have a holiday file. */
  readonly years: readonly number[];
}

/** A pipeline on call, as the data writes it. */
export interface PipelineText {
  readonly id: string;
  readonly name: string;
  readonly primary: string;
  readonly secondary: string;
  /** @default - the organization's */
  readonly escalation?: EscalationText;
}

/** A rotation, as the data writes it. */
export interface RotationText {
  readonly id: string;
  readonly name: string;
  readonly pipelines: readonly string[];
  /** @default - the first */
  readonly duty?: string;
  /** @default - the organization's own */
  readonly office?: string;
  /** @default - the organization's */
  readonly handOff?: HandOffText;
  /** @default - always */
  readonly hours?: HoursText;
  readonly turn: string;
  /** Oldest first. */
  readonly versions: readonly { readonly from: Temporal.PlainDate; readonly order: readonly string[] }[];
}
