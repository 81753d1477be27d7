/** The one Trusted Types policy. Workers and the service worker are the only addresses that become script, and only our own. */
type Policy = { createScriptURL: (address: string) => unknown };
type Factory = { createPolicy: (name: string, rules: { createScriptURL: (address: string) => string }) => Policy };

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;

function ownAddress(address: string): string {
  const url = new URL(address, location.origin);
  if (url.origin !== location.origin) throw new TypeError(`Not an address of this site: ${url.origin}`);
  return url.href;
}

const policy: Policy = factory?.createPolicy("tafla", { createScriptURL: ownAddress }) ?? {
  createScriptURL: ownAddress,
};

/** Pass the result to `new Worker` or `register`. */
export function scriptAddress(address: string): string {
  return policy.createScriptURL(address) as string;
}
