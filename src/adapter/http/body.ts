import { malformed } from '../malformed.ts';

const DEFAULT_MAX_BYTES = 8 * 2 ** 20;

/**
 * The JSON of a body. Nothing at all is `null` where it may be.
 *
 * @throws AdapterError if it is none, or too long to be one; `unavailable` if it is a page: a gateway, a portal or a
 * maintenance page has answered in place of the backend
 */
export async function jsonOf(
  response: Response,
  maxBytes = DEFAULT_MAX_BYTES,
  mayBeEmpty = false,
): Promise<unknown> {
  const text = await textOf(response, maxBytes);
  if (mayBeEmpty && text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // What the parser says quotes the text, which may be about people.
    const type = response.headers.get('content-type') ?? 'no type';
    if (/\bhtml\b/.test(type) || /^\s*<(!doctype|html)\b/i.test(text))
      throw malformed('a page instead of JSON', { kind: 'unavailable' });
    throw malformed(text ? `${type} instead of JSON` : 'nothing');
  }
}

/** The text of a body, read no further than it may be long. */
async function textOf({ body }: Response, maxBytes: number): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let length = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.byteLength;
    if (length > maxBytes) {
      reader.cancel().catch(() => undefined);
      throw malformed(`more than ${maxBytes} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
