import { hasErrors } from '../../catalog';
import { paletteOf } from '../../cli/color';
import { countText, diagnosticJson, diagnosticsText } from '../../cli/diagnosticsReport';
import { EXIT } from '../../cli/exitCode';
import type { Io } from '../../cli/io';
import { instantJson, jsonText } from '../../cli/json';
import { type CommonOptions, openSession } from '../../cli/session';
import { annotationsText } from './annotations';

/** Options of `watchbill check`. */
export interface CheckOptions extends CommonOptions {
  /** @default text */
  readonly format?: 'text' | 'github';
}

/** `watchbill check`: reports every problem in the data, and in the roster up to the horizon. */
export function check(options: CheckOptions, io: Io): number {
  const { session, diagnostics } = openSession(options, io);
  if (options.json === true) {
    const asOf =
      session === undefined ? null : instantJson(session.asOf, session.catalog.organization.timeZone);
    io.out(jsonText({ asOf, problems: diagnostics.map(diagnosticJson) }));
  } else if (options.format === 'github') {
    io.out(annotationsText(diagnostics, io.env));
  } else if (diagnostics.length === 0) {
    io.out(`${countText(diagnostics)}\n`);
  } else {
    io.out(diagnosticsText(diagnostics, paletteOf(io, 'out'), io.width));
  }
  return hasErrors(diagnostics) ? EXIT.problems : EXIT.clean;
}
