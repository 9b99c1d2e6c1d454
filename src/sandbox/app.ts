import fastify, { type FastifyInstance } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { SANDBOX_KEYS } from '../vendors/sandboxKeys';
import type { Call, SandboxContext, SandboxTokens } from './context';
import { registerDatadog } from './datadog';
import { keepDoor } from './door';
import { type Fault, type Faults, faultAfter, faultBefore } from './faults';
import { registerHandles } from './handles';
import { registerPagerDuty, type SandboxUser, seedUsers } from './pagerduty';
import { emptyState, type SandboxState } from './state';
import { readState, writeState } from './stateFile';

/** Options of a sandbox. */
export interface SandboxOptions {
  /**
   * File that keeps the state across restarts.
   * @default - the state is forgotten
   */
  readonly stateFile?: string;
  /**
   * The present instant.
   * @default - the machine's clock
   */
  readonly clock?: () => Temporal.Instant;
  /**
   * The credentials that it accepts.
   * @default - {@link SANDBOX_TOKENS}
   */
  readonly tokens?: SandboxTokens;
  /**
   * PagerDuty users that exist from the start. A user whose e-mail the state already has stays as it is.
   * @default - none
   */
  readonly users?: readonly SandboxUser[];
  /**
   * Chooses what goes wrong with each call.
   * @default - nothing
   */
  readonly faults?: Faults;
}

/** The default credentials of a sandbox; they open nothing else. */
export const SANDBOX_TOKENS: SandboxTokens = {
  pagerDuty: SANDBOX_KEYS.PAGERDUTY_TOKEN,
  datadogApi: SANDBOX_KEYS.DD_API_KEY,
  datadogApp: SANDBOX_KEYS.DD_APP_KEY,
};

/** Both vendors' APIs in one server that does not listen. */
export interface SandboxApp {
  /** The server. */
  readonly app: FastifyInstance;
  /** Everything that exists. */
  readonly state: SandboxState;
  /** The credentials that it accepts. */
  readonly tokens: SandboxTokens;
  /** Every call that arrived, in order. */
  readonly calls: readonly Call[];
}

/**
 * Both vendors' APIs: PagerDuty's below `/pagerduty`; Datadog's below `/api`, because its provider
 * takes only a scheme and a host; below `/sandbox` what neither vendor has.
 * @throws StateFileError if the state file cannot be used
 */
export function sandboxApp(options: SandboxOptions = {}): SandboxApp {
  const { stateFile, tokens = SANDBOX_TOKENS } = options;
  const state = stateFile === undefined ? emptyState() : readState(stateFile);
  const context: SandboxContext = {
    state,
    tokens,
    clock: options.clock ?? (() => Temporal.Now.instant()),
    changed: () => {
      if (stateFile !== undefined) writeState(stateFile, state);
    },
  };
  seedUsers(context, options.users ?? []);
  const app = fastify({ forceCloseConnections: true, routerOptions: { ignoreTrailingSlash: true } });
  keepDoor(app, context);
  acceptEmptyBodies(app);
  const calls = recordCalls(app, options.faults);
  registerPagerDuty(app, context);
  registerDatadog(app, context);
  registerHandles(app, context);
  return { app, state, tokens, calls };
}

/** Both providers send `content-type: application/json` on requests without a body. */
function acceptEmptyBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('ignore', 'ignore');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, String(body), done);
  });
}

function recordCalls(app: FastifyInstance, faults: Faults | undefined): Call[] {
  const calls: Call[] = [];
  const underWay = new WeakMap<object, { call: Call; fault: Fault | undefined }>();
  app.addHook('onRequest', async (request, reply) => {
    const [path = '', ...query] = request.url.split('?');
    const call: Call = {
      number: calls.length + 1,
      vendor: path.startsWith('/pagerduty') ? 'pagerduty' : path.startsWith('/api/') ? 'datadog' : 'none',
      method: request.method,
      path,
      query: query.join('?'),
      known: !request.is404,
    };
    calls.push(call);
    const fault = faults?.(call);
    underWay.set(request, { call, fault });
    if (fault !== undefined && (await faultBefore(fault, request, reply))) return reply;
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const entry = underWay.get(request);
    return entry?.fault === undefined ? payload : faultAfter(entry.fault, request, reply, payload);
  });
  app.addHook('onResponse', async (request, reply) => {
    const entry = underWay.get(request);
    if (entry !== undefined) entry.call.status = reply.statusCode;
  });
  return calls;
}
