import type { Monitor } from '../../deployment/deployment';
import { DeploymentError } from '../../deployment/deploymentError';

/** What a notification is about. */
export type Occasion = 'alert' | 'no data' | 'recovery';

/** Who a message notifies. */
export interface Recipients {
  /** Names of PagerDuty handles, without `@pagerduty-`. */
  readonly services: readonly string[];
  /** E-mail addresses. */
  readonly emails: readonly string[];
  /** Channels that are posted to, without `@`. */
  readonly channels: readonly string[];
}

const BLOCKS: ReadonlyMap<string, Occasion> = new Map([
  ['is_alert', 'alert'],
  ['is_no_data', 'no data'],
  ['is_recovery', 'recovery'],
]);

/** Text that Datadog replaces with a value, and that notifies nobody. */
const VALUE = /\{\{(?:value|threshold|local_time '[\w.]+' '[\w/+-]+')\}\}/g;
/** A handle has white space or nothing on either side. */
const HANDLE = /(?<=^|\s)@(\S+)(?=\s|$)/g;
const SERVICE = /^pagerduty-[\w-]+$/;
const CHANNEL = /^(?:slack|teams|webhook|opsgenie)-[\w-]+$/;
/** An address as WHATWG defines it, so that a comma or full stop after it does not belong to it. */
const EMAIL = /^[\w.!#$%&'*+/=?^`|~-]+@[\w-]+(?:\.[\w-]+)+$/;
/** An at sign that neither begins a handle nor is within a word. */
const STRAY = /(?<=[^\s\w.%+-])@\S*|(?<=^|\s)@(?=\s|$)/;

/**
 * Who a monitor's message notifies on an occasion.
 * @throws DeploymentError for a template or a handle that the rehearsal does not know
 * @see https://docs.datadoghq.com/monitors/notify/variables/
 */
export function recipientsOf(monitor: Monitor, occasion: Occasion): Recipients {
  const text = textFor(monitor, occasion);
  const handles = [...text.matchAll(HANDLE)].map(([, handle = '']) => handle);
  const services = handles.filter((handle) => SERVICE.test(handle));
  const emails = handles.filter((handle) => EMAIL.test(handle));
  const channels = handles.filter((handle) => CHANNEL.test(handle));
  const known = [...services, ...emails, ...channels];
  const strange = handles.find((handle) => !known.includes(handle));
  const unknown = strange === undefined ? withoutHandles(text).match(STRAY)?.[0] : `@${strange}`;
  if (unknown !== undefined) {
    throw new DeploymentError(
      monitor.key,
      'message',
      'the rehearsal does not recognize this handle',
      unknown,
    );
  }
  return {
    services: [...new Set(services.map((handle) => handle.slice('pagerduty-'.length)))],
    emails: [...new Set(emails)],
    channels: [...new Set(channels)],
  };
}

function withoutHandles(text: string): string {
  return text.replace(HANDLE, '');
}

/** The message without the blocks of other occasions. */
function textFor({ key, message }: Monitor, occasion: Occasion): string {
  const text = message.replace(
    /\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}/g,
    (block: string, name: string, inner: string) => {
      const meant = BLOCKS.get(name);
      if (meant === undefined) {
        throw new DeploymentError(key, 'message', 'the rehearsal does not recognize this block', block);
      }
      return meant === occasion ? inner : '';
    },
  );
  const rest = text.replace(VALUE, '0');
  const template = /\{\{[^}]*\}\}|\{\{/.exec(rest);
  if (template !== null) {
    throw new DeploymentError(
      key,
      'message',
      'the rehearsal does not recognize this template variable',
      template[0],
    );
  }
  return rest;
}
