import { existsSync } from 'node:fs';
import { EXIT } from '../../cli/exitCode';
import type { StackIo } from '../../cli/io';
import { jsonText } from '../../cli/json';
import { type CommonOptions, dataFolder, soundSession } from '../../cli/session';
import { clientOptions } from '../../cli/waiting';
import { importsFileName, writeImports } from '../../state/importsFile';
import { DatadogApi, PagerDutyApi, VendorError, vendorAccess } from '../../vendors';
import { adoptedText, undecidedText } from './adoptReport';
import { type Imports, type Survey, survey } from './survey';

/** Options of `watchbill adopt`. */
export interface AdoptOptions extends CommonOptions {
  /** @default - `imports.json`; `imports.sandbox.json` where a sandbox is deployed to */
  readonly out?: string;
}

/**
 * `watchbill adopt`: asks both vendors for objects of the same names as what would be
 * deployed, and writes by what they are imported. While anything is undecided nothing
 * is written: a deploy after half of the file would make another copy of just what
 * there are too many of.
 */
export async function adopt(options: AdoptOptions, io: StackIo): Promise<number> {
  const access = vendorAccess(io.env);
  const session = soundSession(options, io, { unsaid: 'now', undone: 'nothing was looked for' });
  const { sandbox } = access;
  const stacks = io.synthesize({
    data: dataFolder(options, io),
    asOf: session.asOf.toString(),
    ...(sandbox === undefined ? {} : { sandbox }),
  });
  try {
    const client = clientOptions(io);
    const apis = {
      pagerDuty: new PagerDutyApi(access.pagerDuty, client),
      datadog: new DatadogApi(access.datadog, client),
    };
    return report(await survey(stacks, apis), options, importsFileName(sandbox), io);
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    io.err(`${error.message}\n  nothing was written; see to the key or the connection, and run it again\n`);
    return EXIT.problems;
  }
}

function report(result: Survey, options: AdoptOptions, read: string, io: StackIo): number {
  const { found, undecided } = result;
  const file = options.out ?? read;
  const isWritten = undecided.length === 0 && found.length > 0;
  if (isWritten) writeImports(file, importsOf(found));
  if (options.json === true) {
    const imports = found.map(({ stack, address, importId, called }) => ({
      stack,
      address,
      importId,
      called,
    }));
    io.out(
      jsonText({
        file: isWritten ? file : null,
        imports,
        undecided: undecided.map(({ type: _, ...rest }) => rest),
      }),
    );
  }
  if (undecided.length > 0) {
    io.err(undecidedText(result, existsSync(file) ? file : undefined));
    return EXIT.problems;
  }
  if (options.json !== true) {
    io.out(adoptedText(result, { file, read, exists: existsSync(file) }));
  }
  return EXIT.clean;
}

function importsOf(found: Survey['found']): Imports {
  const imports: Record<string, Record<string, string>> = {};
  for (const { stack, address, importId } of found) {
    imports[stack] = { ...imports[stack], [address]: importId };
  }
  return imports;
}
