import { existsSync } from 'node:fs';
import { deployToolName } from '../../cli/deployTool';
import { EXIT } from '../../cli/exitCode';
import type { StackIo } from '../../cli/io';
import { jsonText } from '../../cli/json';
import { noAnswerText } from '../../cli/noAnswer';
import { type CommonOptions, dataFolder, soundSession } from '../../cli/session';
import { clientOptions } from '../../cli/waiting';
import { DeploymentError } from '../../deployment';
import { type Imports, importsFileName, writeImports } from '../../state/importsFile';
import { visible } from '../../text/visible';
import { DatadogApi, PagerDutyApi, VendorError, vendorAccess } from '../../vendors';
import { splitOf } from '../synth/writeStacks';
import { adoptedText, undecidedText } from './adoptReport';
import { changesOf } from './changes';
import { choicesOf } from './map/choices';
import { type FoundObject, resourcesOf, type Survey, survey } from './survey';

/** Options of `watchbill adopt`. */
export interface AdoptOptions extends CommonOptions {
  /** @default - `imports.json`, or `imports.sandbox.json` for a sandbox */
  readonly out?: string;
  /** `ADDRESS=NAME` for objects of another name. @default - none */
  readonly map?: readonly string[];
}

/**
 * `watchbill adopt`: looks in both accounts for the objects that would be deployed, reports what the
 * next deploy will change on them, and writes the ids by which it imports them. Nothing is written
 * while anything is undecided: with half of the file, a deploy would create yet another copy of an
 * object of which there are too many.
 * @throws UsageError if a `--map` says nothing that can be done
 */
export async function adopt(options: AdoptOptions, io: StackIo): Promise<number> {
  const access = vendorAccess(io.env);
  const { catalog, asOf } = soundSession(options, io, { unsaid: 'now', undone: 'nothing was looked for' });
  const { sandbox } = access;
  const stacks = io.synthesize({
    data: dataFolder(options, io),
    catalog,
    asOf: asOf.toString(),
    ...splitOf(io),
    ...(sandbox === undefined ? {} : { sandbox }),
  });
  const read = importsFileName(sandbox);
  const resources = resourcesOf(stacks);
  const choices = choicesOf(options.map ?? [], options.out ?? read, resources);
  try {
    const client = clientOptions(io);
    const apis = {
      pagerDuty: new PagerDutyApi(access.pagerDuty, client),
      datadog: new DatadogApi(access.datadog, client),
    };
    const result = await survey(resources, apis, choices);
    const found = await changesOf(result.found, { catalog, stacks, asOf }, apis);
    return report({ ...result, found }, options, read, io);
  } catch (error) {
    if (error instanceof VendorError) {
      io.err(noAnswerText(error, 'nothing was written'));
      return EXIT.problems;
    }
    if (error instanceof DeploymentError) {
      io.err(`${visible(error.message)}\n  nothing was written, because the answer was not understood\n`);
      return EXIT.problems;
    }
    throw error;
  }
}

/** For programs: the way out ends with the command. */
function withCommand({ type: _, command, ...rest }: Survey['undecided'][number], tool: string): object {
  return { ...rest, wayOut: command === undefined ? rest.wayOut : `${rest.wayOut} ${tool} ${command}` };
}

function report(result: Survey, options: AdoptOptions, read: string, io: StackIo): number {
  const { found, undecided } = result;
  const file = options.out ?? read;
  const tool = deployToolName(io.env);
  const isWritten = undecided.length === 0 && found.length > 0;
  if (isWritten) writeImports(file, importsOf(found));
  if (options.json === true) {
    const imports = found.map(({ stack, address, importId, called, changes }) => ({
      stack,
      address,
      importId,
      called,
      changes,
    }));
    io.out(
      jsonText({
        file: isWritten ? file : null,
        imports,
        undecided: undecided.map((each) => withCommand(each, tool)),
      }),
    );
  }
  if (undecided.length > 0) {
    io.err(undecidedText(result, tool, existsSync(file) ? file : undefined));
    return EXIT.problems;
  }
  if (options.json !== true) {
    io.out(adoptedText(result, { file, read, exists: existsSync(file) }));
  }
  return EXIT.clean;
}

function importsOf(found: readonly FoundObject[]): Imports {
  const imports: Record<string, Record<string, string>> = {};
  for (const { stack, address, importId } of found) {
    imports[stack] = { ...imports[stack], [address]: importId };
  }
  return imports;
}
