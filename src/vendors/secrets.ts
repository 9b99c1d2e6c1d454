import { visible } from '../text/visible';
import { SANDBOX_KEYS } from './sandboxKeys';

/** Replaces a key. */
const MASK = '***';
/** The shortest part of a key that is masked, in characters; no vendor's key is shorter. */
const PART = 8;
/** How much of a text is searched and shown to people, in characters. */
const LONGEST = 10_000;

/** Headers that carry credentials, with their values. */
const CREDENTIAL_HEADER =
  /\b((?:proxy-)?authorization|dd-(?:api|application)-key|x-api-key|(?:set-)?cookie)([\\"']*\s*[:=]\s*)("[^"]*"|'[^']*'|[^\r\n,}]*)/gi;

const PUBLIC: readonly string[] = Object.values(SANDBOX_KEYS);

/** Masks keys in texts, in whatever form they come back. */
export class Secrets {
  private readonly forms: readonly string[];
  private readonly parts: ReadonlySet<string>;

  /** @param values the keys; the sandbox's own are public, and stay */
  constructor(values: readonly string[]) {
    const keys = [...new Set(values.map((value) => value.trim()))];
    this.forms = keys.filter((key) => key.length >= PART && !PUBLIC.includes(key)).flatMap(formsOf);
    this.parts = new Set(this.forms.flatMap((form) => partsOf(lower(form))));
  }

  /**
   * An answer's text without the keys that it repeats, plain or encoded; the rest is unchanged.
   */
  masked(text: string): string {
    return this.forms.reduce((rest, form) => rest.replaceAll(form, MASK), text);
  }

  /** Text with its lines and colours, but without keys, parts of keys, or headers that carry them. */
  maskedParts(text: string): string {
    return this.withoutParts(text).replace(CREDENTIAL_HEADER, `$1$2${MASK}`);
  }

  /** Somebody else's text for people: the same in one line, without anything invisible. */
  told(text: string): string {
    return oneLine(this.maskedParts(text.slice(0, LONGEST)));
  }

  private withoutParts(text: string): string {
    if (this.parts.size === 0) return text;
    const searched = lower(text);
    let told = '';
    let hiddenUntil = 0;
    for (let at = 0; at < text.length; at += 1) {
      if (this.parts.has(searched.slice(at, at + PART))) {
        if (at >= hiddenUntil) told += MASK;
        hiddenUntil = at + PART;
      } else if (at >= hiddenUntil) told += text[at];
    }
    return told;
  }
}

/** Somebody else's text in one line; what is invisible becomes `\u{…}`, so that no terminal obeys it. */
export function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, ' ').trim());
}

/** The forms in which a key may come back: plain, in a URL, in JSON or HTML, within base64, in hexadecimal. */
function formsOf(key: string): string[] {
  const bytes = Buffer.from(key);
  const html = key.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  const forms = [
    key,
    encodeURIComponent(key),
    JSON.stringify(key).slice(1, -1),
    html,
    bytes.toString('hex'),
    ...[0, 1, 2].flatMap((before) => base64Cores(bytes, before)),
  ];
  // Longest first: a form may be part of another.
  return [...new Set(forms)].filter((form) => form.length >= PART).sort((a, b) => b.length - a.length);
}

/** The key in base64 after a number of other bytes, without the ends that depend on its neighbours. */
function base64Cores(bytes: Buffer, before: number): string[] {
  const padded = Buffer.concat([Buffer.alloc(before), bytes]);
  const whole = padded.subarray(0, padded.length - (padded.length % 3));
  const skipped = before === 0 ? 0 : 4;
  return (['base64', 'base64url'] as const).map((encoding) => whole.toString(encoding).slice(skipped));
}

function partsOf(form: string): string[] {
  return Array.from({ length: form.length - PART + 1 }, (_, at) => form.slice(at, at + PART));
}

/** Lower case that never changes a text's length. */
function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
