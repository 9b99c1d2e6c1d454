import { Temporal } from 'temporal-polyfill';
import type { Fault } from '../../../src/sandbox';

/** A gateway's page, which is no JSON. */
const BAD_GATEWAY = '<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>';

/** Too many calls, as each vendor says it; the call may be made again a second later. */
const RATE_LIMITED: Readonly<Record<'pagerduty' | 'datadog', Fault>> = {
  pagerduty: {
    kind: 'status',
    status: 429,
    headers: { 'ratelimit-limit': '960', 'ratelimit-remaining': '0', 'ratelimit-reset': '1' },
    body: { error: { message: 'Rate Limit Exceeded', code: 2020 } },
  },
  datadog: {
    kind: 'status',
    status: 429,
    headers: {
      'x-ratelimit-limit': '100',
      'x-ratelimit-period': '60',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '1',
    },
    body: { errors: ['Too many requests'] },
  },
};

const ERRORS: Readonly<Record<'pagerduty' | 'datadog', unknown>> = {
  pagerduty: { error: { message: 'Internal Server Error', code: 2000 } },
  datadog: { errors: ['Internal error'] },
};

/** What a call of a shape may be answered instead of what it should be. */
export function badAnswers(shape: string): Readonly<Record<string, Fault>> {
  const vendor = shape.includes(' /pagerduty/') ? 'pagerduty' : 'datadog';
  return {
    'is answered 429': RATE_LIMITED[vendor],
    'is answered 500': { kind: 'status', status: 500, body: ERRORS[vendor] },
    'is answered 502 by a gateway': {
      kind: 'status',
      status: 502,
      headers: { 'content-type': 'text/html' },
      body: BAD_GATEWAY,
    },
    'is answered two seconds late': { kind: 'delay', by: Temporal.Duration.from({ seconds: 2 }) },
    'has its answer cut off': { kind: 'truncate' },
  };
}
