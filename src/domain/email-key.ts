/**
 * The identity of an address, for finding duplicates: NFC, the domain in punycode, case folded.
 * Plus-addresses stay distinct. An address whose domain cannot be encoded keeps it as typed.
 */
export function emailKey(address: string): string {
  const text = address.trim().normalize('NFC');
  const at = text.lastIndexOf('@');
  if (at < 0) return text.toLowerCase();
  const local = text.slice(0, at).toLowerCase();
  return `${local}@${asciiDomain(text.slice(at + 1))}`;
}

function asciiDomain(domain: string): string {
  // The URL parser is the platform's IDNA implementation; it is in browsers and in Node alike.
  // A trailing character that ends a host (`/`, `?`, `#`, `:`) would be swallowed, so it is refused.
  if (/[\s/?#:@\\]/.test(domain)) return domain.toLowerCase();
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return domain.toLowerCase();
  }
}
