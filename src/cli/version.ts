import { ownPackage } from './ownPackage';

/** The version of this package, from its own manifest. */
export function version(): string {
  const { version: own } = ownPackage().manifest;
  if (own === undefined) throw new Error("watchbill's package.json has no version");
  return own;
}
