/**
 * All of Watchbill in one import: the constructs by their names, the pure core
 * under a name for each part, because roster, alerts and rehearsal each have
 * words of their own for a span or an escalation.
 *
 * This loads cdktf, which takes a good part of a second. A program that needs the core
 * alone imports `watchbill/catalog`, `watchbill/roster`, `watchbill/alerts` or
 * `watchbill/rehearsal` instead.
 */

export * as alerts from './alerts';
export * as catalog from './catalog';
export * from './constructs';
export * as rehearsal from './rehearsal';
export * as roster from './roster';
