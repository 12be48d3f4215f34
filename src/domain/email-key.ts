/**
 * The identity of an address, for finding duplicates: NFC, the domain in punycode, case folded.
 * Plus-addresses stay distinct. An address whose domain cannot be encoded keeps it as typed.
 */
export function emailKey(address: string): string {
  const text = address.trim().toLowerCase().normalize('NFC');
  const at = text.lastIndexOf('@');
  return at < 0 ? text : text.slice(0, at + 1) + asciiDomain(text.slice(at + 1));
}

// The one thing of the platform that this layer uses; it is in browsers and in Node alike.
declare const URL: new (address: string) => { readonly hostname: string };

function asciiDomain(domain: string): string {
  // The URL parser is the platform's IDNA implementation. It would swallow what ends a host (`/`, `?`, `#`, `:`)
  // and read `%41` as a letter, and engines differ over other signs: a domain with any of these stays as it is.
  if (/[\s/?#:@\\%]/.test(domain)) return domain;
  try {
    const { hostname } = new URL(`http://${domain}`);
    return /^[\w.-]+$/.test(hostname) ? hostname : domain;
  } catch {
    return domain;
  }
}
