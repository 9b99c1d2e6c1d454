import { UsageError } from '../../../text/usageError';
import { shown } from '../../../text/visible';

/** One `--map KEY=OBJECT`, as it was typed. */
export interface ParsedMap {
  /** A Terraform address, or the part of one after its type. */
  readonly key: string;
  /** Name or id of an object in the vendor's account. */
  readonly object: string;
  /** The option, for messages. */
  readonly where: string;
}

/**
 * The maps of a command line.
 * @throws UsageError with code ADOP001 if one is not KEY=OBJECT
 * @example
 * parsedMaps(['growth=Data on-call (old)']) // [{ key: 'growth', object: 'Data on-call (old)', … }]
 */
export function parsedMaps(texts: readonly string[]): readonly ParsedMap[] {
  return texts.map((text) => {
    const at = text.indexOf('=');
    const [key, object] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    const where = `--map ${shown(text)}`;
    if (at > 0 && key !== '' && object !== '') return { key, object, where };
    throw new UsageError(
      `ADOP001: ${where}: not of the form ADDRESS=OBJECT\n  write --map growth="Data on-call (old)", or give the id instead of the name`,
    );
  });
}
