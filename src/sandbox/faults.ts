import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Temporal } from 'temporal-polyfill';
import type { Call } from './context';

/** What goes wrong with one call. */
export type Fault =
  /** The connection is dropped before anything is done. */
  | { readonly kind: 'drop-before' }
  /** Nothing is done, and no answer ever comes; the connection stays open. */
  | { readonly kind: 'hang' }
  /** The request is carried out, but the connection is dropped instead of an answer. */
  | { readonly kind: 'drop-after' }
  /** Nothing is done, and this is the answer. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    }
  /** The request is carried out, and answered later. */
  | { readonly kind: 'delay'; readonly by: Temporal.Duration }
  /** The request is carried out, but only half of the answer's body arrives. */
  | { readonly kind: 'truncate' };

/** The fault that a call meets; undefined for none. */
export type Faults = (call: Call) => Fault | undefined;

/**
 * Applies a fault before the request is served.
 * @returns whether the request is finished
 */
export async function faultBefore(
  fault: Fault,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<boolean> {
  if (fault.kind === 'drop-before') {
    reply.hijack();
    request.raw.socket.destroy();
    return true;
  }
  if (fault.kind === 'hang') {
    reply.hijack();
    return true;
  }
  if (fault.kind === 'status') {
    await reply
      .code(fault.status)
      .headers(fault.headers ?? {})
      .send(fault.body ?? '');
    return true;
  }
  return false;
}

/**
 * Applies a fault to an answer that is ready to be sent.
 * @returns the body to send
 */
export async function faultAfter(
  fault: Fault,
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (fault.kind === 'delay') await delay(fault.by.total('milliseconds'));
  if (fault.kind === 'drop-after') request.raw.socket.destroy();
  if (fault.kind !== 'truncate' || typeof payload !== 'string') return payload;
  const body = Buffer.from(payload);
  reply.header('content-length', body.length);
  return Readable.from(halfOf(body), { objectMode: false });
}

async function* halfOf(body: Buffer): AsyncGenerator<Buffer> {
  yield body.subarray(0, Math.floor(body.length / 2));
  throw new Error('the rest of the answer was cut off on purpose');
}
